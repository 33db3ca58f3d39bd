package org.arrears.run;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
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

    private static final Set<String> READERS = Set.of("nightly", "ingest");
    private static final Set<String> NO_PUBLISHERS = Set.of("ingest", "assess");

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

    /** Says whether it writes to debtors, and so fills in templates. */
    public boolean writesNotices() {
        return policy().notices().isPresent() && publishes() && !job.equals("handoff");
    }

    /** Returns the same request, the templates of which have been looked at. */
    public RunRequest with(TemplateSet lookedAt) {
        return new RunRequest(job, asOf, in, out, home, policyFile.with(lookedAt), options);
    }

    /** Says whether it takes files from its inbox; the other jobs work from what is stored. */
    boolean readsInbox() {
        return READERS.contains(job);
    }

    /** Says whether it publishes a folder in its outbox. */
    public boolean publishes() {
        return !NO_PUBLISHERS.contains(job);
    }

    /**
     * A policy and the text it was read from, which is kept with the run.
     *
     * @param named whether somebody named it; else it is that of an earlier run
     * @param templates that its notices are written with
     */
    public record PolicyFile(Policy policy, String yaml, boolean named, TemplateSet templates) {

        /** A policy that somebody named, with the templates that come with arrears. */
        public PolicyFile(Policy policy, String yaml) {
            this(policy, yaml, true, TemplateSet.SHIPPED);
        }

        PolicyFile with(TemplateSet lookedAt) {
            return new PolicyFile(policy, yaml, named, lookedAt);
        }
    }

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
     * @param meant what looks like a mistake and is none
     */
    public record Options(
            boolean rerun,
            boolean full,
            Optional<RejectBudget> maxRejects,
            Optional<Charset> charset,
            Set<Channel> channels,
            Optional<Path> mapping,
            Optional<Path> rejects,
            boolean dated,
            Set<Meant> meant) {

        public static final Options ORDINARY = new Options(
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                EnumSet.allOf(Channel.class),
                Optional.empty(),
                Optional.empty(),
                true,
                Set.of());

        public Options {
            channels = Set.copyOf(channels);
            meant = Set.copyOf(meant);
        }

        public Options withRerun(boolean wanted) {
            return new Options(wanted, full, maxRejects, charset, channels, mapping, rejects, dated, meant);
        }

        public Options withFull(boolean wanted) {
            return new Options(rerun, wanted, maxRejects, charset, channels, mapping, rejects, dated, meant);
        }

        public Options withFiles(Optional<RejectBudget> budget, Optional<Charset> named) {
            return new Options(rerun, full, budget, named, channels, mapping, rejects, dated, meant);
        }

        public Options withChannel(Channel only) {
            return new Options(rerun, full, maxRejects, charset, EnumSet.of(only), mapping, rejects, dated, meant);
        }

        public Options withMapping(Optional<Path> file) {
            return new Options(rerun, full, maxRejects, charset, channels, file, rejects, dated, meant);
        }

        public Options withDated(boolean named) {
            return new Options(rerun, full, maxRejects, charset, channels, mapping, rejects, named, meant);
        }

        /** Adds what is meant, if somebody said so. */
        public Options withMeant(Meant one, boolean said) {
            if (!said) {
                return this;
            }
            Set<Meant> all = new HashSet<>(meant);
            all.add(one);
            return new Options(rerun, full, maxRejects, charset, channels, mapping, rejects, dated, all);
        }

        public Options withRejects(Optional<Path> file) {
            return new Options(
                    rerun || file.isPresent(), full, maxRejects, charset, channels, mapping, file, dated, meant);
        }
    }

    public RejectBudget maxRejects() {
        return options.maxRejects().orElse(policy().files().maxRejects());
    }

    public Charset charset() {
        return options.charset().orElse(policy().files().charset());
    }
}
