package org.arrears.ingest.load;

import java.util.List;
import java.util.stream.Stream;
import org.arrears.ingest.kind.FileKind;
import org.arrears.ingest.kind.Gathering;
import org.arrears.ingest.kind.Reject;
import org.arrears.ingest.kind.RejectCode;
import org.arrears.ingest.kind.RowSubject;
import org.arrears.ingest.kind.StageCheck;
import org.arrears.ingest.kind.Target;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rejected rows of a delivery, in a temporary table beside its stage. */
final class StageRejects {

    static final String TABLE = StageCheck.REJECTS;

    /** What is known of a row that its own fields condemn, in COPY order. */
    static final List<String> COLUMNS =
            List.of("file_no", "line", "key", "code", "loan_no", "customer_no", "message", "is_told");

    private final JdbcClient jdbc;
    private final FileKind kind;

    private StageRejects(JdbcClient jdbc, FileKind kind) {
        this.jdbc = jdbc;
        this.kind = kind;
    }

    static StageRejects create(JdbcClient jdbc, FileKind kind) {
        jdbc.sql("CREATE TEMP TABLE " + TABLE + " (file_no integer, line integer, key text COLLATE \"C\","
                        + " code text COLLATE \"C\", loan_no text COLLATE \"C\", customer_no text COLLATE \"C\","
                        + " message text, is_told boolean, column_name text, value text) ON COMMIT DROP")
                .update();
        return new StageRejects(jdbc, kind);
    }

    /** Takes rows {@code s} out of the stage that a check condemns; {@code where} begins after its alias. */
    void throwOut(String stage, String where, StageCheck check) {
        throwOut(stage, where, check, "gone");
    }

    /** Takes gathered rows {@code s} out of the stage, each of which is as many rows. */
    void throwOutGathered(String stage, Gathering gathering, String where, StageCheck check) {
        throwOut(stage, where, check, "(" + gathering.rowsOf("gone") + ")");
    }

    private void throwOut(String stage, String where, StageCheck check, String rows) {
        jdbc.sql("WITH gone AS (DELETE FROM " + stage + " s " + where + " RETURNING s.*) INSERT INTO " + TABLE + " ("
                        + String.join(", ", COLUMNS) + ", column_name, value) SELECT file_no, line, "
                        + RowSubject.keySql(kind, "g") + ", :code, " + RowSubject.sql(Target.LOAN, kind, "g") + ", "
                        + RowSubject.sql(Target.CUSTOMER, kind, "g") + ", :column || ' \"' || g." + check.column()
                        + "::text || '\" ' || :rule, false, :column, g." + check.column() + "::text FROM " + rows
                        + " g")
                .param("code", check.code().code())
                .param("column", check.column())
                .param("rule", check.rule())
                .update();
    }

    /** Says whether any row names a loan; what looks for these loans goes by their number then. */
    boolean nameLoans() {
        jdbc.sql("ANALYZE " + TABLE).update();
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM " + TABLE + " WHERE loan_no IS NOT NULL)")
                .query(Boolean.class)
                .single();
    }

    /** Returns how many rows of a file a check took out of the stage. */
    long thrownOut(int fileNo) {
        return count(fileNo, "NOT is_told");
    }

    /** Returns how many rows of a file were rejected for nothing but another row of their loan. */
    long incomplete(int fileNo) {
        return count(fileNo, "code = '" + RejectCode.LOAN_INCOMPLETE.code() + "'");
    }

    private long count(int fileNo, String which) {
        return jdbc.sql("SELECT count(*) FROM " + TABLE + " WHERE file_no = ? AND " + which)
                .params(fileNo)
                .query(Long.class)
                .single();
    }

    /** Returns the rows of a file that the checks took out, by line; to be closed. There may be as many as it has. */
    Stream<Reject> thrownOutByLine(int fileNo) {
        return jdbc
                .sql("SELECT line, column_name, value, code, message FROM " + TABLE
                        + " WHERE file_no = ? AND NOT is_told ORDER BY line")
                .params(fileNo)
                .withFetchSize(1_000)
                .query((row, number) -> new Reject(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        RejectCode.of(row.getString(4)),
                        row.getString(5)))
                .stream();
    }

    void drop() {
        jdbc.sql("DROP TABLE " + TABLE).update();
    }
}
