package org.arrears.cli;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.arrears.core.policy.RejectBudget;
import org.arrears.nightly.NightlyJob;
import org.arrears.run.RunRequest;
import org.arrears.run.RunRequest.PolicyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code arrears nightly}: the whole pipeline for one business date. */
@Command(
        name = "nightly",
        description = "Run the whole pipeline for one business date: ingest, assess, notices, handoff, reports.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class NightlyCommand implements Callable<Integer> {

    private final Surroundings world;

    @Option(names = "--as-of", required = true, paramLabel = "DATE", description = "Business date, yyyy-MM-dd.")
    private LocalDate asOf = LocalDate.EPOCH;

    @Option(names = "--in", required = true, paramLabel = "DIR", description = "Inbox: the day's input files.")
    private Path in = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Outbox: gets a folder DIR/DATE.")
    private Path out = Path.of("");

    @Option(names = "--policy", required = true, paramLabel = "FILE", description = "How the lender collects, YAML.")
    private Path policy = Path.of("");

    @Option(names = "--rerun", description = "Replace the results of a date that is complete.")
    private boolean rerun;

    @Option(names = "--full", description = "Replay every loan, not only those that can have changed.")
    private boolean full;

    @Option(
            names = "--max-rejects",
            paramLabel = "N|N%",
            converter = Converters.Budget.class,
            description = "Rejected rows a file may have, a count or a percentage (instead of the policy's).")
    private Optional<RejectBudget> maxRejects = Optional.empty();

    @Option(
            names = "--charset",
            paramLabel = "NAME",
            converter = Converters.FileCharset.class,
            description = "UTF-8 or GB18030 (instead of the policy's).")
    private Optional<Charset> charset = Optional.empty();

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "How the files are mapped (default: mapping.yaml in the inbox or beside it).")
    private Optional<Path> mapping = Optional.empty();

    @Mixin
    private CommonOptions common = new CommonOptions();

    NightlyCommand(Surroundings world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        PolicyFile read = PolicyFiles.read(policy, world.err());
        RunRequest request = new RunRequest(
                NightlyJob.NAME,
                asOf,
                in,
                out,
                common.home(world),
                read,
                RunRequest.Options.ORDINARY
                        .withRerun(rerun)
                        .withFull(full)
                        .withFiles(maxRejects, charset)
                        .withMapping(mapping));
        return new RunCommand(world, common).run(NightlyJob.class, request);
    }
}
