package org.arrears.run;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.arrears.core.policy.NoticePolicy.Channel;
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
    public String folderName() {
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
     * @param channels the channels on which notices are decided
     * @param mapping instead of the inbox's own
     * @param rejects a file of corrected rows to load besides the inbox
     * @param dated whether somebody named the business date; files without one rank by their arrival
     */
    public record Options(
            boolean rerun,
            boolean full,
            Optional<RejectBudget> maxRejects,
            Optional<Charset> charset,
            Set<Channel> channels,
            Optional<Path> mapping,
            Optional<Path> rejects,
            boolean dated) {

        public static final Options ORDINARY = new Options(
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                EnumSet.allOf(Channel.class),
                Optional.empty(),
                Optional.empty(),
                true);

        public Options {
            channels = Set.copyOf(channels);
        }

        public Options withRerun(boolean wanted) {
            return new Options(wanted, full, maxRejects, charset, channels, mapping, rejects, dated);
        }

        public Options withFull(boolean wanted) {
            return new Options(rerun, wanted, maxRejects, charset, channels, mapping, rejects, dated);
        }

        public Options withFiles(Optional<RejectBudget> budget, Optional<Charset> named) {
            return new Options(rerun, full, budget, named, channels, mapping, rejects, dated);
        }

        public Options withChannel(Channel only) {
            return new Options(rerun, full, maxRejects, charset, EnumSet.of(only), mapping, rejects, dated);
        }

        public Options withMapping(Optional<Path> file) {
            return new Options(rerun, full, maxRejects, charset, channels, file, rejects, dated);
        }

        public Options withDated(boolean named) {
            return new Options(rerun, full, maxRejects, charset, channels, mapping, rejects, named);
        }

        public Options withRejects(Optional<Path> file) {
            return new Options(rerun || file.isPresent(), full, maxRejects, charset, channels, mapping, file, dated);
        }
    }

    public RejectBudget maxRejects() {
        return options.maxRejects().orElse(policy().files().maxRejects());
    }

    public Charset charset() {
        return options.charset().orElse(policy().files().charset());
    }
}
