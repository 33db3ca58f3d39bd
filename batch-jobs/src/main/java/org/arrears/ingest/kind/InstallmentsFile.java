package org.arrears.ingest.kind;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** Corrected rows change their schedules and replace none. */
    @Override
    public void merge(Merge merge) {
        if (merge.isCorrected()) {
            merge.upsert();
        } else if (merge.isStagedInItsTable()) {
            merge.noteAllLoans();
        } else {
            replaceSchedules(merge);
        }
    }

    /** Replaces the whole schedule of each loan whose staged schedule differs from the one there is. */
    private static void replaceSchedules(Merge merge) {
        merge.run("CREATE TEMP TABLE stage_loan ON COMMIT DROP AS SELECT s.loan_no, max(s.file_no) AS file_no FROM "
                + merge.stage() + " s WHERE true" + merge.unlessLater("t2.loan_no = s.loan_no")
                + " GROUP BY s.loan_no");
        // A few looks by key a loan: the cost is that of the files, however large the table is.
        merge.run("DELETE FROM stage_loan n WHERE ARRAY(SELECT (s.seq, s.due_on, s.principal, s.interest,"
                + " coalesce(s.fee, k.fee, 0)) FROM " + merge.stage() + " s LEFT JOIN installment k ON "
                + merge.sameKey("k") + " WHERE s.loan_no = n.loan_no ORDER BY s.seq) IS NOT DISTINCT FROM"
                + " ARRAY(SELECT (seq, due_on, principal, interest, fee) FROM installment"
                + " WHERE loan_no = n.loan_no ORDER BY seq)");
        merge.run("ANALYZE stage_loan");
        merge.run("UPDATE " + merge.stage() + " s SET fee = coalesce((SELECT k.fee FROM installment k WHERE "
                + merge.sameKey("k") + "), 0) FROM stage_loan n WHERE s.loan_no = n.loan_no AND s.fee IS NULL");
        merge.run("DELETE FROM installment i USING stage_loan n WHERE i.loan_no = n.loan_no");
        merge.insert("INSERT INTO installment AS t (" + columns("") + ") SELECT " + columns("s.") + " FROM "
                + merge.stage() + " s JOIN stage_loan n ON n.loan_no = s.loan_no");
        merge.run("INSERT INTO loan_change (file_no, loan_no) SELECT file_no, loan_no FROM stage_loan"
                + " WHERE EXISTS (SELECT 1 FROM assessed)");
        merge.run("DROP TABLE stage_loan");
    }

    private static String columns(String prefix) {
        return Stream.concat(COLUMNS.stored().stream(), Stream.of("file_no", "line"))
                .map(column -> prefix + column)
                .collect(Collectors.joining(", "));
    }
}
