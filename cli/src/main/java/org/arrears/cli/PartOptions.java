package org.arrears.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.arrears.nightly.IngestJob;
import org.arrears.run.RunRequest;
import org.arrears.run.RunRequest.Options;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands take that do one part of the nightly run. */
final class PartOptions {

    @Option(names = "--policy", paramLabel = "FILE", description = "Policy (default: that of the latest run).")
    private Optional<Path> policy = Optional.empty();

    @Mixin
    private WriteOptions write = new WriteOptions();

    @Mixin
    private SummaryForm form = new SummaryForm();

    @Mixin
    private CommonOptions common = new CommonOptions();

    /** The folders of a run. */
    record Paths(Path in, Path out) {}

    Path home(Console console) {
        return common.home(console);
    }

    RunRequest request(Console console, String job, LocalDate asOf, Paths paths, Options options) {
        return new RunRequest(
                job,
                asOf,
                paths.in,
                paths.out,
                common.home(console),
                PolicyFiles.readOrLatest(policy, console, common, job.equals(IngestJob.NAME)),
                write.in(options));
    }

    int run(Console console, Class<?> jobConfiguration, RunRequest request) {
        return new CommandRun(console, common, form.json(console)).run(jobConfiguration, request, write);
    }
}
