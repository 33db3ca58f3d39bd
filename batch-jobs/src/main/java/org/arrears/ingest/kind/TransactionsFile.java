package org.arrears.ingest.kind;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.arrears.core.money.Component;

/** Transactions files: payments, waivers and reversals; their table is append only. */
final class TransactionsFile implements FileKind {

    private static final List<String> TYPES = List.of("payment", "waiver", "reversal");
    private static final List<String> COMPONENTS =
            Arrays.stream(Component.values()).map(Component::code).toList();
    private static final int COMPONENT = 5;
    private static final int REVERSES = 6;

    private static final Columns COLUMNS = Columns.of(
            Column.text("txn_no").needed(),
            Column.text("loan_no").needed(),
            Column.text("type").needed(),
            Column.date("value_on").needed(),
            Column.amount("amount").needed(),
            Column.text("component"),
            Column.text("reverses"));

    @Override
    public String code() {
        return "transactions";
    }

    @Override
    public String table() {
        return "transaction";
    }

    @Override
    public Columns columns() {
        return COLUMNS;
    }

    @Override
    public List<String> key() {
        return List.of("txn_no");
    }

    @Override
    public List<Reference> references() {
        return List.of(Reference.ownLoan());
    }

    @Override
    public void write(RowFields row, LoanCurrencies currencies, RowSink out) throws SQLException {
        String txnNo = row.key(0);
        String loanNo = row.key(1);
        String type = row.code(2, TYPES);
        LocalDate valueOn = row.date(3);
        long amount = row.positiveAmount(4, currencies.of(loanNo));
        String component = type.equals("waiver") ? row.code(COMPONENT, COMPONENTS) : "";
        String reverses = type.equals("reversal") ? row.key(REVERSES) : "";
        refuseUnlessFor(row, COMPONENT, type, "waiver");
        refuseUnlessFor(row, REVERSES, type, "reversal");
        if (row.isGood()) {
            out.row().text(txnNo).text(loanNo).text(type).date(valueOn).bigint(amount);
            out.textOrNull(component).textOrNull(reverses);
        }
    }

    private static void refuseUnlessFor(RowFields row, int column, String type, String only) {
        if (!type.equals(only) && !row.raw(column).isEmpty()) {
            row.reject(column, row.raw(column), RejectCode.UNEXPECTED_VALUE, "is only for a " + only);
        }
    }

    @Override
    public List<StageCheck> ownChecks() {
        return List.of(new StageCheck(
                RejectCode.CHANGED_TRANSACTION,
                "txn_no",
                """
                        EXISTS (SELECT 1 FROM transaction t WHERE t.txn_no = s.txn_no
                                AND (t.loan_no, t.type, t.value_on, t.amount, t.component, t.reverses)
                                    IS DISTINCT FROM
                                    (s.loan_no, s.type, s.value_on, s.amount, s.component, s.reverses))
                        """,
                "is known with other content: transactions are append only, send a reversal and a new one",
                true));
    }

    @Override
    public boolean mayRepeat() {
        return false;
    }

    @Override
    public void merge(Merge merge) {
        merge.append();
    }
}
