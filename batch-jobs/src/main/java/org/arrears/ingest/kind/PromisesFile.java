package org.arrears.ingest.kind;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Promises files: what a debtor said would be paid and when. */
final class PromisesFile implements FileKind {

    private static final Columns COLUMNS = Columns.of(
            Column.text("promise_no").needed(),
            Column.text("loan_no").needed(),
            Column.date("made_on").needed(),
            Column.date("due_on").needed(),
            Column.amount("amount").needed());

    @Override
    public String code() {
        return "promises";
    }

    @Override
    public String table() {
        return "promise";
    }

    @Override
    public Columns columns() {
        return COLUMNS;
    }

    @Override
    public List<String> key() {
        return List.of("promise_no");
    }

    @Override
    public List<Reference> references() {
        return List.of(Reference.ownLoan());
    }

    /** What was promised changes nothing of what is owed. */
    @Override
    public boolean changesLoans() {
        return false;
    }

    @Override
    public void write(RowFields row, LoanCurrencies currencies, RowSink out) throws SQLException {
        String promiseNo = row.key(0);
        String loanNo = row.key(1);
        LocalDate madeOn = row.date(2);
        LocalDate dueOn = row.date(3);
        long amount = row.positiveAmount(4, currencies.of(loanNo));
        if (row.isGood() && dueOn.isBefore(madeOn)) {
            row.reject(3, row.raw(3), RejectCode.DATES_OUT_OF_ORDER, "is before made_on " + madeOn);
        }
        if (row.isGood()) {
            out.row().text(promiseNo).text(loanNo).date(madeOn).date(dueOn).bigint(amount);
        }
    }
}
