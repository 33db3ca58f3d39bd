package org.arrears.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Moves the rows of a stage into their table.
 *
 * <p>What a file leaves out changes nothing of a row that is there: its stored value goes back into it. A file for an
 * earlier date changes no row of a later file.
 */
final class StageMerge {

    private final JdbcClient jdbc;
    private final Stage stage;
    private final FileKind kind;
    private final Destination destination;
    private final Optional<LocalDate> dated;
    private final Map<Integer, Long> outdated = new HashMap<>();
    private final Map<Integer, Map<String, Long>> cleared = new HashMap<>();

    /** Merges files of a business date; files without one are newer than all that came before them. */
    StageMerge(JdbcClient jdbc, Stage stage, FileKind kind, Destination destination, Optional<LocalDate> dated) {
        this.jdbc = jdbc;
        this.stage = stage;
        this.kind = kind;
        this.destination = destination;
        this.dated = dated;
    }

    /** Returns how many staged rows of a file changed nothing, because a file of a later date has them. */
    long outdated(int fileNo) {
        return outdated.getOrDefault(fileNo, 0L);
    }

    /** Returns how many stored values a file emptied, by its column. */
    Map<String, Long> cleared(int fileNo) {
        return cleared.getOrDefault(fileNo, Map.of());
    }

    /** Inserts new keys and updates changed rows. */
    void upsert() {
        if (stage.isNew()) {
            noteAllLoans();
            return;
        }
        String unlessLater = unlessLater(sameKey("t2"));
        String columns = String.join(", ", stage.allColumns());
        String values = destination.columns().stream()
                .filter(column -> !destination.key().contains(column))
                .collect(Collectors.joining(", "));
        String set = stage.allColumns().stream()
                .filter(column -> !destination.key().contains(column))
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        for (StagedFile file : stage.files()) {
            countCleared(file, unlessLater);
            noteChanges("INSERT INTO " + destination.table() + " AS t (" + columns + ") SELECT " + completed(file)
                    + " FROM " + stage.name() + " s LEFT JOIN " + destination.table() + " k ON " + sameKey("k")
                    + " WHERE s.file_no = " + file.fileNo() + unlessLater + " ON CONFLICT ("
                    + String.join(", ", destination.key()) + ") DO UPDATE SET " + set + " WHERE ("
                    + prefixed("t.", values) + ") IS DISTINCT FROM (" + prefixed("excluded.", values) + ")");
        }
    }

    /** Returns the values of a staged row {@code s}, with those of the stored row {@code k} where its file has none. */
    private String completed(StagedFile file) {
        List<String> values = new ArrayList<>();
        for (String column : stage.allColumns()) {
            String fallback = destination.defaults().get(column);
            String known = file.has(column) ? "s." + column : "k." + column;
            values.add(fallback == null ? known : "coalesce(s." + column + ", k." + column + ", " + fallback + ")");
        }
        return String.join(", ", values);
    }

    /** Counts, by column, the stored values that an empty field of a file takes away. */
    private void countCleared(StagedFile file, String unlessLater) {
        Map<String, String> clearing = new TreeMap<>();
        List<String> columns = destination.columns();
        for (int i = 0; i < columns.size(); i++) {
            Column ours = kind.columns().get(i);
            if (file.has(columns.get(i))
                    && !ours.required()
                    && !destination.defaults().containsKey(columns.get(i))) {
                clearing.put(ours.name(), columns.get(i));
            }
        }
        if (clearing.isEmpty()) {
            return;
        }
        String emptied = clearing.values().stream()
                .map(column -> "(s." + column + " IS NULL AND k." + column + " IS NOT NULL)")
                .collect(Collectors.joining(" OR "));
        String counts = clearing.values().stream()
                .map(column -> "count(k." + column + ") FILTER (WHERE s." + column + " IS NULL)")
                .collect(Collectors.joining(", "));
        List<String> names = List.copyOf(clearing.keySet());
        Map<String, Long> counted = new TreeMap<>();
        jdbc.sql("SELECT " + counts + " FROM " + stage.name() + " s JOIN " + destination.table() + " k ON "
                        + sameKey("k") + " WHERE s.file_no = " + file.fileNo() + unlessLater + " AND (" + emptied + ")")
                .query(row -> {
                    for (int i = 0; i < names.size(); i++) {
                        if (row.getLong(i + 1) > 0) {
                            counted.put(names.get(i), row.getLong(i + 1));
                        }
                    }
                });
        cleared.put(file.fileNo(), counted);
    }

    /** Inserts new keys; what is there already is the same, or a check has thrown it out. */
    void append() {
        if (stage.isNew()) {
            noteAllLoans();
            return;
        }
        String all = String.join(", ", stage.allColumns());
        noteChanges("INSERT INTO " + destination.table() + " AS t (" + all + ") SELECT " + all + " FROM " + stage.name()
                + " ON CONFLICT DO NOTHING");
    }

    /** Replaces the whole schedule of each loan whose staged schedule differs from the one there is. */
    void replaceSchedules() {
        if (stage.isNew()) {
            noteAllLoans();
            return;
        }
        String table = destination.table();
        run("CREATE TEMP TABLE stage_loan ON COMMIT DROP AS SELECT s.loan_no, max(s.file_no) AS file_no FROM "
                + stage.name() + " s WHERE true" + unlessLater("t2.loan_no = s.loan_no") + " GROUP BY s.loan_no");
        // A few looks by key a loan: the cost is that of the files, however large the table is.
        run("DELETE FROM stage_loan n WHERE ARRAY(SELECT (s.seq, s.due_on, s.principal, s.interest,"
                + " coalesce(s.fee, k.fee, 0)) FROM " + stage.name() + " s LEFT JOIN " + table + " k ON "
                + sameKey("k") + " WHERE s.loan_no = n.loan_no ORDER BY s.seq) IS NOT DISTINCT FROM"
                + " ARRAY(SELECT (seq, due_on, principal, interest, fee) FROM " + table
                + " WHERE loan_no = n.loan_no ORDER BY seq)");
        run("ANALYZE stage_loan");
        run("UPDATE " + stage.name() + " s SET fee = coalesce((SELECT k.fee FROM " + table + " k WHERE " + sameKey("k")
                + "), 0) FROM stage_loan n WHERE s.loan_no = n.loan_no AND s.fee IS NULL");
        run("DELETE FROM " + table + " i USING stage_loan n WHERE i.loan_no = n.loan_no");
        String all = prefixed("s.", String.join(", ", stage.allColumns()));
        run("INSERT INTO " + table + " (" + String.join(", ", stage.allColumns()) + ") SELECT " + all + " FROM "
                + stage.name() + " s JOIN stage_loan n ON n.loan_no = s.loan_no");
        run("INSERT INTO loan_change (file_no, loan_no) SELECT file_no, loan_no FROM stage_loan"
                + " WHERE EXISTS (SELECT 1 FROM assessed)");
        run("DROP TABLE stage_loan");
    }

    /** Returns the condition, after others, under which a row may change what is there; counts those that may not. */
    private String unlessLater(String same) {
        if (!laterFiles()) {
            return "";
        }
        String later = "EXISTS (SELECT 1 FROM " + destination.table()
                + " t2 JOIN source_file f ON f.file_no = t2.file_no WHERE " + same + " AND f.dated AND f.as_of > DATE '"
                + dated.orElseThrow() + "')";
        jdbc.sql("SELECT s.file_no, count(*) FROM " + stage.name() + " s WHERE " + later + " GROUP BY s.file_no")
                .query(row -> {
                    outdated.put(row.getInt(1), row.getLong(2));
                });
        return " AND NOT " + later;
    }

    private boolean laterFiles() {
        return dated.isPresent()
                && jdbc.sql("SELECT EXISTS (SELECT 1 FROM source_file WHERE kind = ? AND dated AND as_of > ?)")
                        .params(kind.code(), dated.get())
                        .query(Boolean.class)
                        .single();
    }

    private String sameKey(String other) {
        return destination.key().stream()
                .map(column -> other + "." + column + " = s." + column)
                .collect(Collectors.joining(" AND "));
    }

    /** Says whether the assessment of the loans in the rows depends on them. */
    private boolean changesLoans() {
        return destination.columns().contains("loan_no") && kind != FileKind.PROMISES;
    }

    private void noteChanges(String insert) {
        if (changesLoans()) {
            run("WITH merged AS (" + insert + " RETURNING t.file_no, t.loan_no) INSERT INTO loan_change"
                    + " (file_no, loan_no) SELECT DISTINCT file_no, loan_no FROM merged"
                    + " WHERE EXISTS (SELECT 1 FROM assessed)");
        } else {
            run(insert);
        }
    }

    private void noteAllLoans() {
        if (changesLoans()) {
            run("INSERT INTO loan_change (file_no, loan_no) SELECT DISTINCT file_no, loan_no FROM " + stage.name()
                    + " WHERE EXISTS (SELECT 1 FROM assessed)");
        }
    }

    private static String prefixed(String prefix, String columns) {
        return prefix + columns.replace(", ", ", " + prefix);
    }

    private void run(String sql) {
        jdbc.sql(sql).update();
    }
}
