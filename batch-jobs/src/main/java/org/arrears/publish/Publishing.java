package org.arrears.publish;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.arrears.disk.PrivateFiles;
import org.arrears.guard.HarmlessWriter;
import org.arrears.run.Attempt;
import org.arrears.run.FileDigest;
import org.arrears.run.Run;
import org.arrears.run.RunFolder;
import org.arrears.run.RunRecord;
import org.arrears.run.RunTable;
import tools.jackson.databind.json.JsonMapper;

/** Finishes the run folder: rejects, run record and manifest, then the rename that makes it visible. */
final class Publishing {

    private final RunStatement.Source statements;
    private final RunTable runs;
    private final Run run;
    private final Attempt attempt;
    private final RunFolder folder;

    Publishing(RunStatement.Source statements, RunTable runs, Attempt attempt) {
        this.statements = statements;
        this.runs = runs;
        this.attempt = attempt;
        this.run = attempt.run();
        this.folder = new RunFolder(run);
    }

    /** Begins the run folder anew. */
    long prepare() throws IOException {
        folder.clear();
        return 0;
    }

    /** Publishes; returns how many files. */
    long publish() throws IOException {
        RunRecord record = runs.find(run.runId()).orElseThrow();
        RunStatement statement = statements.of(record);
        copyRejects();
        write("run.json", statement.runJson());
        List<String> files = folder.files();
        write("manifest.json", manifest(record, statement, files));
        // Until this step's transaction ends no other attempt can begin, so nobody else publishes meanwhile.
        attempt.requireLease();
        folder.publish();
        return files.size() + 1L;
    }

    /** Copies the rejects of the date: of this run and of those it replaces, whose files are known already. */
    private void copyRejects() throws IOException {
        for (int runNo = 1; runNo <= run.runNo(); runNo++) {
            Path rejects =
                    new Run(run.request(), runNo, run.attempt()).recordFolder().resolve("rejects");
            if (Files.isDirectory(rejects)) {
                try (Stream<Path> paths = Files.list(rejects)) {
                    for (Path path : paths.sorted().toList()) {
                        PrivateFiles.copy(path, folder.path("rejects/" + path.getFileName()));
                    }
                }
            }
        }
    }

    private Map<String, Object> manifest(RunRecord record, RunStatement statement, List<String> files)
            throws IOException {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("run_id", record.runId());
        manifest.put("business_date", record.asOf().toString());
        manifest.put("policy", record.policyName());
        manifest.put("policy_sha256", record.policySha256());
        manifest.put("dpd_convention", DpdConvention.of(run.policy()));
        manifest.put("totals", statement.totals());
        manifest.put("suppressed", statement.suppressed());
        List<Map<String, Object>> entries = new ArrayList<>();
        for (String file : files) {
            Path path = folder.partial().resolve(file);
            FileDigest digest = FileDigest.of(path);
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("file", file);
            entry.put("bytes", digest.bytes());
            entry.put("sha256", digest.sha256());
            if (file.endsWith(".csv")) {
                CsvTotals totals = CsvTotals.of(path);
                entry.put("rows", totals.rows());
                if (!totals.sums().isEmpty()) {
                    entry.put("sums", totals.sums());
                }
            }
            entries.add(entry);
        }
        manifest.put("files", entries);
        return manifest;
    }

    private void write(String file, Map<String, Object> content) throws IOException {
        try (Writer out = new HarmlessWriter(new OutputStreamWriter(folder.open(file), StandardCharsets.UTF_8))) {
            out.write(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(content));
            out.write("\n");
        }
    }
}
