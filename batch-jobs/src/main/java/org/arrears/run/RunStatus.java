package org.arrears.run;

/** How a run ended, or that it did not yet. */
public enum RunStatus {
    RUNNING("running"),
    COMPLETED("completed"),
    FAILED("failed"),
    REFUSED("refused"),
    STOPPED("stopped"),
    /** Marked as running, and nobody holds the lock for it; never stored. */
    DIED("died");

    private final String code;

    RunStatus(String code) {
        this.code = code;
    }

    /** The name in the database and in run.json. */
    public String code() {
        return code;
    }

    static RunStatus of(String code) {
        for (RunStatus status : values()) {
            if (status.code.equals(code)) {
                return status;
            }
        }
        throw new IllegalStateException("no run status " + code);
    }
}
