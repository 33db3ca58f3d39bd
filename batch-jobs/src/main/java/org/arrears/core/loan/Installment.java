package org.arrears.core.loan;

import java.time.LocalDate;

/**
 * One line of a repayment schedule, amounts in minor units.
 *
 * @param seq its number in the schedule, from 1
 * @param dueOn the contractual due date, before any rolling
 */
public record Installment(int seq, LocalDate dueOn, long principalMinor, long interestMinor, long feeMinor) {

    public Installment {
        if (seq < 1 || principalMinor < 0 || interestMinor < 0 || feeMinor < 0) {
            throw new IllegalStateException("installment " + seq + " is below its limits");
        }
    }
}
