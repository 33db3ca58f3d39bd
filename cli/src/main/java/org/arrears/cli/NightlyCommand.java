package org.arrears.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
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

    private final Console console;

    @Option(names = "--as-of", required = true, paramLabel = "DATE", description = "Business date, yyyy-MM-dd.")
    private LocalDate asOf = LocalDate.EPOCH;

    @Option(names = "--in", required = true, paramLabel = "DIR", description = "Inbox: the day's input files.")
    private Path in = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Outbox: gets a folder DIR/DATE.")
    private Path out = Path.of("");

    @Option(names = "--policy", required = true, paramLabel = "FILE", description = "How the lender collects, YAML.")
    private Path policy = Path.of("");

    @Mixin
    private WriteOptions write = new WriteOptions();

    @Option(names = "--full", description = "Replay every loan, not only those that can have changed.")
    private boolean full;

    @Mixin
    private AgainOption again = new AgainOption();

    @Mixin
    private FileOptions files = new FileOptions();

    @Mixin
    private SummaryForm form = new SummaryForm();

    @Mixin
    private CommonOptions common = new CommonOptions();

    NightlyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        boolean json = form.json(console);
        PolicyFile read = PolicyFiles.read(policy, console.err());
        RunRequest request = new RunRequest(
                NightlyJob.NAME,
                asOf,
                in,
                out,
                common.home(console),
                read,
                again.in(write.in(files.in(RunRequest.Options.ORDINARY.withFull(full)))));
        return new CommandRun(console, common, json).run(NightlyJob.class, request, write);
    }
}
