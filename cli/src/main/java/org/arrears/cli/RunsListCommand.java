package org.arrears.cli;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.arrears.run.RunRecord;
import org.arrears.run.RunStatus;
import org.arrears.run.RunTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code arrears runs list}: the newest runs. */
@Command(name = "list", description = "The newest runs, newest first.", mixinStandardHelpOptions = true)
final class RunsListCommand implements Callable<Integer> {

    private static final String FORM = "%-28s %-10s %-4s %-8s %-21s %s%n";

    private final Console console;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many (default 20).")
    private int limit = 20;

    @Mixin
    private TextOrJson output = new TextOrJson();

    @Mixin
    private CommonOptions common = new CommonOptions();

    RunsListCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Output result = output.chosen(console);
        List<RunRecord> runs =
                Sessions.withExisting(console, common, database -> new RunTable(database.dataSource()).newest(limit));
        if (result.json()) {
            result.printJson(runs.stream().map(RunRecordJson::of).toList());
        } else {
            result.print(screen -> print(runs, screen));
        }
        return ExitCodes.DONE;
    }

    private int print(List<RunRecord> runs, Screen screen) {
        screen.printf(Locale.ROOT, FORM, "run", "status", "exit", "attempts", "started", "policy");
        for (RunRecord run : runs) {
            screen.printf(
                    Locale.ROOT,
                    FORM,
                    run.runId(),
                    run.status().code(),
                    run.state().exitCode().map(String::valueOf).orElse("-"),
                    run.attempts(),
                    run.startedAt().truncatedTo(ChronoUnit.SECONDS),
                    run.policy().name());
        }
        Hints hints = common.hints(console);
        runs.stream()
                .limit(1)
                .filter(RunsListCommand::isUnfinished)
                .forEach(run -> screen.println(hints.in("next     arrears runs show " + run.runId() + " says why it "
                        + run.status().code() + "; to continue it: arrears runs resume " + run.runId())));
        return runs.size();
    }

    private static boolean isUnfinished(RunRecord run) {
        return run.status() == RunStatus.DIED || run.status() == RunStatus.FAILED;
    }
}
