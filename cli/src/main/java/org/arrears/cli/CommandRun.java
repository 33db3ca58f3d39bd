package org.arrears.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.arrears.contact.NoticeTemplates;
import org.arrears.core.text.Shown;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.publish.PublishedFolder;
import org.arrears.run.Run;
import org.arrears.run.RunFolder;
import org.arrears.run.RunRecord;
import org.arrears.run.RunRequest;
import org.arrears.run.Runner;
import org.arrears.summary.RunJson;
import org.arrears.summary.RunSummary;
import tools.jackson.databind.json.JsonMapper;

/** Runs a job for a command: starts it, keeps its record in home and prints its summary, however it ends. */
final class CommandRun {

    private final Console console;
    private final CommonOptions common;
    private final boolean json;

    /** Takes whether the summary is for programs. */
    CommandRun(Console console, CommonOptions common, boolean json) {
        this.console = console;
        this.common = common;
        this.json = json;
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
        console.err().println("dry run: the database and the outbox are as they were; look at " + folder);
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

    private int run(Class<?> jobConfiguration, RunRequest asked, boolean dryRun) {
        RunRequest request = asked.writesNotices() ? asked.with(NoticeTemplates.lookedAt(asked)) : asked;
        return Sessions.withRunner(console, common, dryRun, runner -> run(runner, jobConfiguration, request, dryRun));
    }

    private int run(Runner runner, Class<?> jobConfiguration, RunRequest request, boolean dryRun) {
        if (!common.quiet()) {
            console.err()
                    .println(request.job() + " " + request.asOf() + ", policy "
                            + request.policy().name());
        }
        try {
            Runner.Outcome outcome = runner.run(jobConfiguration, request);
            return outcome.alreadyComplete() ? alreadyComplete(runner, request) : completed(runner, outcome, dryRun);
        } catch (ArrearsException known) {
            RunRecordFile.keepAfter(known, runner);
            throw known;
        }
    }

    private int alreadyComplete(Runner runner, RunRequest request) {
        RunRecord record = runner.lastRun(request).orElseThrow();
        Optional<Path> published = Optional.of(Path.of(record.folders().out()).resolve(request.folderName()))
                .filter(folder -> request.publishes() && Files.isDirectory(folder));
        List<String> missing = published.map(PublishedFolder::missing).orElse(List.of());
        if (json) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("run_id", record.runId());
            values.put("already_complete", true);
            values.put("missing", missing);
            console.out().println(JsonMapper.shared().writeValueAsString(values));
        } else {
            console.out()
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
        RunSummary summary = RunRecordFile.summary(runner.database().dataSource(), record);
        int exitCode = ExitCodes.of(summary.end());
        runner.attempt().ifPresent(attempt -> RunRecordFile.keep(runner, attempt, exitCode));
        if (json) {
            console.out()
                    .println(JsonMapper.shared()
                            .writerWithDefaultPrettyPrinter()
                            .writeValueAsString(RunJson.of(summary, exitCode)));
        } else {
            Path published = new RunFolder(outcome.run()).published();
            Optional<Path> folder = Optional.of(published).filter(Files::isDirectory);
            SummaryText text = new SummaryText(console.out(), common.hints(console));
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
}
