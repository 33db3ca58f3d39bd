package org.arrears.run;

/** Is told what a run is doing; the terminal's printer, or nobody. */
public interface Progress {

    Progress SILENT = new Progress() {};

    /**
     * How far a step has come.
     *
     * @param what its rows, named after the number: {@code rows, loans.csv}
     * @param rows done so far
     * @param rejected how many of them were rejected
     * @param done of the work, in a unit of the step's own such as bytes
     * @param total all of the work in that unit, or 0 if it is not known
     */
    record Advance(String step, String what, long rows, long rejected, long done, long total) {}

    default void stepStarted(String step) {}

    /** A step has gone on. */
    default void advanced(Advance advance) {}

    default void stepEnded(String step, boolean completed) {}
}
