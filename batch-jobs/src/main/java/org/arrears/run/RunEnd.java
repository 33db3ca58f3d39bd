package org.arrears.run;

/** How a run that did its work ended, for whoever waits for it. */
public enum RunEnd {
    /** All rows were taken. */
    DONE,
    /** Some rows were rejected; the others were worked. */
    DONE_WITH_REJECTS;

    /** Says which exit code an end is; only the commands know. */
    public interface ExitCodes {

        int of(RunEnd end);
    }
}
