package org.arrears.ingest.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.arrears.db.BulkLoad;
import org.arrears.ingest.kind.FileKind;
import org.arrears.ingest.kind.Gathering;
import org.arrears.ingest.kind.StageCheck;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of a delivery on their way into a table, inside one transaction.
 *
 * <p>Rows go to a temporary table, are checked against other tables there, and are merged set by set. If the table is
 * empty its own rows are the stage: the indexes are made after the COPY, as a bulk load wants it. Rows that are
 * gathered have a stage of arrays beside it, where all are in the end.
 */
public final class Stage {

    private final JdbcClient jdbc;
    private final Connection connection;
    private final FileKind kind;
    private final StageRejects rejects;
    private final Optional<GatheredStage> gathered;
    private final Optional<BulkLoad> direct;
    private final String rows;
    private final List<StagedFile> files = new ArrayList<>();
    private final Map<Integer, Long> repeated = new HashMap<>();

    private Stage(JdbcClient jdbc, Connection connection, FileKind kind, StageRejects rejects) {
        this.jdbc = jdbc;
        this.connection = connection;
        this.kind = kind;
        this.rejects = rejects;
        String table = kind.table();
        this.gathered = kind.gathering().map(gathering -> new GatheredStage(jdbc, connection, gathering));
        boolean straightIn = gathered.isEmpty() && BulkLoad.suits(jdbc, table);
        this.direct = straightIn ? Optional.of(BulkLoad.begin(jdbc, table)) : Optional.empty();
        this.rows = direct.isPresent() ? table : "stage_" + table;
        if (direct.isEmpty()) {
            run("CREATE TEMP TABLE " + rows + " (LIKE " + table + " INCLUDING DEFAULTS) ON COMMIT DROP");
            for (String column : kind.columns().fallbacks().keySet()) {
                run("ALTER TABLE " + rows + " ALTER COLUMN " + column + " DROP NOT NULL");
            }
        }
    }

    static Stage prepare(JdbcClient jdbc, Connection connection, FileKind kind) {
        return new Stage(jdbc, connection, kind, StageRejects.create(jdbc, kind));
    }

    /** Returns the table where the rows are once they are checked: as they are stored, gathered or not. */
    public String name() {
        return gathered.map(GatheredStage::name).orElse(rows);
    }

    /** Returns the table of those that are rows. */
    String rows() {
        return rows;
    }

    Optional<Gathering> gathering() {
        return kind.gathering();
    }

    /** Returns what has a row for each row that is checked, as SQL. */
    String byRow() {
        return gathered.map(stage -> "(" + stage.gathering().rowsOf(stage.name()) + ")")
                .orElse(rows);
    }

    /** Says whether all rows are new: the table had none. */
    boolean isNew() {
        return gathered.map(GatheredStage::isNew).orElse(direct.isPresent());
    }

    StageRejects rejects() {
        return rejects;
    }

    public List<StagedFile> files() {
        return files;
    }

    /** Begins the rows of a file. */
    public StageWriter write(StagedFile file) throws SQLException {
        files.add(file);
        return new StageWriter(connection, this, file.fileNo());
    }

    /** Takes out the rows that the checks or a doubled key condemn, and makes the indexes. */
    void check() throws SQLException {
        if (gathered.isPresent()) {
            gathered.get().scatterInto(rows);
        }
        for (StageCheck check : kind.checks()) {
            if (!(isNew() && check.againstOwnTable())) {
                throwOut(check);
            }
        }
        boolean keyed = makeKey();
        if (!keyed) {
            findDoubles();
        }
        if (kind.isWholeByLoan() && rejects.nameLoans()) {
            throwOut(StageCheck.loanIncomplete());
        }
        if (!keyed) {
            dropRepeated();
            if (!makeKey()) {
                throw new IllegalStateException("a key is still double in " + rows);
            }
        }
        direct.ifPresent(BulkLoad::makeIndexes);
        gathered.ifPresentOrElse(stage -> stage.gather(rows), () -> run("ANALYZE " + rows));
    }

    private void throwOut(StageCheck check) {
        rejects.throwOut(rows, "WHERE " + check.violation(), check);
        gathered.ifPresent(stage ->
                rejects.throwOutGathered(stage.name(), stage.gathering(), "WHERE " + check.violation(), check));
    }

    /** Notes the rows whose key an earlier row has, and throws out those that say something else. */
    private void findDoubles() {
        String keys = String.join(", ", kind.key());
        run("CREATE TEMP TABLE stage_double ON COMMIT DROP AS SELECT * FROM (SELECT ctid AS place, file_no,"
                + " row_number() OVER w AS n, first_value(ctid) OVER w AS first_place FROM " + rows
                + " WINDOW w AS (PARTITION BY " + keys + " ORDER BY file_no, line)) d WHERE n > 1");
        StageCheck twice = StageCheck.duplicateKey(kind);
        for (StagedFile file : files) {
            rejects.throwOut(
                    rows,
                    "USING stage_double d, " + rows + " o WHERE d.file_no = " + file.fileNo()
                            + " AND s.ctid = d.place AND o.ctid = d.first_place AND NOT (" + saysTheSame(file) + ")",
                    twice);
        }
    }

    /** Returns the condition that a row {@code s} of a file says nothing that {@code o} does not say. */
    private String saysTheSame(StagedFile file) {
        if (!kind.mayRepeat()) {
            return "false";
        }
        List<String> said = kind.columns().stored().stream().filter(file::has).toList();
        return "(" + content("s.", said) + ") IS NOT DISTINCT FROM (" + content("o.", said) + ")";
    }

    private String content(String prefix, List<String> columns) {
        Map<String, String> fallbacks = kind.columns().fallbacks();
        return columns.stream()
                .map(column -> Optional.ofNullable(fallbacks.get(column))
                        .map(fallback -> "coalesce(" + prefix + column + ", " + fallback + ")")
                        .orElse(prefix + column))
                .collect(Collectors.joining(", "));
    }

    private void dropRepeated() {
        jdbc.sql("WITH gone AS (DELETE FROM " + rows + " s USING stage_double d WHERE s.ctid = d.place"
                        + " RETURNING s.file_no) SELECT file_no, count(*) FROM gone GROUP BY file_no")
                .query(row -> {
                    repeated.put(row.getInt(1), row.getLong(2));
                });
        run("DROP TABLE stage_double");
    }

    private boolean makeKey() throws SQLException {
        return isMade(
                connection,
                () -> direct.ifPresentOrElse(
                        BulkLoad::makeKey,
                        () -> run("ALTER TABLE " + rows + " ADD PRIMARY KEY (" + String.join(", ", kind.key()) + ")")));
    }

    /** Makes a key unless one is double; then everything is as before. */
    static boolean isMade(Connection connection, Runnable key) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            key.run();
            connection.releaseSavepoint(before);
            return true;
        } catch (DuplicateKeyException twice) {
            connection.rollback(before);
            return false;
        }
    }

    /** Returns how many rows of a file were left out because an earlier row says the same. */
    long repeated(int fileNo) {
        return repeated.getOrDefault(fileNo, 0L);
    }

    public long count() {
        return gathered.map(GatheredStage::count)
                .orElseGet(() -> jdbc.sql("SELECT count(*) FROM " + rows)
                        .query(Long.class)
                        .single());
    }

    /** Returns the columns of a row: those of the file, and where it came from. */
    List<String> rowColumns() {
        List<String> all = new ArrayList<>(kind.columns().stored());
        all.add("file_no");
        all.add("line");
        return all;
    }

    /** Drops what must not outlive this delivery in the transaction. */
    void drop() {
        rejects.drop();
        gathered.ifPresent(GatheredStage::drop);
        if (direct.isEmpty()) {
            run("DROP TABLE " + rows);
        }
    }

    private void run(String sql) {
        jdbc.sql(sql).update();
    }
}
