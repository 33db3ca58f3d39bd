package org.arrears.ingest.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.arrears.core.policy.PolicyReader;
import org.arrears.core.policy.RejectBudget;
import org.arrears.db.Database;
import org.arrears.ingest.file.Dialect;
import org.arrears.ingest.inbox.Delivery;
import org.arrears.ingest.inbox.Inbox;
import org.arrears.ingest.mapping.Mapping;
import org.arrears.run.Progress;
import org.arrears.run.Run;
import org.arrears.run.RunRequest;
import org.arrears.run.StopSignal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Loads inboxes as the step does, each kind in its transaction, and shows the tables afterwards. */
final class LoadedInboxes {

    private static final List<String> TABLES =
            List.of("customer", "loan", "installment", "transaction", "hold", "promise", "calendar_day");

    private final Database database;
    private final Path folder;
    private final JdbcClient jdbc;
    private RunRequest.Options options = RunRequest.Options.ORDINARY;
    private Mapping mapping = Mapping.NONE;
    private int runs;

    LoadedInboxes(Database database, Path folder) {
        this.database = database;
        this.folder = folder;
        this.jdbc = JdbcClient.create(database.dataSource());
        jdbc.sql("TRUNCATE source_file, loan_change, assessed, open_reject, "
                        + String.join(", ", TABLES).replace("installment", "schedule"))
                .update();
    }

    /** From now on this is the error budget. */
    LoadedInboxes budget(String budget) {
        options = options.withFiles(RejectBudget.parse(budget), options.charset());
        return this;
    }

    /** From now on files are in this character set. */
    LoadedInboxes charset(String name) {
        options = options.withFiles(options.maxRejects(), Optional.of(java.nio.charset.Charset.forName(name)));
        return this;
    }

    /** From now on these corrected rows are loaded besides. */
    LoadedInboxes rejectsFile(Path corrected) {
        options = options.withRejects(Optional.of(corrected));
        return this;
    }

    /** From now on files are read with this mapping, unless an inbox has its own. */
    LoadedInboxes mapping(Mapping other) {
        mapping = other;
        return this;
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    /** Loads files given as name, text, name, text; returns what was taken, in load order. */
    List<SourceFile> load(String asOf, String... namesAndTexts) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            files.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return load(asOf, files);
    }

    List<SourceFile> load(String asOf, Map<String, byte[]> files) {
        Path inbox = folder.resolve("inbox-" + ++runs);
        try {
            Files.createDirectories(inbox);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Files.write(inbox.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return load(asOf, inbox);
    }

    List<SourceFile> load(String asOf, Path inbox) {
        Run run = run(asOf, inbox);
        Dialect own = Dialect.of(run.request());
        Dialect dialect =
                own.mapping().sha256().isEmpty() ? new Dialect(own.charset(), own.maxUnpacked(), mapping) : own;
        Inbox plain = Inbox.of(inbox, dialect.mapping());
        Inbox folderOfDate = options.rejects()
                .map(path -> plain.with(Inbox.single(path, dialect.mapping(), true)))
                .orElse(plain);
        IngestProgress progress = new IngestProgress(Progress.SILENT, folderOfDate.files());
        DeliveryLoader loader = new DeliveryLoader(database.dataSource(), run, dialect, progress, new StopSignal());
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
        List<SourceFile> taken = new ArrayList<>();
        for (Delivery delivery : folderOfDate.deliveries()) {
            List<LoadedFile> loaded = transaction.execute(status -> {
                try {
                    return loader.load(delivery);
                } catch (IOException | SQLException failed) {
                    throw new IllegalStateException(failed);
                }
            });
            if (loaded != null) {
                loaded.forEach(file -> file.taken().ifPresent(taken::add));
            }
        }
        return taken;
    }

    private Run run(String asOf, Path inbox) {
        String yaml = "policy: any\npenalty: { multiple: 1.5 }\nbuckets: { ranges: { M0: 0, M1: 1+ } }\n"
                + "files: { max-rejects: 100% }\n";
        return PolicyReader.read(yaml.getBytes(StandardCharsets.UTF_8), "policy.yaml")
                .match(
                        (policy, warnings) -> new Run(
                                new RunRequest(
                                        "ingest",
                                        LocalDate.parse(asOf),
                                        inbox,
                                        folder,
                                        folder.resolve("home"),
                                        new RunRequest.PolicyFile(policy, yaml),
                                        options),
                                runs,
                                1),
                        errors -> {
                            throw new AssertionError(errors);
                        });
    }

    /** A file about rejects of the latest load; empty if there is none. */
    String rejects(String name) {
        try (var paths = Files.walk(folder.resolve("home"))) {
            Optional<Path> newest = paths.filter(path -> path.endsWith(Path.of("rejects", name)))
                    .max((a, b) -> runNo(a) - runNo(b));
            return newest.isPresent() ? Files.readString(newest.get()) : "";
        } catch (IOException none) {
            return "";
        }
    }

    /** The codes in a file about rejects of the latest load, in its order. */
    List<String> rejectCodes(String name) {
        return RejectRows.in(rejects(name)).stream().map(row -> row.get("code")).toList();
    }

    private static int runNo(Path rejects) {
        return Integer.parseInt(rejects.toString().replaceFirst(".*-([0-9]+)/rejects/.*", "$1"));
    }

    /** Every row of the tables that files fill, without where it came from. */
    Map<String, List<String>> facts() {
        Map<String, List<String>> facts = new LinkedHashMap<>();
        for (String table : TABLES) {
            facts.put(
                    table,
                    jdbc.sql("SELECT (to_jsonb(t) - 'file_no' - 'line')::text FROM " + table + " t ORDER BY 1")
                            .query(String.class)
                            .list());
        }
        return facts;
    }

    List<String> column(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
