package org.arrears.cli;

import org.arrears.failure.FailureKind;
import org.arrears.run.RunEnd;

/** The exit codes of every command, as the manual lists them. */
final class ExitCodes {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int DONE_WITH_REJECTS = 3;
    static final int INPUT_REFUSED = 4;
    static final int CONFIGURATION_INVALID = 5;
    static final int LOCKED = 6;
    static final int DATABASE_UNAVAILABLE = 7;
    static final int DEFECT = 70;

    private ExitCodes() {}

    /** Says whether a command did what it was asked to. */
    static boolean isGood(int code) {
        return code == DONE || code == DONE_WITH_REJECTS;
    }

    static int of(RunEnd end) {
        return switch (end) {
            case DONE -> DONE;
            case DONE_WITH_REJECTS -> DONE_WITH_REJECTS;
        };
    }

    static int of(FailureKind kind) {
        return switch (kind) {
            case INPUT_REFUSED -> INPUT_REFUSED;
            case CONFIGURATION_INVALID -> CONFIGURATION_INVALID;
            case LOCKED -> LOCKED;
            case DATABASE_UNAVAILABLE -> DATABASE_UNAVAILABLE;
            case FAILED, STOPPED -> FAILED;
        };
    }
}
