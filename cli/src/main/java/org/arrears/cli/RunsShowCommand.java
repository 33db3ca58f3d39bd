package org.arrears.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.arrears.run.RunRecord;
import org.arrears.run.RunTable;
import org.arrears.summary.RunJson;
import org.arrears.summary.RunSummaries;
import org.arrears.summary.RunSummary;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code arrears runs show}: one run. */
@Command(
        name = "show",
        description = "One run: what it took from each file, what came out, how long each step took.",
        mixinStandardHelpOptions = true)
final class RunsShowCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "RUN_ID", description = "As in runs list.")
    private String runId = "";

    @Mixin
    private TextOrJson output = new TextOrJson();

    @Mixin
    private CommonOptions common = new CommonOptions();

    RunsShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Output result = output.chosen(console);
        return Sessions.withExisting(console, common, database -> {
            RunRecord record = RunsCommand.find(new RunTable(database.dataSource()), runId);
            RunSummary summary = new RunSummaries(JdbcClient.create(database.dataSource())).of(record);
            if (result.json()) {
                result.printJson(json(summary, record));
            } else {
                result.print(screen -> print(summary, record, screen));
            }
            return ExitCodes.DONE;
        });
    }

    private static Map<String, Object> json(RunSummary summary, RunRecord record) {
        Map<String, Object> json = RunJson.of(summary, record.state().exitCode().orElse(ExitCodes.DONE));
        if (record.state().exitCode().isEmpty()) {
            json.remove("exit_code");
        }
        json.put("status", record.status().code());
        json.put("message", record.state().message());
        record.worker().ifPresent(worker -> json.put("worker", RunRecordJson.worker(worker)));
        return json;
    }

    private int print(RunSummary summary, RunRecord record, Screen screen) {
        new SummaryText(screen, common.hints(console)).printShown(summary, record);
        return ExitCodes.DONE;
    }
}
