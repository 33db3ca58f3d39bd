package org.arrears.cli;

/** Arguments that do not go together, as the command itself finds out; says what is wrong and what is right. */
final class WrongUsageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    WrongUsageException(String message) {
        super(message);
    }
}
