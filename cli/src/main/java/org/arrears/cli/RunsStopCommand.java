package org.arrears.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.run.RunRecord;
import org.arrears.run.RunStatus;
import org.arrears.run.RunTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code arrears runs stop}: stops a run from another shell. */
@Command(
        name = "stop",
        description = "Ask a running run to stop cleanly; the same command continues it later.",
        mixinStandardHelpOptions = true)
final class RunsStopCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "RUN_ID", description = "As in runs list.")
    private String runId = "";

    @Mixin
    private SummaryForm form = new SummaryForm();

    @Mixin
    private CommonOptions common = new CommonOptions();

    RunsStopCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        boolean json = form.json(console);
        return Sessions.withExisting(console, common, database -> {
            RunTable runs = new RunTable(database.dataSource());
            RunRecord record = RunsCommand.find(runs, runId);
            if (record.status() == RunStatus.DIED) {
                throw new ArrearsException(
                        FailureKind.INPUT_REFUSED,
                        "run " + runId + " is not running: it died"
                                + record.worker()
                                        .map(worker -> " (" + worker + ")")
                                        .orElse("")
                                + "; to continue it: arrears runs resume " + runId
                                + ", or the command it was begun with");
            }
            if (!runs.requestStop(record.runId())) {
                throw new ArrearsException(
                        FailureKind.INPUT_REFUSED,
                        "run " + runId + " is not running: it is "
                                + record.status().code());
            }
            console.out()
                    .println(
                            json
                                    ? JsonMapper.shared()
                                            .writeValueAsString(Map.of("run_id", runId, "stop_requested", true))
                                    : "run " + runId + " was asked to stop; it stops at its next safe place");
            return ExitCodes.DONE;
        });
    }
}
