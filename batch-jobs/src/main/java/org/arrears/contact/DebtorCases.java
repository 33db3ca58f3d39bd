package org.arrears.contact;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.arrears.core.money.Rate;
import org.arrears.db.CopyReader;
import org.arrears.db.KeyedRows;
import org.arrears.facts.Doubt;
import org.arrears.facts.Doubts;
import org.arrears.facts.DuesColumns;
import org.jspecify.annotations.Nullable;

/**
 * The debtors in arrears on a business date by customer number: overdue loans, contact and earlier notices, three
 * ordered streams merged. Memory holds one debtor at a time.
 */
final class DebtorCases implements AutoCloseable {

    private final KeyedRows<DebtorCase.Contact> contacts;
    private final KeyedRows<Account> accounts;
    private final KeyedRows<DebtorCase.Sent> sent;

    DebtorCases(DataSource dataSource, LocalDate asOf, Doubts doubts) throws SQLException {
        String day = "DATE '" + asOf + "'";
        String overdue = "SELECT customer_no FROM assessment WHERE as_of = " + day + " AND past_due_days > 0";
        this.contacts = contacts(dataSource, overdue);
        this.accounts = KeyedRows.of(
                dataSource,
                "SELECT a.customer_no, a.loan_no, l.disbursed_on, a.product, a.currency, a.dpd, a.oldest_due_on,"
                        + " a.overdue_since, a.principal_balance, " + String.join(", ", DuesColumns.OVERDUE)
                        + ", a.daily_accrual, a.penalty_rate_e12, "
                        + promisedUntil(day) + ", " + doubts.about("a")
                        + " FROM assessment a JOIN loan l USING (loan_no) WHERE a.as_of = " + day
                        + " AND a.past_due_days > 0 ORDER BY a.customer_no, a.loan_no",
                (key, row) -> account(row));
        this.sent = sent(dataSource, asOf, overdue);
    }

    static KeyedRows<DebtorCase.Contact> contacts(DataSource dataSource, String customers) throws SQLException {
        return KeyedRows.of(
                dataSource,
                "SELECT customer_no, name, phone, address, postal_code, language FROM customer WHERE customer_no IN ("
                        + customers + ") ORDER BY customer_no",
                (key, row) -> new DebtorCase.Contact(
                        key,
                        row.text(),
                        row.textOrEmpty().orElse(""),
                        row.textOrEmpty().orElse(""),
                        row.textOrEmpty().orElse(""),
                        row.textOrEmpty().orElse("zh")));
    }

    static KeyedRows<DebtorCase.Sent> sent(DataSource dataSource, LocalDate asOf, String customers)
            throws SQLException {
        return KeyedRows.of(
                dataSource,
                "SELECT customer_no, stage, as_of, about_due_on FROM notice WHERE as_of <> DATE '" + asOf
                        + "' AND customer_no IN (" + customers + ") ORDER BY customer_no, as_of",
                (key, row) -> new DebtorCase.Sent(row.text(), row.date(), row.dateOrEmpty()));
    }

    /** The latest due date of a promise that is not due yet and not kept: what was paid since does not reach it. */
    private static String promisedUntil(String day) {
        return "(SELECT max(p.due_on) FROM promise p WHERE p.loan_no = a.loan_no AND p.made_on <= " + day
                + " AND p.due_on >= " + day + " AND p.amount > (SELECT coalesce(sum(t.amount), 0) FROM transaction t"
                + " WHERE t.loan_no = p.loan_no AND t.type = 'payment' AND t.value_on BETWEEN p.made_on AND " + day
                + " AND NOT EXISTS (SELECT 1 FROM transaction r WHERE r.loan_no = t.loan_no AND r.type = 'reversal'"
                + " AND r.reverses = t.txn_no AND r.value_on <= " + day + ")))";
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
                row.dateOrEmpty(),
                row.textOrEmpty().map(Doubt::of));
    }

    @Nullable
    DebtorCase next() throws SQLException {
        DebtorCase.Contact contact = contacts.next();
        if (contact == null) {
            return null;
        }
        List<Account> overdue = accounts.rowsOf(contact.customerNo());
        return new DebtorCase(contact, overdue, sent.rowsOf(contact.customerNo()));
    }

    @Override
    public void close() throws SQLException {
        contacts.close();
        accounts.close();
        sent.close();
    }
}
