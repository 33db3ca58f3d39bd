package org.arrears.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** A run as the database remembers it. */
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
        Instant startedAt,
        Optional<Instant> endedAt) {}
