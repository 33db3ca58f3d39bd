package org.arrears.facts;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.arrears.core.loan.Hold;
import org.arrears.db.KeyedRows;

/** The holds in force on a business date as a stream by customer number, so that they take no memory. */
public final class HoldRows {

    private HoldRows() {}

    /**
     * A hold of one loan or of all loans of a customer.
     *
     * @param loanNo empty for all
     */
    public record OfLoan(String loanNo, Hold hold) {}

    /** The holds of a customer: those of single loans before those of all. */
    public record OfDebtor(List<OfLoan> rows) {

        public OfDebtor {
            rows = List.copyOf(rows);
        }

        /** Returns those that are about a loan. */
        public List<Hold> of(String loanNo) {
            return rows.stream()
                    .filter(row -> row.loanNo().isEmpty() || row.loanNo().equals(loanNo))
                    .map(OfLoan::hold)
                    .toList();
        }
    }

    /**
     * Opens the holds of some loans and of their customers.
     *
     * @param loans SQL that selects the assessments of these loans
     */
    public static KeyedRows<OfLoan> inForce(DataSource dataSource, LocalDate asOf, String loans) throws SQLException {
        String day = "DATE '" + asOf + "'";
        String inForce = "h.starts_on <= " + day + " AND (h.ends_on IS NULL OR h.ends_on >= " + day + ")";
        String columns = " h.hold_no, h.reason, h.ends_on, h.channels";
        return KeyedRows.of(
                dataSource,
                "SELECT customer_no, loan_no, reason, ends_on, channels FROM (SELECT a.customer_no, a.loan_no,"
                        + columns + " FROM (" + loans + ") a JOIN hold h ON h.scope = 'loan' AND h.ref_no = a.loan_no"
                        + " WHERE " + inForce
                        + " UNION ALL SELECT h.ref_no, '' COLLATE \"C\"," + columns
                        + " FROM hold h WHERE h.scope = 'customer' AND " + inForce
                        + " AND h.ref_no IN (SELECT a.customer_no FROM (" + loans + ") a)) held"
                        + " ORDER BY customer_no, loan_no = '', hold_no",
                (key, row) -> new OfLoan(
                        row.text(),
                        new Hold(
                                row.text(),
                                row.dateOrEmpty(),
                                List.of(row.text().split(";", -1)))));
    }
}
