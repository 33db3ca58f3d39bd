package org.arrears.failure;

/** Whose fault it is that a command cannot go on; each has one exit code. */
public enum FailureKind {
    /** The input files: control totals, error budget, missing or unreadable file. */
    INPUT_REFUSED,
    /** The policy, mapping, template or configuration. */
    CONFIGURATION_INVALID,
    /** Another run holds the lock. */
    LOCKED,
    /** The database is unreachable or of the wrong version. */
    DATABASE_UNAVAILABLE,
    /** Asked to stop, cleanly; running the same command again continues. */
    STOPPED,
    /** The environment let us down; running the same command again continues. */
    FAILED
}
