package org.arrears.ingest;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.arrears.core.money.CurrencyUnit;

/** Rows of installments files into {@code installment}. */
final class InstallmentTable implements Destination {

    private static final int MAX_SEQ = 9_999;

    private final LoanCurrencies currencies;

    private final boolean corrected;

    /** The rows of a whole file, or corrected rows of one, which change their schedules and replace none. */
    InstallmentTable(LoanCurrencies currencies, boolean corrected) {
        this.currencies = currencies;
        this.corrected = corrected;
    }

    @Override
    public String table() {
        return "installment";
    }

    @Override
    public List<String> key() {
        return List.of("loan_no", "seq");
    }

    @Override
    public List<String> columns() {
        return List.of("loan_no", "seq", "due_on", "principal", "interest", "fee");
    }

    @Override
    public Map<String, String> defaults() {
        return Map.of("fee", "0");
    }

    @Override
    public void write(RowFields row, RowSink out, int fileNo) throws SQLException {
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
            out.integer(fileNo).integer(row.line());
        }
    }

    @Override
    public List<StageCheck> checks() {
        return List.of(StageCheck.unknownLoan());
    }

    @Override
    public boolean isWholeByLoan() {
        return true;
    }

    @Override
    public void merge(StageMerge merge) {
        if (corrected) {
            merge.upsert();
        } else {
            merge.replaceSchedules();
        }
    }

    @Override
    public List<String> summed() {
        return List.of("principal", "interest", "fee");
    }
}
