package org.arrears.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.arrears.contact.Channels;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.nightly.AssessJob;
import org.arrears.nightly.HandoffJob;
import org.arrears.nightly.IngestJob;
import org.arrears.nightly.NightlyJob;
import org.arrears.nightly.NoticesJob;
import org.arrears.run.RunRecord;
import org.arrears.run.RunRequest;
import org.arrears.run.RunStatus;
import org.arrears.run.RunTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code arrears runs resume}: continues a run that did not finish. */
@Command(
        name = "resume",
        description = "Continue a run that failed, was stopped or was killed, with its own folders and policy.",
        mixinStandardHelpOptions = true)
final class RunsResumeCommand implements Callable<Integer> {

    private static final Map<String, Class<?>> JOBS = Map.of(
            NightlyJob.NAME, NightlyJob.class,
            IngestJob.NAME, IngestJob.class,
            AssessJob.NAME, AssessJob.class,
            HandoffJob.NAME, HandoffJob.class);

    private final Console console;

    @Parameters(paramLabel = "RUN_ID", description = "As in runs list.")
    private String runId = "";

    @Mixin
    private DateOptions dates = new DateOptions();

    @Mixin
    private AgainOption again = new AgainOption();

    @Mixin
    private SummaryForm form = new SummaryForm();

    @Mixin
    private CommonOptions common = new CommonOptions();

    RunsResumeCommand(Console console) {
        this.console = console;
    }

    private static RunRequest.Options options(RunTable runs, RunRecord record) {
        RunRequest.Options options = runs.options(record.runId());
        return Channels.ofJob(record.job())
                .map(channel -> options.withChannel(channel.word()))
                .orElse(options);
    }

    private static Class<?> configuration(String job) {
        return Optional.<Class<?>>ofNullable(JOBS.get(job))
                .or(() -> Channels.ofJob(job).map(channel -> NoticesJob.class))
                .orElseThrow(() -> new IllegalStateException("no job " + job));
    }

    @Override
    public Integer call() {
        boolean json = form.json(console);
        RunRequest request = Sessions.withExisting(console, common, database -> {
            RunTable runs = new RunTable(database.dataSource());
            RunRecord record = RunsCommand.find(runs, runId);
            if (record.status() == RunStatus.COMPLETED) {
                throw new ArrearsException(
                        FailureKind.INPUT_REFUSED, "run " + runId + " is complete: nothing to continue");
            }
            return new RunRequest(
                    record.job(),
                    record.asOf(),
                    Path.of(record.folders().in()),
                    Path.of(record.folders().out()),
                    common.home(console),
                    PolicyFiles.ofStored(
                            runs.policy(record.policy().sha256()),
                            runs.templates(runId).folder()),
                    again.in(dates.in(options(runs, record))));
        });
        return new CommandRun(console, common, json).run(configuration(request.job()), request);
    }
}
