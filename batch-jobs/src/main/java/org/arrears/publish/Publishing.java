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
import java.util.Optional;
import java.util.stream.Stream;
import org.arrears.guard.HarmlessWriter;
import org.arrears.outbound.FileEntries;
import org.arrears.outbound.FileEntry;
import org.arrears.outbound.OutboundFile;
import org.arrears.outbound.Recipient;
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
        FileEntries entries = new FileEntries(folder);
        Map<Path, byte[]> before = entries.asTheyAre();
        // Without entries and with all its manifest lists, it was ready when an earlier attempt failed to rename it.
        if (entries.exist() || !PublishedFolder.missing(folder.partial()).isEmpty()) {
            finish(entries);
        }
        long files = folder.files().size();
        // Until this step's transaction ends no other attempt can begin, so nobody else publishes meanwhile.
        attempt.requireLease();
        try {
            folder.publish();
        } catch (IOException inTheWay) {
            // The next attempt compares every file with what its step has noted.
            entries.putBack(before);
            throw inTheWay;
        }
        return files;
    }

    private void finish(FileEntries entries) throws IOException {
        RunRecord record = runs.find(run.runId()).orElseThrow();
        RunStatement statement = statements.of(record);
        copyRejects();
        write("run.json", statement.runJson());
        write("manifest.json", manifest(record, statement, entries.all()));
        entries.delete();
    }

    /** Copies the rejects of the date: of this run and of those it replaces, whose files are known already. */
    private void copyRejects() throws IOException {
        for (int runNo = 1; runNo <= run.runNo(); runNo++) {
            Path rejects =
                    new Run(run.request(), runNo, run.attempt()).recordFolder().resolve("rejects");
            if (Files.isDirectory(rejects)) {
                try (Stream<Path> paths = Files.list(rejects)) {
                    for (Path path : paths.sorted().toList()) {
                        OutboundFile.copy(folder, Recipient.REJECT_MENDERS, path);
                    }
                }
            }
        }
    }

    private Map<String, Object> manifest(RunRecord record, RunStatement statement, Map<String, FileEntry> entries)
            throws IOException {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("run_id", record.runId());
        manifest.put("business_date", record.asOf().toString());
        manifest.put("policy", record.policy().name());
        manifest.put("policy_sha256", record.policy().sha256());
        manifest.put("dpd_convention", DpdConvention.of(run.policy()));
        manifest.put("totals", statement.totals());
        manifest.put("suppressed", statement.suppressed());
        List<Map<String, Object>> files = new ArrayList<>();
        for (String file : folder.files()) {
            if (!FileEntries.isOne(file)) {
                files.add(entry(file, Optional.ofNullable(entries.get(file))));
            }
        }
        manifest.put("files", files);
        return manifest;
    }

    /** Says what is in a file: a file for others has said so itself and is still the same. */
    private Map<String, Object> entry(String file, Optional<FileEntry> said) throws IOException {
        FileDigest digest = FileDigest.of(folder.partial().resolve(file));
        if (said.isPresent() ? !said.get().digest().equals(digest) : file.endsWith(".csv")) {
            throw new IllegalStateException(file + " is not as it was when it was finished: " + digest + ", " + said);
        }
        return said.map(FileEntry::manifest).orElseGet(() -> FileEntry.ofPlain(file, digest));
    }

    private void write(String file, Map<String, Object> content) throws IOException {
        try (Writer out = new HarmlessWriter(new OutputStreamWriter(folder.open(file), StandardCharsets.UTF_8))) {
            out.write(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(content));
            out.write("\n");
        }
    }
}
