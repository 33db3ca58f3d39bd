package org.arrears.ingest.kind;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.arrears.core.loan.LoanStatus;
import org.arrears.core.money.CurrencyUnit;
import org.arrears.core.money.Rate;

/** Loans files: what was lent to whom, and its terms. */
final class LoansFile implements FileKind {

    private static final List<String> STATUSES =
            Arrays.stream(LoanStatus.values()).map(LoanStatus::code).toList();

    /** Rates in the database are in units of 10<sup>-8</sup>, in memory of 10<sup>-12</sup>. */
    private static final long E4 = 10_000;

    private static final int CURRENCY = 3;

    private static final Columns COLUMNS = Columns.of(
            Column.text("loan_no").needed().onNotices(),
            Column.text("customer_no").needed(),
            Column.text("product").needed().onNotices(),
            Column.text("currency").needed(),
            Column.amount("principal").needed(),
            Column.rate("annual_rate").needed().storedAs("annual_rate_e8"),
            Column.date("disbursed_on").needed(),
            Column.date("matures_on").needed(),
            Column.text("status").or(LoanStatus.ACTIVE.code()),
            Column.rate("penalty_annual_rate").storedAs("penalty_annual_rate_e8"),
            Column.date("accelerated_on"),
            Column.text("manual_class"),
            Column.text("branch"));

    @Override
    public String code() {
        return "loans";
    }

    @Override
    public String table() {
        return "loan";
    }

    @Override
    public List<String> key() {
        return List.of("loan_no");
    }

    @Override
    public Columns columns() {
        return COLUMNS;
    }

    @Override
    public Optional<Target> identifies() {
        return Optional.of(Target.LOAN);
    }

    @Override
    public List<Reference> references() {
        return List.of(Reference.always(
                Target.CUSTOMER, "customer_no", "is not a customer of this lender: load the customer first"));
    }

    @Override
    public void write(RowFields row, LoanCurrencies currencies, RowSink out) throws SQLException {
        String loanNo = row.key(0);
        String customerNo = row.key(1);
        String product = row.key(2);
        CurrencyUnit currency = stated(row);
        long principal = row.positiveAmount(4, currency);
        Rate annualRate = row.rate(5);
        LocalDate disbursedOn = row.date(6);
        LocalDate maturesOn = row.date(7);
        String status = row.codeOrEmpty(8, STATUSES);
        Optional<Rate> penaltyRate = row.rateOrEmpty(9);
        Optional<LocalDate> acceleratedOn = row.dateOrEmpty(10);
        String manualClass = row.textOrEmpty(11);
        String branch = row.textOrEmpty(12);
        if (row.isGood() && !maturesOn.isAfter(disbursedOn)) {
            row.reject(
                    7, maturesOn.toString(), RejectCode.DATES_OUT_OF_ORDER, "is not after disbursed_on " + disbursedOn);
        }
        if (row.isGood()) {
            out.row().text(loanNo).text(customerNo).text(product).text(currency.code());
            out.bigint(principal).bigint(annualRate.e12() / E4);
            out.date(disbursedOn).date(maturesOn).textOr(status, LoanStatus.ACTIVE.code());
            penaltyRate.ifPresentOrElse(rate -> out.bigint(rate.e12() / E4), out::nothing);
            out.date(acceleratedOn).textOrNull(manualClass).textOrNull(branch);
        }
    }

    @Override
    public Optional<CurrencyUnit> currency(RowFields row) {
        return CurrencyUnit.of(row.raw(CURRENCY));
    }

    private static CurrencyUnit stated(RowFields row) {
        String code = row.key(CURRENCY);
        Optional<CurrencyUnit> currency = CurrencyUnit.of(code);
        if (currency.isEmpty()) {
            row.reject(CURRENCY, code, RejectCode.UNKNOWN_CURRENCY, "is not an ISO 4217 currency with a minor unit");
        }
        return currency.orElse(CurrencyUnit.CNY);
    }

    @Override
    public List<StageCheck> ownChecks() {
        return List.of(new StageCheck(
                RejectCode.CHANGED_CURRENCY,
                "currency",
                "EXISTS (SELECT 1 FROM loan l WHERE l.loan_no = s.loan_no AND l.currency <> s.currency"
                        + " AND (EXISTS (SELECT 1 FROM installment i WHERE i.loan_no = l.loan_no)"
                        + " OR EXISTS (SELECT 1 FROM transaction t WHERE t.loan_no = l.loan_no)))",
                "is not the currency in which the loan's amounts are known: send them under a new loan number",
                true));
    }
}
