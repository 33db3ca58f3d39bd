package org.arrears.ingest;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Rows of promises files into {@code promise}. */
final class PromiseTable implements Destination {

    private final LoanCurrencies currencies;

    PromiseTable(LoanCurrencies currencies) {
        this.currencies = currencies;
    }

    @Override
    public String table() {
        return "promise";
    }

    @Override
    public List<String> key() {
        return List.of("promise_no");
    }

    @Override
    public List<String> columns() {
        return List.of("promise_no", "loan_no", "made_on", "due_on", "amount");
    }

    @Override
    public void write(RowFields row, RowSink out, int fileNo) throws SQLException {
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
            out.integer(fileNo).integer(row.line());
        }
    }

    @Override
    public List<StageCheck> checks() {
        return List.of(StageCheck.unknownLoan());
    }

    @Override
    public List<String> summed() {
        return List.of("amount");
    }
}
