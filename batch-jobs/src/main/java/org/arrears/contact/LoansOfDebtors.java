package org.arrears.contact;

import java.time.LocalDate;
import org.arrears.core.policy.DayRange;
import org.arrears.run.KeyRange;

/** The loans that debtors of a range of customers are looked at for, as SQL that selects their assessments. */
record LoansOfDebtors(LocalDate asOf, KeyRange customers) {

    /** Returns a date as an SQL literal, for COPY queries, which take no parameters. */
    static String literal(LocalDate day) {
        return "DATE '" + day + "'";
    }

    /** Returns the loans in arrears. */
    String overdue() {
        return "SELECT * FROM assessment WHERE as_of = " + literal(asOf) + " AND past_due_days > 0 AND "
                + customers.condition("customer_no");
    }

    /**
     * Returns the loans that may fall due within some days and whose debtors are not in arrears. An assessment of a
     * current loan runs out the day before its next due date, so an index finds them.
     */
    String dueWithin(DayRange days) {
        return "SELECT * FROM assessment_on(" + literal(asOf) + ") WHERE through_on BETWEEN "
                + literal(asOf.plusDays(days.from() - 1L)) + " AND " + literal(asOf.plusDays(days.to() - 1L))
                + " AND past_due_days = 0 AND " + customers.condition("customer_no")
                + " AND customer_no NOT IN (SELECT o.customer_no FROM (" + overdue() + ") o)";
    }
}
