package org.arrears.cli;

import java.io.IOException;

/** Ends a command that writes to a program which reads no more, as {@code head} does when it has had its lines. */
final class ReaderGoneException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ReaderGoneException(IOException cause) {
        super("nobody reads the result any more", cause);
    }
}
