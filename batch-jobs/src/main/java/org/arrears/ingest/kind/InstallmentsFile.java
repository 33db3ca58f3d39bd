package org.arrears.ingest.kind;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.arrears.core.money.CurrencyUnit;

/** Installments files: what is due when; one that names a loan replaces that loan's whole schedule. */
final class InstallmentsFile implements FileKind {

    private static final int MAX_SEQ = 9_999;

    private static final Columns COLUMNS = Columns.of(
            Column.text("loan_no").needed(),
            Column.text("seq").needed(),
            Column.date("due_on").needed(),
            Column.amount("principal").needed(),
            Column.amount("interest").needed(),
            Column.amount("fee").or("0"));

    private static final Gathering SCHEDULES =
            new Gathering("schedule", "loan_no", List.of("seq", "due_on", "principal", "interest", "fee"));

    @Override
    public String code() {
        return "installments";
    }

    @Override
    public String table() {
        return "installment";
    }

    @Override
    public Columns columns() {
        return COLUMNS;
    }

    @Override
    public List<String> key() {
        return List.of("loan_no", "seq");
    }

    @Override
    public List<Reference> references() {
        return List.of(Reference.ownLoan());
    }

    @Override
    public boolean isWholeByLoan() {
        return true;
    }

    @Override
    public void write(RowFields row, LoanCurrencies currencies, RowSink out) throws SQLException {
        String loanNo = row.key(0);
        CurrencyUnit currency = currencies.of(loanNo);
        int seq = row.number(1, MAX_SEQ);
        LocalDate dueOn = row.date(2);
        long principal = row.amount(3, currency);
        long interest = row.amount(4, currency);
        OptionalLong fee = row.amountOrEmpty(5, currency);
        if (row.isGood()) {
            out.row().text(loanNo).integer(seq).date(dueOn);
            out.bigint(principal).bigint(interest).bigintOr(fee, 0);
        }
    }

    @Override
    public Optional<Gathering> gathering() {
        return Optional.of(SCHEDULES);
    }

    /** A file replaces the whole schedule of each loan that it names; corrected rows change theirs and replace none. */
    @Override
    public void merge(Merge merge) {
        if (merge.isStagedInItsTable()) {
            merge.noteAllLoans();
        } else if (merge.isCorrected()) {
            correct(merge);
        } else {
            replace(merge);
        }
    }

    private static void replace(Merge merge) {
        merge.run("UPDATE " + merge.stage() + " s SET fee = ARRAY(SELECT coalesce(i.fee, k.fee, 0)"
                + " FROM unnest(s.seq, s.fee) WITH ORDINALITY AS i (seq, fee, place)"
                + " LEFT JOIN installment k ON k.loan_no = s.loan_no AND k.seq = i.seq ORDER BY i.place)"
                + " WHERE array_position(s.fee, NULL) IS NOT NULL");
        merge.put("SELECT " + String.join(", ", SCHEDULES.tableColumns()) + " FROM " + merge.stage() + " s WHERE true"
                + merge.unlessLater("t2.loan_no = s.loan_no"));
    }

    /** Puts the rows that are new or say something else among those that are there. */
    private static void correct(Merge merge) {
        merge.run("CREATE TEMP TABLE stage_corrected ON COMMIT DROP AS SELECT s.loan_no, s.seq, s.due_on, s.principal,"
                + " s.interest, coalesce(s.fee, k.fee, 0) AS fee, s.file_no, s.line FROM ("
                + SCHEDULES.rowsOf(merge.stage()) + ") s LEFT JOIN installment k ON " + merge.sameKey("k")
                + " WHERE (k.due_on, k.principal, k.interest, k.fee) IS DISTINCT FROM"
                + " (s.due_on, s.principal, s.interest, coalesce(s.fee, k.fee, 0))"
                + merge.unlessLater(merge.sameKey("t2")));
        merge.put(SCHEDULES.gathered("(SELECT * FROM stage_corrected UNION ALL SELECT k.* FROM installment k"
                + " WHERE k.loan_no IN (SELECT loan_no FROM stage_corrected)"
                + " AND NOT EXISTS (SELECT 1 FROM stage_corrected s WHERE " + merge.sameKey("k") + ")) r"));
        merge.run("DROP TABLE stage_corrected");
    }
}
