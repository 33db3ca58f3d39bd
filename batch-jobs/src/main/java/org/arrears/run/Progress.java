package org.arrears.run;

/** Is told what a run is doing; the terminal's printer, or nobody. */
public interface Progress {

    Progress SILENT = new Progress() {};

    default void stepStarted(String step) {}

    /** A step has gone on: so many of its units are done, of an expected total or 0 if unknown. */
    default void advanced(String step, long done, long expected, String unit) {}

    default void stepEnded(String step, boolean completed) {}
}
