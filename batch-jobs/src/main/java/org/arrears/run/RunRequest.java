package org.arrears.run;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.arrears.core.policy.Policy;
import org.arrears.core.policy.RejectBudget;

/**
 * What somebody asked to be run.
 *
 * @param job the job's name ({@code nightly})
 * @param asOf the business date
 * @param in the inbox folder; files in it are read
 * @param out the outbox; the run publishes a folder in it
 * @param home where run records are kept
 */
public record RunRequest(
        String job, LocalDate asOf, Path in, Path out, Path home, PolicyFile policyFile, Options options) {

    public RunRequest {
        in = in.toAbsolutePath().normalize();
        out = out.toAbsolutePath().normalize();
        home = home.toAbsolutePath().normalize();
    }

    /** Returns the name of the folder it publishes: the date, and the job if it is only a part of the nightly run. */
    String folderName() {
        return job.equals("nightly") ? asOf.toString() : asOf + "-" + job;
    }

    public Policy policy() {
        return policyFile.policy();
    }

    /** A policy and the text it was read from, which is kept with the run. */
    public record PolicyFile(Policy policy, String yaml) {}

    /**
     * What differs from the ordinary.
     *
     * @param rerun replace the results of a date that is complete
     * @param full replay every loan, not only those that can have changed
     * @param maxRejects instead of the policy's error budget
     * @param charset instead of the policy's
     */
    public record Options(boolean rerun, boolean full, Optional<RejectBudget> maxRejects, Optional<Charset> charset) {

        public static final Options ORDINARY = new Options(false, false, Optional.empty(), Optional.empty());
    }

    public RejectBudget maxRejects() {
        return options.maxRejects().orElse(policy().files().maxRejects());
    }

    public Charset charset() {
        return options.charset().orElse(policy().files().charset());
    }
}
