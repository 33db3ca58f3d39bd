package org.arrears.cli;

import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.arrears.core.policy.NoticePolicy.Channel;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.nightly.AssessJob;
import org.arrears.nightly.HandoffJob;
import org.arrears.nightly.IngestJob;
import org.arrears.nightly.LettersJob;
import org.arrears.nightly.NightlyJob;
import org.arrears.nightly.SmsJob;
import org.arrears.report.RunJson;
import org.arrears.report.RunSummaries;
import org.arrears.report.RunSummary;
import org.arrears.run.RunRecord;
import org.arrears.run.RunRequest;
import org.arrears.run.RunStatus;
import org.arrears.run.RunTable;
import org.arrears.run.Worker;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code arrears runs}: what ran, with what result. */
@Command(
        name = "runs",
        description = "What ran, with what result; continue or stop a run.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunsCommand.Listing.class,
            RunsCommand.Show.class,
            RunsCommand.Resume.class,
            RunsCommand.Stop.class
        })
final class RunsCommand {

    private static final Map<String, Class<?>> JOBS = Map.of(
            NightlyJob.NAME, NightlyJob.class,
            IngestJob.NAME, IngestJob.class,
            AssessJob.NAME, AssessJob.class,
            LettersJob.NAME, LettersJob.class,
            SmsJob.NAME, SmsJob.class,
            HandoffJob.NAME, HandoffJob.class);

    private static RunRecord find(RunTable runs, String runId) {
        return runs.find(runId)
                .orElseThrow(() -> new ArrearsException(
                        FailureKind.INPUT_REFUSED, "there is no run \"" + runId + "\": see arrears runs list"));
    }

    private static Map<String, Object> worker(Worker worker) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("host", worker.host());
        json.put("pid", worker.pid());
        json.put("os_user", worker.osUser());
        json.put("since", worker.since().toString());
        return json;
    }

    /** Lists the newest runs. */
    @Command(name = "list", description = "The newest runs, newest first.", mixinStandardHelpOptions = true)
    static final class Listing implements Callable<Integer> {

        private final Surroundings world;

        @Option(names = "--limit", paramLabel = "N", description = "At most so many (default 20).")
        private int limit = 20;

        @Mixin
        private CommonOptions common = new CommonOptions();

        Listing(Surroundings world) {
            this.world = world;
        }

        @Override
        public Integer call() {
            return Sessions.withDatabase(world, common, database -> {
                var records = new RunTable(database.dataSource()).newest(limit);
                if (common.json()) {
                    world.out().println(JsonMapper.shared().writeValueAsString(records));
                    return ExitCodes.DONE;
                }
                world.out()
                        .printf(
                                Locale.ROOT,
                                "%-28s %-10s %-4s %-8s %-21s %s%n",
                                "run",
                                "status",
                                "exit",
                                "attempts",
                                "started",
                                "policy");
                for (RunRecord record : records) {
                    world.out()
                            .printf(
                                    Locale.ROOT,
                                    "%-28s %-10s %-4s %-8d %-21s %s%n",
                                    record.runId(),
                                    record.status().code(),
                                    record.exitCode().map(String::valueOf).orElse("-"),
                                    record.attempts(),
                                    record.startedAt().truncatedTo(ChronoUnit.SECONDS),
                                    record.policyName());
                }
                return ExitCodes.DONE;
            });
        }
    }

    /** Shows one run. */
    @Command(
            name = "show",
            description = "One run: what it took from each file, what came out, how long each step took.",
            mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {

        private final Surroundings world;

        @Parameters(paramLabel = "RUN_ID", description = "As in runs list.")
        private String runId = "";

        @Mixin
        private CommonOptions common = new CommonOptions();

        Show(Surroundings world) {
            this.world = world;
        }

        @Override
        public Integer call() {
            return Sessions.withDatabase(world, common, database -> {
                RunRecord record = find(new RunTable(database.dataSource()), runId);
                RunSummary summary = new RunSummaries(JdbcClient.create(database.dataSource())).of(record);
                if (common.json()) {
                    Map<String, Object> json =
                            RunJson.of(summary, record.exitCode().orElse(ExitCodes.DONE));
                    json.put("status", record.status().code());
                    json.put("message", record.message());
                    record.worker().ifPresent(worker -> json.put("worker", worker(worker)));
                    world.out()
                            .println(JsonMapper.shared()
                                    .writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(json));
                    return ExitCodes.DONE;
                }
                new SummaryText(world.out()).printShown(summary, record);
                return ExitCodes.DONE;
            });
        }
    }

    /** Continues a run that did not finish. */
    @Command(
            name = "resume",
            description = "Continue a run that failed, was stopped or was killed, with its own folders and policy.",
            mixinStandardHelpOptions = true)
    static final class Resume implements Callable<Integer> {

        private final Surroundings world;

        @Parameters(paramLabel = "RUN_ID", description = "As in runs list.")
        private String runId = "";

        @Mixin
        private DateOptions dates = new DateOptions();

        @Mixin
        private AgainOption again = new AgainOption();

        @Mixin
        private CommonOptions common = new CommonOptions();

        Resume(Surroundings world) {
            this.world = world;
        }

        private static RunRequest.Options options(RunTable runs, RunRecord record) {
            RunRequest.Options options = runs.options(record.runId());
            return switch (record.job()) {
                case LettersJob.NAME -> options.withChannel(Channel.LETTER);
                case SmsJob.NAME -> options.withChannel(Channel.SMS);
                default -> options;
            };
        }

        @Override
        public Integer call() {
            RunRequest request = Sessions.withDatabase(world, common, database -> {
                RunTable runs = new RunTable(database.dataSource());
                RunRecord record = find(runs, runId);
                if (record.status() == RunStatus.COMPLETED) {
                    throw new ArrearsException(
                            FailureKind.INPUT_REFUSED, "run " + runId + " is complete: nothing to continue");
                }
                return new RunRequest(
                        record.job(),
                        record.asOf(),
                        Path.of(record.inDir()),
                        Path.of(record.outDir()),
                        common.home(world),
                        PolicyFiles.ofStored(runs.policy(record.policySha256())),
                        again.in(dates.in(options(runs, record))));
            });
            return new RunCommand(world, common)
                    .run(Optional.ofNullable(JOBS.get(request.job())).orElseThrow(), request);
        }
    }

    /** Stops a run from another shell. */
    @Command(
            name = "stop",
            description = "Ask a running run to stop cleanly; the same command continues it later.",
            mixinStandardHelpOptions = true)
    static final class Stop implements Callable<Integer> {

        private final Surroundings world;

        @Parameters(paramLabel = "RUN_ID", description = "As in runs list.")
        private String runId = "";

        @Mixin
        private CommonOptions common = new CommonOptions();

        Stop(Surroundings world) {
            this.world = world;
        }

        @Override
        public Integer call() {
            return Sessions.withDatabase(world, common, database -> {
                RunTable runs = new RunTable(database.dataSource());
                RunRecord record = find(runs, runId);
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
                world.out().println("run " + runId + " was asked to stop; it stops at its next safe place");
                return ExitCodes.DONE;
            });
        }
    }
}
