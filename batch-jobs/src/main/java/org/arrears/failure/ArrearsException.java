package org.arrears.failure;

/** Stops a command with a message for the person who ran it: place, value, rule, next step. */
public final class ArrearsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FailureKind kind;

    public ArrearsException(FailureKind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public ArrearsException(FailureKind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public FailureKind kind() {
        return kind;
    }
}
