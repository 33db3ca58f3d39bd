package org.arrears.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A run as the database remembers it.
 *
 * @param fullReplay why it replayed every loan, if it did
 * @param madeAgain why its published folder was made again, if it was
 * @param worker who made the last attempt; not known of runs made by version 0.1.0
 */
public record RunRecord(
        String runId,
        String job,
        LocalDate asOf,
        int runNo,
        Policy policy,
        Folders folders,
        State state,
        int attempts,
        Optional<String> fullReplay,
        Optional<String> madeAgain,
        Optional<Worker> worker,
        Instant startedAt) {

    /** The policy it worked under, by its name and its digest. */
    public record Policy(String name, String sha256) {}

    /** Where it read from and where it publishes, as they were given. */
    public record Folders(String in, String out) {}

    /**
     * How far it has come.
     *
     * @param message what went wrong; empty if nothing did
     */
    public record State(RunStatus status, Optional<Integer> exitCode, String message, Optional<Instant> endedAt) {}

    public RunStatus status() {
        return state.status();
    }
}
