package org.arrears.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.arrears.disk.OnDisk;
import org.arrears.disk.PrivateFiles;
import org.arrears.failure.ArrearsException;
import org.arrears.guard.HarmlessWriter;
import org.arrears.run.Attempt;
import org.arrears.run.Fault;
import org.arrears.run.RunFolder;
import org.arrears.run.RunRecord;
import org.arrears.run.RunTable;
import org.arrears.run.Runner;
import org.arrears.summary.RunJson;
import org.arrears.summary.RunSummaries;
import org.arrears.summary.RunSummary;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** {@code run.json} of an attempt in {@code <home>/runs/<run id>}, also of one that was refused or failed. */
final class RunRecordFile {

    private RunRecordFile() {}

    /** Keeps the record of an attempt that failed; a command that was refused before it began has none. */
    static void keepAfter(ArrearsException known, Runner runner) {
        Optional<Attempt> begun =
                runner.attempt().filter(attempt -> !attempt.run().writesOnly());
        try {
            begun.ifPresent(attempt -> keep(runner, attempt, ExitCodes.of(known.kind())));
        } catch (RuntimeException databaseGone) {
            known.addSuppressed(databaseGone);
        }
    }

    /**
     * Keeps the run's record in {@code <home>/runs/<run id>/run.json}, also of a run that was refused or failed; not if
     * another attempt has taken over, whose record it is then.
     */
    static void keep(Runner runner, Attempt attempt, int exitCode) {
        if (!attempt.exitCode(exitCode)) {
            return;
        }
        DataSource dataSource = runner.database().dataSource();
        RunRecord record = new RunTable(dataSource).find(attempt.run().runId()).orElseThrow();
        Map<String, Object> json = RunJson.of(summary(dataSource, record), exitCode);
        json.put("status", record.status().code());
        json.put("message", record.state().message());
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

    static RunSummary summary(DataSource dataSource, RunRecord record) {
        return new RunSummaries(JdbcClient.create(dataSource)).of(record);
    }
}
