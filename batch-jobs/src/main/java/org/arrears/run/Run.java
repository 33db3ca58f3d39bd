package org.arrears.run;

import java.nio.file.Path;
import java.time.LocalDate;
import org.arrears.core.policy.Policy;

/**
 * One run of a job for a business date: the first, or a {@code --rerun}; attempts to finish it keep its number.
 *
 * @param attempt 1, or more if earlier attempts did not finish
 * @param writesOnly whether it makes its folder again from what is decided, and decides nothing
 * @param begunIn the attempt whose work this one goes on with; its own number if it begins anew
 * @param folder what it finds of its folder
 */
public record Run(RunRequest request, int runNo, int attempt, boolean writesOnly, int begunIn, FolderState folder) {

    public Run {
        if (begunIn < 1 || begunIn > attempt) {
            throw new IllegalArgumentException("attempt " + attempt + " goes on with attempt " + begunIn);
        }
    }

    /** A run that decides and writes, from the beginning. */
    public Run(RunRequest request, int runNo, int attempt) {
        this(request, runNo, attempt, false, attempt, FolderState.NONE);
    }

    /** The same, which only makes its folder again, as one more attempt. */
    Run again() {
        return new Run(request, runNo, attempt + 1, true, attempt + 1, FolderState.NONE);
    }

    Run goingOnWith(int earlier) {
        return new Run(request, runNo, attempt, writesOnly, earlier, folder);
    }

    Run finding(FolderState found) {
        return new Run(request, runNo, attempt, writesOnly, begunIn, found);
    }

    /** Says whether it goes on with the work of an earlier attempt. */
    public boolean goesOn() {
        return begunIn < attempt;
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
