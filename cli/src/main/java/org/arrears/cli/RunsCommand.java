package org.arrears.cli;

import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.run.RunRecord;
import org.arrears.run.RunTable;
import picocli.CommandLine.Command;

/** {@code arrears runs}: what ran, with what result. */
@Command(
        name = "runs",
        description = "What ran, with what result; continue or stop a run.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {RunsListCommand.class, RunsShowCommand.class, RunsResumeCommand.class, RunsStopCommand.class})
final class RunsCommand {

    private RunsCommand() {}

    /** Returns a run that there must be. */
    static RunRecord find(RunTable runs, String runId) {
        return runs.find(runId)
                .orElseThrow(() -> new ArrearsException(
                        FailureKind.INPUT_REFUSED, "there is no run \"" + runId + "\": see arrears runs list"));
    }
}
