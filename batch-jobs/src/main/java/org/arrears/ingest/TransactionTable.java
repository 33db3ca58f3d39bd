package org.arrears.ingest;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.arrears.core.loan.Component;

/** Rows of transactions files into {@code transaction}, which is append only. */
final class TransactionTable implements Destination {

    private static final List<String> TYPES = List.of("payment", "waiver", "reversal");
    private static final List<String> COMPONENTS =
            Arrays.stream(Component.values()).map(Component::code).toList();
    private static final int COMPONENT = 5;
    private static final int REVERSES = 6;

    private final LoanCurrencies currencies;

    TransactionTable(LoanCurrencies currencies) {
        this.currencies = currencies;
    }

    @Override
    public String table() {
        return "transaction";
    }

    @Override
    public List<String> key() {
        return List.of("txn_no");
    }

    @Override
    public List<String> columns() {
        return List.of("txn_no", "loan_no", "type", "value_on", "amount", "component", "reverses");
    }

    @Override
    public void write(RowFields row, RowSink out, int fileNo) throws SQLException {
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
            out.textOrNull(component).textOrNull(reverses).integer(fileNo).integer(row.line());
        }
    }

    private static void refuseUnlessFor(RowFields row, int column, String type, String only) {
        if (!type.equals(only) && !row.raw(column).isEmpty()) {
            row.reject(column, row.raw(column), RejectCode.UNEXPECTED_VALUE, "is only for a " + only);
        }
    }

    @Override
    public List<StageCheck> checks() {
        return List.of(
                StageCheck.unknownLoan(),
                new StageCheck(
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
    public void merge(StageMerge merge) {
        merge.append();
    }

    @Override
    public List<String> summed() {
        return List.of("amount");
    }
}
