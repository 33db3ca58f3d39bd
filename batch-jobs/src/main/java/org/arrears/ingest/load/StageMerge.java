package org.arrears.ingest.load;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.arrears.ingest.inbox.Delivery;
import org.arrears.ingest.kind.Column;
import org.arrears.ingest.kind.FileKind;
import org.arrears.ingest.kind.Gathering;
import org.arrears.ingest.kind.Merge;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Moves the rows of a stage into their table.
 *
 * <p>What a file leaves out changes nothing of a row that is there: its stored value goes back into it. A file for an
 * earlier date changes no row of a later file.
 */
final class StageMerge implements Merge {

    private final JdbcClient jdbc;
    private final Stage stage;
    private final FileKind kind;
    private final boolean corrected;
    private final Optional<LocalDate> dated;
    private final Map<Integer, Long> outdated = new HashMap<>();
    private final Map<Integer, Long> written = new HashMap<>();
    private final Map<Integer, Map<String, Long>> cleared = new HashMap<>();

    /** Merges files of a business date; files without one are newer than all that came before them. */
    StageMerge(JdbcClient jdbc, Stage stage, Delivery delivery, Optional<LocalDate> dated) {
        this.jdbc = jdbc;
        this.stage = stage;
        this.kind = delivery.kind();
        this.corrected = delivery.corrected();
        this.dated = dated;
    }

    /** Returns how many staged rows of a file changed nothing, because a file of a later date has them. */
    long outdated(int fileNo) {
        return outdated.getOrDefault(fileNo, 0L);
    }

    /** Returns how many of a file's staged rows are new in the table or changed it. */
    long written(int fileNo, long staged) {
        return stage.isNew() ? staged : written.getOrDefault(fileNo, 0L);
    }

    /** Returns how many stored values a file emptied, by its column. */
    Map<String, Long> cleared(int fileNo) {
        return cleared.getOrDefault(fileNo, Map.of());
    }

    @Override
    public String stage() {
        return stage.name();
    }

    @Override
    public boolean isStagedInItsTable() {
        return stage.isNew();
    }

    @Override
    public boolean isCorrected() {
        return corrected;
    }

    @Override
    public void upsert() {
        if (stage.isNew()) {
            noteAllLoans();
            return;
        }
        String unlessLater = unlessLater(sameKey("t2"));
        String columns = String.join(", ", stage.rowColumns());
        String values = kind.columns().stored().stream()
                .filter(column -> !kind.key().contains(column))
                .collect(Collectors.joining(", "));
        String set = stage.rowColumns().stream()
                .filter(column -> !kind.key().contains(column))
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        for (StagedFile file : stage.files()) {
            countCleared(file, unlessLater);
            noteChanges("INSERT INTO " + kind.table() + " AS t (" + columns + ") SELECT " + completed(file)
                    + " FROM " + stage.name() + " s LEFT JOIN " + kind.table() + " k ON " + sameKey("k")
                    + " WHERE s.file_no = " + file.fileNo() + unlessLater + " ON CONFLICT ("
                    + String.join(", ", kind.key()) + ") DO UPDATE SET " + set + " WHERE ("
                    + prefixed("t.", values) + ") IS DISTINCT FROM (" + prefixed("excluded.", values) + ")");
        }
    }

    /** Returns the values of a staged row {@code s}, with those of the stored row {@code k} where its file has none. */
    private String completed(StagedFile file) {
        List<String> values = new ArrayList<>();
        for (String column : stage.rowColumns()) {
            String fallback = kind.columns().fallbacks().get(column);
            String known = file.has(column) ? "s." + column : "k." + column;
            values.add(fallback == null ? known : "coalesce(s." + column + ", k." + column + ", " + fallback + ")");
        }
        return String.join(", ", values);
    }

    /** Counts, by column, the stored values that an empty field of a file takes away. */
    private void countCleared(StagedFile file, String unlessLater) {
        Map<String, String> clearing = new TreeMap<>();
        for (Column column : kind.columns().all()) {
            if (file.has(column.stored())
                    && !column.required()
                    && column.fallback().isEmpty()) {
                clearing.put(column.name(), column.stored());
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
        jdbc.sql("SELECT " + counts + " FROM " + stage.name() + " s JOIN " + kind.table() + " k ON " + sameKey("k")
                        + " WHERE s.file_no = " + file.fileNo() + unlessLater + " AND (" + emptied + ")")
                .query(row -> {
                    for (int i = 0; i < names.size(); i++) {
                        if (row.getLong(i + 1) > 0) {
                            counted.put(names.get(i), row.getLong(i + 1));
                        }
                    }
                });
        cleared.put(file.fileNo(), counted);
    }

    @Override
    public void append() {
        if (stage.isNew()) {
            noteAllLoans();
            return;
        }
        String all = String.join(", ", stage.rowColumns());
        noteChanges("INSERT INTO " + kind.table() + " AS t (" + all + ") SELECT " + all + " FROM " + stage.name()
                + " ON CONFLICT DO NOTHING");
    }

    @Override
    public String unlessLater(String same) {
        if (!laterFiles()) {
            return "";
        }
        String later = "EXISTS (SELECT 1 FROM " + kind.table()
                + " t2 JOIN source_file f ON f.file_no = t2.file_no WHERE " + same + " AND f.dated AND f.as_of > DATE '"
                + dated.orElseThrow() + "')";
        jdbc.sql("SELECT s.file_no, count(*) FROM " + stage.byRow() + " s WHERE " + later + " GROUP BY s.file_no")
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

    @Override
    public String sameKey(String other) {
        return kind.key().stream()
                .map(column -> other + "." + column + " = s." + column)
                .collect(Collectors.joining(" AND "));
    }

    @Override
    public void put(String gathered) {
        Gathering gathering = stage.gathering().orElseThrow();
        List<String> columns = gathering.tableColumns();
        String key = gathering.key();
        String set = columns.stream()
                .filter(column -> !column.equals(key))
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        String values = String.join(", ", gathering.arrays());
        count("WITH put AS (INSERT INTO " + gathering.table() + " AS t (" + String.join(", ", columns) + ") " + gathered
                + " ON CONFLICT (" + key + ") DO UPDATE SET " + set + " WHERE (" + prefixed("t.", values)
                + ") IS DISTINCT FROM (" + prefixed("excluded.", values) + ") RETURNING t.*), merged AS ("
                + gathering.rowsOf("put") + "), noted AS (INSERT INTO loan_change (file_no, loan_no)"
                + " SELECT file_no, loan_no FROM put WHERE EXISTS (SELECT 1 FROM assessed))");
    }

    private void noteChanges(String insert) {
        if (kind.changesLoans()) {
            count("WITH merged AS (" + insert + " RETURNING t.file_no, t.loan_no), noted AS (INSERT INTO loan_change"
                    + " (file_no, loan_no) SELECT DISTINCT file_no, loan_no FROM merged"
                    + " WHERE EXISTS (SELECT 1 FROM assessed))");
        } else {
            count("WITH merged AS (" + insert + " RETURNING t.file_no)");
        }
    }

    private void count(String merged) {
        jdbc.sql(merged + " SELECT file_no, count(*) FROM merged GROUP BY file_no")
                .query(row -> {
                    written.merge(row.getInt(1), row.getLong(2), Long::sum);
                });
    }

    @Override
    public void noteAllLoans() {
        if (kind.changesLoans()) {
            run("INSERT INTO loan_change (file_no, loan_no) SELECT DISTINCT file_no, loan_no FROM " + stage.name()
                    + " WHERE EXISTS (SELECT 1 FROM assessed)");
        }
    }

    private static String prefixed(String prefix, String columns) {
        return prefix + columns.replace(", ", ", " + prefix);
    }

    @Override
    public void run(String sql) {
        jdbc.sql(sql).update();
    }
}
