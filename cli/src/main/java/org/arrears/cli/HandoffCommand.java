package org.arrears.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.arrears.nightly.HandoffJob;
import org.arrears.run.RunRequest;
import org.arrears.run.RunRequest.Options;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code arrears handoff}: only agency placement, recall and files. */
@Command(
        name = "handoff",
        description = "Only place accounts with agencies, recall them and write their files.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class HandoffCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--as-of", required = true, paramLabel = "DATE", description = "Business date, yyyy-MM-dd.")
    private LocalDate asOf = LocalDate.EPOCH;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Gets DIR/DATE-handoff.")
    private Path out = Path.of("");

    @Mixin
    private PartOptions part = new PartOptions();

    HandoffCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        RunRequest request =
                part.request(console, HandoffJob.NAME, asOf, new PartOptions.Paths(out, out), Options.ORDINARY);
        return part.run(console, HandoffJob.class, request);
    }
}
