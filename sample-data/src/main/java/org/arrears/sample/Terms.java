package org.arrears.sample;

import java.time.LocalDate;

/** What was agreed for a loan, before it has a date. */
record Terms(Product product, LoanCurrency currency, long principal, int rateBasisPoints, int months) {
    Terms {
        if (principal <= 0 || rateBasisPoints <= 0 || months < 1) {
            throw new IllegalStateException("no loan has principal " + principal + ", rate " + rateBasisPoints
                    + " basis points and " + months + " installments");
        }
    }

    /** The loan with so many installments paid and the next one due on a day. */
    Plan at(int paid, LocalDate nextDue) {
        return new Plan(this, paid, nextDue);
    }

    /** The loan paid out on a day. */
    Plan startingOn(LocalDate day) {
        return at(0, day.plusMonths(1));
    }
}
