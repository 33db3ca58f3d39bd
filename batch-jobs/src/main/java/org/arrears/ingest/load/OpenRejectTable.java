package org.arrears.ingest.load;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.arrears.ingest.kind.FileKind;
import org.arrears.ingest.kind.RowSubject;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table {@code open_reject}: rejected rows that nobody has mended, so that nothing is done about the loans and
 * customers they name.
 *
 * <p>One that was dismissed stays closed when it is rejected again, until a row under its key was accepted.
 */
public final class OpenRejectTable {

    /** The same row {@code r} of the stage, rejected for the same reason, as a row {@code o} that is known. */
    private static final String SAME = " o.kind = :kind AND o.key = r.key AND o.code = r.code"
            + " AND o.loan_no IS NOT DISTINCT FROM r.loan_no AND o.customer_no IS NOT DISTINCT FROM r.customer_no";

    /** The rows rejected in a delivery, each known row once. */
    private static final String REJECTED = "(SELECT DISTINCT ON (key, code, loan_no, customer_no) * FROM "
            + StageRejects.TABLE + " ORDER BY key, code, loan_no, customer_no, file_no, line) r"
            + " JOIN source_file f USING (file_no)";

    private final JdbcClient jdbc;

    public OpenRejectTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A rejected row that is open. */
    public record OpenReject(
            long number,
            String kind,
            String key,
            Optional<String> loanNo,
            Optional<String> customerNo,
            String code,
            String file,
            int line,
            LocalDate since) {

        /** Says whether it keeps anybody from being written to. */
        public boolean namesSomebody() {
            return loanNo.isPresent() || customerNo.isPresent();
        }
    }

    /** Closes what a delivery mends and opens what it rejects; its files must be in {@code source_file}. */
    void update(Stage stage, FileKind kind, LocalDate asOf) {
        mend(stage, kind, asOf);
        repeat(kind, asOf);
        open(stage, kind, asOf);
    }

    private void mend(Stage stage, FileKind kind, LocalDate asOf) {
        String accepted = kind.isWholeByLoan() ? "s.loan_no = o.loan_no" : RowSubject.keySql(kind, "s") + " = o.key";
        jdbc.sql("UPDATE open_reject o SET closed_on = :asOf, closed_by = 'accepted' WHERE o.kind = :kind"
                        + " AND o.closed_by IS DISTINCT FROM 'accepted'"
                        + " AND EXISTS (SELECT 1 FROM " + stage.name() + " s WHERE " + accepted + ")"
                        + " AND NOT EXISTS (SELECT 1 FROM " + StageRejects.TABLE + " r WHERE" + SAME + ")")
                .param("kind", kind.code())
                .param("asOf", asOf)
                .update();
    }

    private void repeat(FileKind kind, LocalDate asOf) {
        jdbc.sql("UPDATE open_reject o SET file = f.name, line = r.line, message = r.message,"
                        + " first_on = least(o.first_on, :asOf), last_on = greatest(o.last_on, :asOf) FROM "
                        + REJECTED + " WHERE" + SAME + " AND o.closed_by IS DISTINCT FROM 'accepted'")
                .param("kind", kind.code())
                .param("asOf", asOf)
                .update();
    }

    /**
     * Numbers follow from the rows alone, so that a load that was killed and begun again gives the same. A file that is
     * read again opens nothing that was mended since.
     */
    private void open(Stage stage, FileKind kind, LocalDate asOf) {
        String known = Stream.concat(
                        Stream.of("-1"),
                        stage.files().stream().filter(StagedFile::isKnown).map(file -> Integer.toString(file.fileNo())))
                .collect(Collectors.joining(", "));
        jdbc.sql("INSERT INTO open_reject (reject_no, kind, key, code, loan_no, customer_no, file, line, message,"
                        + " first_on, last_on) OVERRIDING SYSTEM VALUE"
                        + " SELECT (SELECT coalesce(max(reject_no), 0) FROM open_reject)"
                        + " + row_number() OVER (ORDER BY r.file_no, r.line), :kind, r.key, r.code, r.loan_no,"
                        + " r.customer_no, f.name, r.line, r.message, :asOf, :asOf"
                        + " FROM " + REJECTED + " WHERE NOT EXISTS (SELECT 1 FROM open_reject o WHERE"
                        + SAME + " AND (o.closed_by IS DISTINCT FROM 'accepted' OR r.file_no IN (" + known + ")))")
                .param("kind", kind.code())
                .param("asOf", asOf)
                .update();
    }

    /** Returns what is open, in the order in which it was first rejected. */
    public List<OpenReject> open() {
        return jdbc.sql("SELECT reject_no, kind, key, loan_no, customer_no, code, file, line, first_on"
                        + " FROM open_reject WHERE closed_on IS NULL ORDER BY reject_no")
                .query((row, number) -> new OpenReject(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        Optional.ofNullable(row.getString(4)),
                        Optional.ofNullable(row.getString(5)),
                        row.getString(6),
                        row.getString(7),
                        row.getInt(8),
                        row.getObject(9, LocalDate.class)))
                .list();
    }

    /** Closes rejects by hand, on the newest business date that was run. */
    public void dismiss(List<Long> numbers, String reason) {
        jdbc.sql("UPDATE open_reject SET closed_by = 'dismissed', reason = :reason,"
                        + " closed_on = coalesce((SELECT max(as_of) FROM run), last_on)"
                        + " WHERE closed_on IS NULL AND reject_no IN (:numbers)")
                .param("reason", reason)
                .param("numbers", numbers)
                .update();
    }
}
