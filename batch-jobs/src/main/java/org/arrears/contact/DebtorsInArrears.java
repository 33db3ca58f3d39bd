package org.arrears.contact;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.arrears.core.contact.Account;
import org.arrears.core.contact.Debtor;
import org.arrears.core.contact.Recipient;
import org.arrears.core.loan.Doubt;
import org.arrears.core.loan.Promise;
import org.arrears.core.money.Rate;
import org.arrears.db.CopyReader;
import org.arrears.db.KeyedRows;
import org.arrears.facts.Doubts;
import org.arrears.facts.DuesColumns;
import org.arrears.facts.HoldRows;
import org.arrears.facts.Promises;
import org.arrears.run.KeyRange;
import org.jspecify.annotations.Nullable;

/**
 * The debtors in arrears on a business date: their overdue loans, promises, holds and earlier notices, ordered streams
 * merged. Memory holds one debtor at a time.
 */
final class DebtorsInArrears implements DebtorSource {

    private final DebtorRows debtors;
    private final KeyedRows<Account> accounts;
    private final KeyedRows<Promised> promises;

    DebtorsInArrears(DataSource dataSource, LocalDate asOf, Doubts doubts, KeyRange customers) throws SQLException {
        String overdue = new LoansOfDebtors(asOf, customers).overdue();
        this.debtors = new DebtorRows(dataSource, asOf, overdue);
        this.accounts = KeyedRows.of(
                dataSource,
                "SELECT a.customer_no, a.loan_no, l.disbursed_on, a.product, a.currency, a.dpd, a.oldest_due_on,"
                        + " a.overdue_since, a.principal_balance, " + String.join(", ", DuesColumns.OVERDUE)
                        + ", a.daily_accrual, a.penalty_rate_e12, "
                        + doubts.about("a") + " FROM (" + overdue + ") a JOIN loan l USING (loan_no)"
                        + " ORDER BY a.customer_no, a.loan_no",
                (key, row) -> account(row));
        this.promises = promises(dataSource, LoansOfDebtors.literal(asOf), overdue);
    }

    /** A promise and its loan. */
    private record Promised(String loanNo, Promise promise) {}

    /** Reads the promises that are not due before the date; those that were stop nothing. */
    private static KeyedRows<Promised> promises(DataSource dataSource, String day, String overdue) throws SQLException {
        return KeyedRows.of(
                dataSource,
                "SELECT a.customer_no, p.loan_no, p.made_on, p.due_on, p.amount, " + Promises.paid("p", day)
                        + " FROM (" + overdue + ") a JOIN promise p USING (loan_no) WHERE p.made_on <= "
                        + day + " AND p.due_on >= " + day + " ORDER BY a.customer_no",
                (key, row) ->
                        new Promised(row.text(), new Promise(row.date(), row.date(), row.bigint(), row.bigint())));
    }

    private static Account account(CopyReader row) {
        String loanNo = row.text();
        LocalDate contractOn = row.date();
        String product = row.text();
        String currency = row.text();
        int dpd = row.integer();
        LocalDate oldestDueOn = row.date();
        LocalDate overdueSince = row.date();
        Account.Amounts amounts = new Account.Amounts(row.bigint(), DuesColumns.read(row), row.bigint());
        Rate rate = new Rate(row.bigint());
        Optional<Doubt> doubt = row.textOrEmpty().map(Doubt::of);
        return new Account(
                loanNo,
                contractOn,
                product,
                currency,
                dpd,
                oldestDueOn,
                overdueSince,
                amounts,
                rate,
                List.of(),
                List.of(),
                doubt);
    }

    @Override
    public @Nullable Debtor next() throws SQLException {
        Recipient recipient = debtors.next();
        if (recipient == null) {
            return null;
        }
        String customerNo = recipient.customerNo();
        HoldRows.OfDebtor holds = debtors.holds(customerNo);
        List<Promised> promised = promises.rowsOf(customerNo);
        List<Account> overdue = accounts.rowsOf(customerNo).stream()
                .map(account -> account.stoppedBy(holds.of(account.loanNo()), of(account, promised)))
                .toList();
        return Debtor.inArrears(recipient, overdue, debtors.sent(customerNo));
    }

    private static List<Promise> of(Account account, List<Promised> promised) {
        return promised.stream()
                .filter(row -> row.loanNo.equals(account.loanNo()))
                .map(Promised::promise)
                .toList();
    }

    @Override
    public void close() throws SQLException {
        debtors.close();
        accounts.close();
        promises.close();
    }
}
