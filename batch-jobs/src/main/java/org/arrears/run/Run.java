package org.arrears.run;

import java.nio.file.Path;
import java.time.LocalDate;
import org.arrears.core.policy.Policy;

/**
 * One run of a job for a business date: the first, or a {@code --rerun}; attempts to finish it keep its number.
 *
 * @param attempt 1, or more if earlier attempts did not finish
 * @param writesOnly whether it makes its folder again from what is decided, and decides nothing
 */
public record Run(RunRequest request, int runNo, int attempt, boolean writesOnly) {

    /** A run that decides and writes. */
    public Run(RunRequest request, int runNo, int attempt) {
        this(request, runNo, attempt, false);
    }

    /** The run's name everywhere: {@code nightly-2026-09-30-1}. */
    public String runId() {
        return runId(request.job(), request.asOf(), runNo);
    }

    static String runId(String job, LocalDate asOf, int runNo) {
        return job + "-" + asOf + "-" + runNo;
    }

    public LocalDate asOf() {
        return request.asOf();
    }

    public Policy policy() {
        return request.policy();
    }

    /** Where the run's record and rejects are kept: {@code <home>/runs/<run id>}. */
    public Path recordFolder() {
        return request.home().resolve("runs").resolve(runId());
    }
}
