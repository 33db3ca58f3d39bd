package org.arrears.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.arrears.db.BulkLoad;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of one file on their way into a table, inside one transaction.
 *
 * <p>Rows go to a temporary table, are checked against other tables there, and are merged set by set. If the table is
 * empty its own rows are the stage: the indexes are made after the COPY, as a bulk load wants it.
 */
final class Stage {

    private final JdbcClient jdbc;
    private final Connection connection;
    private final Destination destination;
    private final SourceFile file;
    private final List<StageCheck> checks;
    private final Optional<BulkLoad> direct;
    private final String name;
    private long outdated;

    private Stage(JdbcClient jdbc, Connection connection, Destination destination, SourceFile file) {
        this.jdbc = jdbc;
        this.connection = connection;
        this.destination = destination;
        this.file = file;
        this.checks = new ArrayList<>(destination.checks());
        String table = destination.table();
        this.direct = BulkLoad.suits(jdbc, table) ? Optional.of(BulkLoad.begin(jdbc, table)) : Optional.empty();
        this.name = direct.isPresent() ? table : "stage_" + table;
        if (direct.isEmpty()) {
            run("CREATE TEMP TABLE " + name + " (LIKE " + table + " INCLUDING DEFAULTS) ON COMMIT DROP");
        }
    }

    static Stage prepare(JdbcClient jdbc, Connection connection, Destination destination, SourceFile file) {
        return new Stage(jdbc, connection, destination, file);
    }

    String name() {
        return name;
    }

    /** A row that a check threw out. */
    record ThrownOut(int line, String value, StageCheck check) {}

    /** Deletes the rows that the checks or a doubled key condemn, and makes the indexes; returns how many rows went. */
    long check() throws SQLException {
        run("CREATE TEMP TABLE stage_thrown_out (line integer, value text, check_no integer) ON COMMIT DROP");
        long thrownOut = 0;
        for (int i = 0; i < checks.size(); i++) {
            if (!(direct.isPresent() && checks.get(i).againstOwnTable())) {
                thrownOut += delete("WHERE " + checks.get(i).violation(), i);
            }
        }
        if (!makeKey()) {
            String keys = String.join(", ", destination.key());
            checks.add(StageCheck.duplicateKey(destination));
            thrownOut += delete(
                    "USING (SELECT ctid AS place, row_number() OVER (PARTITION BY " + keys
                            + " ORDER BY line) AS n FROM " + name + ") d WHERE d.n > 1 AND s.ctid = d.place",
                    checks.size() - 1);
            if (!makeKey()) {
                throw new IllegalStateException("a key is still double in " + name);
            }
        }
        direct.ifPresent(BulkLoad::makeIndexes);
        run("ANALYZE " + name);
        return thrownOut;
    }

    private long delete(String condition, int checkNo) {
        return jdbc.sql("WITH gone AS (DELETE FROM " + name + " s " + condition + " RETURNING s.line, s."
                        + checks.get(checkNo).column() + "::text AS value)"
                        + " INSERT INTO stage_thrown_out SELECT line, value, " + checkNo + " FROM gone")
                .update();
    }

    /** Returns the rows that were thrown out, by line; to be closed. There may be as many as the file has. */
    Stream<ThrownOut> thrownOut() {
        return jdbc
                .sql("SELECT line, value, check_no FROM stage_thrown_out ORDER BY line")
                .withFetchSize(1_000)
                .query((row, number) -> new ThrownOut(row.getInt(1), row.getString(2), checks.get(row.getInt(3))))
                .stream();
    }

    private boolean makeKey() throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            direct.ifPresentOrElse(
                    BulkLoad::makeKey,
                    () -> run(
                            "ALTER TABLE " + name + " ADD PRIMARY KEY (" + String.join(", ", destination.key()) + ")"));
            connection.releaseSavepoint(before);
            return true;
        } catch (DuplicateKeyException twice) {
            connection.rollback(before);
            return false;
        }
    }

    long count() {
        return jdbc.sql("SELECT count(*) FROM " + name).query(Long.class).single();
    }

    /** Inserts new keys and updates changed rows; a file for an earlier date changes no row of a later file. */
    void upsert() {
        if (direct.isEmpty()) {
            String table = destination.table();
            List<String> all = allColumns();
            String values = destination.columns().stream()
                    .filter(column -> !destination.key().contains(column))
                    .collect(Collectors.joining(", "));
            String set = all.stream()
                    .filter(column -> !destination.key().contains(column))
                    .map(column -> column + " = excluded." + column)
                    .collect(Collectors.joining(", "));
            noteChanges("INSERT INTO " + table + " AS t (" + String.join(", ", all) + ") SELECT "
                    + String.join(", ", all) + " FROM " + name + " s" + unlessOlder(keyEquals())
                    + " ON CONFLICT (" + String.join(", ", destination.key()) + ") DO UPDATE SET " + set
                    + " WHERE (" + prefixed("t.", values) + ") IS DISTINCT FROM (" + prefixed("excluded.", values)
                    + ")");
        } else {
            noteAllLoans();
        }
    }

    /** Inserts new keys; what is there already is the same, or a check has thrown it out. */
    void append() {
        if (direct.isEmpty()) {
            String all = String.join(", ", allColumns());
            noteChanges("INSERT INTO " + destination.table() + " AS t (" + all + ") SELECT " + all + " FROM " + name
                    + " ON CONFLICT DO NOTHING");
        } else {
            noteAllLoans();
        }
    }

    /** Replaces the whole schedule of each loan whose staged schedule differs from the one there is. */
    void replaceSchedules() {
        if (direct.isPresent()) {
            noteAllLoans();
            return;
        }
        run("CREATE TEMP TABLE stage_loan ON COMMIT DROP AS SELECT DISTINCT s.loan_no FROM " + name + " s"
                + unlessOlder("t2.loan_no = s.loan_no"));
        // Two looks by key a loan: the cost is that of the file, however large the table is.
        run("DELETE FROM stage_loan n WHERE " + schedule(name) + " IS NOT DISTINCT FROM " + schedule("installment"));
        run("ANALYZE stage_loan");
        run("DELETE FROM installment i USING stage_loan n WHERE i.loan_no = n.loan_no");
        String all = String.join(", ", allColumns());
        run("INSERT INTO installment (" + all + ") SELECT " + all + " FROM " + name
                + " JOIN stage_loan USING (loan_no)");
        run("INSERT INTO loan_change (file_no, loan_no) SELECT " + file.fileNo() + ", loan_no FROM stage_loan"
                + " WHERE EXISTS (SELECT 1 FROM assessed)");
        run("DROP TABLE stage_loan");
    }

    private static String schedule(String table) {
        return "ARRAY(SELECT (seq, due_on, principal, interest, fee) FROM " + table
                + " WHERE loan_no = n.loan_no ORDER BY seq)";
    }

    /** Returns the condition under which a staged row may change what is there, and counts the rows that may not. */
    private String unlessOlder(String sameKey) {
        if (!laterFiles()) {
            return "";
        }
        String later = "EXISTS (SELECT 1 FROM " + destination.table()
                + " t2 JOIN source_file f ON f.file_no = t2.file_no WHERE " + sameKey
                + " AND f.dated AND f.as_of > DATE '"
                + file.asOf() + "')";
        outdated = jdbc.sql("SELECT count(*) FROM " + name + " s WHERE " + later)
                .query(Long.class)
                .single();
        return " WHERE NOT " + later;
    }

    /** A file whose date nobody named is newer than all that came before it, and gives way to none. */
    private boolean laterFiles() {
        return file.dated()
                && jdbc.sql("SELECT EXISTS (SELECT 1 FROM source_file WHERE kind = ? AND dated AND as_of > ?)")
                        .params(file.kind().code(), file.asOf())
                        .query(Boolean.class)
                        .single();
    }

    /** Returns how many staged rows changed nothing, because a file of a later date has them. */
    long outdated() {
        return outdated;
    }

    private String keyEquals() {
        return destination.key().stream()
                .map(column -> "t2." + column + " = s." + column)
                .collect(Collectors.joining(" AND "));
    }

    private void noteChanges(String insert) {
        if (destination.columns().contains("loan_no") && file.kind() != FileKind.PROMISES) {
            run("WITH merged AS (" + insert + " RETURNING t.loan_no) INSERT INTO loan_change (file_no, loan_no)"
                    + " SELECT DISTINCT " + file.fileNo()
                    + ", loan_no FROM merged WHERE EXISTS (SELECT 1 FROM assessed)");
        } else {
            run(insert);
        }
    }

    private void noteAllLoans() {
        if (destination.columns().contains("loan_no") && file.kind() != FileKind.PROMISES) {
            run("INSERT INTO loan_change (file_no, loan_no) SELECT DISTINCT " + file.fileNo() + ", loan_no FROM " + name
                    + " WHERE EXISTS (SELECT 1 FROM assessed)");
        }
    }

    private List<String> allColumns() {
        List<String> all = new ArrayList<>(destination.columns());
        all.add("file_no");
        all.add("line");
        return all;
    }

    private static String prefixed(String prefix, String columns) {
        return prefix + columns.replace(", ", ", " + prefix);
    }

    /** Drops what must not outlive this file in the transaction. */
    void drop() {
        run("DROP TABLE stage_thrown_out");
        if (direct.isEmpty()) {
            run("DROP TABLE " + name);
        }
    }

    private void run(String sql) {
        jdbc.sql(sql).update();
    }
}
