package org.arrears.contact;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.arrears.core.contact.Recipient;
import org.arrears.core.contact.Sent;
import org.arrears.db.KeyedRows;
import org.arrears.facts.HoldRows;
import org.jspecify.annotations.Nullable;

/** What is known of debtors besides their loans, by customer number: where they are reached, holds, earlier notices. */
final class DebtorRows implements AutoCloseable {

    private final KeyedRows<Recipient> recipients;
    private final KeyedRows<Sent> sent;
    private final KeyedRows<HoldRows.OfLoan> holds;

    /**
     * Opens the streams.
     *
     * @param loans SQL that selects the assessments of these debtors' loans
     */
    DebtorRows(DataSource dataSource, LocalDate asOf, String loans) throws SQLException {
        String customers = "SELECT a.customer_no FROM (" + loans + ") a";
        this.recipients = KeyedRows.of(
                dataSource,
                "SELECT customer_no, name, phone, address, postal_code, language FROM customer WHERE customer_no IN ("
                        + customers + ") ORDER BY customer_no",
                (key, row) -> new Recipient(
                        key,
                        row.text(),
                        row.textOrEmpty().orElse(""),
                        row.textOrEmpty().orElse(""),
                        row.textOrEmpty().orElse(""),
                        row.textOrEmpty().orElse("zh")));
        this.sent = KeyedRows.of(
                dataSource,
                "SELECT customer_no, stage, as_of, about_due_on FROM notice WHERE as_of <> "
                        + LoansOfDebtors.literal(asOf) + " AND customer_no IN (" + customers
                        + ") ORDER BY customer_no, as_of",
                (key, row) -> new Sent(row.text(), row.date(), row.dateOrEmpty()));
        this.holds = HoldRows.inForce(dataSource, asOf, loans);
    }

    /** Returns the next debtor, or null at the end. */
    @Nullable
    Recipient next() throws SQLException {
        return recipients.next();
    }

    /** Returns the debtor of a number; numbers must be asked for in ascending order. */
    Optional<Recipient> recipient(String customerNo) throws SQLException {
        return recipients.rowsOf(customerNo).stream().findFirst();
    }

    List<Sent> sent(String customerNo) throws SQLException {
        return sent.rowsOf(customerNo);
    }

    /** Returns the holds in force for a debtor's loans. */
    HoldRows.OfDebtor holds(String customerNo) throws SQLException {
        return new HoldRows.OfDebtor(holds.rowsOf(customerNo));
    }

    @Override
    public void close() throws SQLException {
        recipients.close();
        sent.close();
        holds.close();
    }
}
