package org.arrears.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.arrears.nightly.AssessJob;
import org.arrears.run.RunRequest;
import org.arrears.run.RunRequest.Options;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code arrears assess}: only compute. */
@Command(
        name = "assess",
        description = "Only compute what every loan owes on a business date.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class AssessCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--as-of", required = true, paramLabel = "DATE", description = "Business date, yyyy-MM-dd.")
    private LocalDate asOf = LocalDate.EPOCH;

    @Option(names = "--full", description = "Replay every loan, not only those that can have changed.")
    private boolean full;

    @Mixin
    private PartOptions part = new PartOptions();

    AssessCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Path home = part.home(console);
        RunRequest request = part.request(
                console, AssessJob.NAME, asOf, new PartOptions.Paths(home, home), Options.ORDINARY.withFull(full));
        return part.run(console, AssessJob.class, request);
    }
}
