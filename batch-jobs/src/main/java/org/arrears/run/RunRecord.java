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
        String policyName,
        String policySha256,
        String inDir,
        String outDir,
        RunStatus status,
        int attempts,
        Optional<Integer> exitCode,
        String message,
        Optional<String> fullReplay,
        Optional<String> madeAgain,
        Optional<Worker> worker,
        Instant startedAt,
        Optional<Instant> endedAt) {}
