package org.arrears.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.arrears.core.text.Shown;
import org.arrears.disk.OnDisk;
import org.arrears.disk.PrivateFiles;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.guard.HarmlessWriter;
import org.arrears.report.PublishedFiles;
import org.arrears.report.RunJson;
import org.arrears.report.RunSummaries;
import org.arrears.report.RunSummary;
import org.arrears.run.Attempt;
import org.arrears.run.Fault;
import org.arrears.run.Run;
import org.arrears.run.RunFolder;
import org.arrears.run.RunRecord;
import org.arrears.run.RunRequest;
import org.arrears.run.RunTable;
import org.arrears.run.Runner;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Runs a job for a command: starts it, keeps its record in home and prints its summary, however it ends. */
final class RunCommand {

    private final Surroundings world;
    private final CommonOptions common;

    RunCommand(Surroundings world, CommonOptions common) {
        this.world = world;
        this.common = common;
    }

    int run(Class<?> jobConfiguration, RunRequest request) {
        return run(jobConfiguration, request, false);
    }

    /** Runs it, or tries it in a copy of the database and in {@code <home>/dry-run}. */
    int run(Class<?> jobConfiguration, RunRequest request, WriteOptions how) {
        if (!how.dryRun()) {
            return run(jobConfiguration, request);
        }
        Path folder = emptied(request.home().resolve("dry-run"));
        RunRequest dry = new RunRequest(
                request.job(),
                request.asOf(),
                request.in(),
                folder.resolve("out"),
                folder,
                request.policyFile(),
                request.options());
        int exitCode = run(jobConfiguration, dry, true);
        world.err().println("dry run: the database and the outbox are as they were; look at " + folder);
        return exitCode;
    }

    private static Path emptied(Path folder) {
        try {
            RunFolder.delete(folder);
            RunFolder.createPrivateFolders(folder);
            return folder;
        } catch (IOException unwritable) {
            throw new ArrearsException(
                    FailureKind.FAILED, folder + " cannot be emptied: " + unwritable.getMessage(), unwritable);
        }
    }

    private int run(Class<?> jobConfiguration, RunRequest request, boolean dryRun) {
        return Sessions.withRunner(world, common, dryRun, runner -> run(runner, jobConfiguration, request, dryRun));
    }

    private int run(Runner runner, Class<?> jobConfiguration, RunRequest request, boolean dryRun) {
        if (!common.quiet()) {
            world.err()
                    .println(request.job() + " " + request.asOf() + ", policy "
                            + request.policy().name());
        }
        try {
            Runner.Outcome outcome = runner.run(jobConfiguration, request);
            return outcome.alreadyComplete() ? alreadyComplete(runner, request) : completed(runner, outcome, dryRun);
        } catch (ArrearsException known) {
            keepAfter(known, runner);
            throw known;
        }
    }

    /** Keeps the record of an attempt that failed; a command that was refused before it began has none. */
    private static void keepAfter(ArrearsException known, Runner runner) {
        Optional<Attempt> begun =
                runner.attempt().filter(attempt -> !attempt.run().writesOnly());
        try {
            begun.ifPresent(attempt -> keep(runner, attempt, ExitCodes.of(known.kind())));
        } catch (RuntimeException databaseGone) {
            known.addSuppressed(databaseGone);
        }
    }

    private int alreadyComplete(Runner runner, RunRequest request) {
        RunRecord record = runner.lastRun(request).orElseThrow();
        Optional<Path> published = Optional.of(Path.of(record.outDir()).resolve(request.folderName()))
                .filter(folder -> request.publishes() && Files.isDirectory(folder));
        List<String> missing = published.map(PublishedFiles::missing).orElse(List.of());
        if (common.json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("run_id", record.runId());
            json.put("already_complete", true);
            json.put("missing", missing);
            world.out().println(JsonMapper.shared().writeValueAsString(json));
        } else {
            world.out()
                    .println(record.runId() + " is already complete; nothing was touched."
                            + published
                                    .map(folder -> " Results: " + Shown.line(folder.toString()) + ".")
                                    .orElse("")
                            + (missing.isEmpty()
                                    ? ""
                                    : " Missing there, though in its manifest: "
                                            + Shown.line(String.join(", ", missing))
                                            + "; moved away as a whole, the folder is made again by this command.")
                            + " To do it again, with files that have come since: --rerun");
        }
        return ExitCodes.DONE;
    }

    private int completed(Runner runner, Runner.Outcome outcome, boolean dryRun) {
        RunRecord record = runner.lastRun(outcome.run().request()).orElseThrow();
        RunSummary summary = summary(runner.database().dataSource(), record);
        int exitCode = summary.rejected() > 0 ? ExitCodes.DONE_WITH_REJECTS : ExitCodes.DONE;
        runner.attempt().ifPresent(attempt -> keep(runner, attempt, exitCode));
        if (common.json()) {
            world.out()
                    .println(JsonMapper.shared()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsString(RunJson.of(summary, exitCode)));
        } else {
            Path published = new RunFolder(outcome.run()).published();
            Optional<Path> folder = Optional.of(published).filter(Files::isDirectory);
            SummaryText text = new SummaryText(world.out());
            text.print(summary, folder);
            if (!dryRun) {
                text.printNext(summary, rejects(outcome.run(), folder), folder);
            }
        }
        return exitCode;
    }

    /** Returns where the rejects lie that a summary counts: in what was published, or with this run or one before. */
    private static Optional<Path> rejects(Run run, Optional<Path> published) {
        Stream<Path> records = IntStream.iterate(run.runNo(), runNo -> runNo > 0, runNo -> runNo - 1)
                .mapToObj(runNo -> new Run(run.request(), runNo, 1).recordFolder());
        return Stream.concat(published.stream(), records)
                .map(folder -> folder.resolve("rejects"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    private static RunSummary summary(DataSource dataSource, RunRecord record) {
        return new RunSummaries(JdbcClient.create(dataSource)).of(record);
    }

    /**
     * Keeps the run's record in {@code <home>/runs/<run id>/run.json}, also of a run that was refused or failed; not if
     * another attempt has taken over, whose record it is then.
     */
    private static void keep(Runner runner, Attempt attempt, int exitCode) {
        if (!attempt.exitCode(exitCode)) {
            return;
        }
        DataSource dataSource = runner.database().dataSource();
        RunRecord record = new RunTable(dataSource).find(attempt.run().runId()).orElseThrow();
        Map<String, Object> json = RunJson.of(summary(dataSource, record), exitCode);
        json.put("status", record.status().code());
        json.put("message", record.message());
        Path folder = attempt.run().recordFolder();
        try {
            RunFolder.createPrivateFolders(folder);
            Path partial = folder.resolve(".run.json.partial");
            Files.deleteIfExists(partial);
            try (Writer out =
                    new HarmlessWriter(new OutputStreamWriter(PrivateFiles.create(partial), StandardCharsets.UTF_8))) {
                JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValue(out, json);
            }
            OnDisk.file(partial);
            Files.move(
                    partial,
                    folder.resolve("run.json"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            OnDisk.folder(folder);
        } catch (IOException unwritable) {
            throw Fault.of(unwritable);
        }
    }
}
