package org.arrears.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.nightly.NightlyJob;
import org.arrears.run.RunRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code arrears demo}: three nights of the sample lender, in a fresh folder with a database of its own. */
@Command(
        name = "demo",
        description = "Run three nights of the sample lender with the embedded database, into a fresh folder.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class DemoCommand implements Callable<Integer> {

    private final Console console;

    @Option(
            names = "--sample-data",
            paramLabel = "DIR",
            description = "Folder with policy.yaml and inbox/ (default: sample-data of this installation).")
    private Path sampleData = Path.of(System.getProperty("arrears.root", ".")).resolve("sample-data");

    @Option(
            names = "--into",
            paramLabel = "DIR",
            description = "Where to (default ./arrears-demo); if it exists, the next free number is added.")
    private Path into = Path.of("arrears-demo");

    @Mixin
    private DemoOptions common = new DemoOptions();

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        boolean json = common.json(console);
        Path folder = fresh(into);
        CommonOptions options = common.in(folder.resolve("home"));
        List<Path> inboxes;
        try (Stream<Path> dates = Files.list(sampleData.resolve("inbox"))) {
            inboxes = dates.filter(Files::isDirectory).sorted().toList();
        }
        int worst = ExitCodes.DONE;
        for (Path inbox : inboxes) {
            RunRequest request = new RunRequest(
                    NightlyJob.NAME,
                    LocalDate.parse(inbox.getFileName().toString()),
                    inbox,
                    folder.resolve("out"),
                    folder.resolve("home"),
                    PolicyFiles.read(sampleData.resolve("policy.yaml"), console.err()),
                    RunRequest.Options.ORDINARY);
            worst = Math.max(worst, new CommandRun(console, options, json).run(NightlyJob.class, request));
        }
        if (!json) {
            after(folder, options.hints(console));
        }
        return worst == ExitCodes.DONE_WITH_REJECTS ? ExitCodes.DONE : worst;
    }

    private static Path fresh(Path wanted) {
        for (int number = 1; number < 1000; number++) {
            Path candidate = number == 1 ? wanted : wanted.resolveSibling(wanted.getFileName() + "-" + number);
            if (!Files.exists(candidate)) {
                return candidate.toAbsolutePath().normalize();
            }
        }
        throw new ArrearsException(
                FailureKind.CONFIGURATION_INVALID, wanted + " and its numbered siblings exist: give another --into");
    }

    private void after(Path folder, Hints hints) {
        Screen out = console.out();
        out.printf(Locale.ROOT, "%nThe sample lender's wrong rows were rejected on purpose: see rejects/.%n");
        out.printf(Locale.ROOT, "Look at  %s%n", folder.resolve("out"));
        out.println(hints.in("Ask why  arrears explain LN2026000019 --as-of 2026-10-01"));
        out.println(hints.in("Export   arrears export accounts --as-of 2026-10-01"));
    }
}
