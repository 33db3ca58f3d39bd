package org.arrears.ingest.file;

import java.io.IOException;

/** A row that is longer than any row may be: most likely a quote that never closes. */
final class RecordTooLongException extends IOException {

    private static final long serialVersionUID = 1L;

    RecordTooLongException(int limit) {
        super("a row of more than " + limit + " characters");
    }
}
