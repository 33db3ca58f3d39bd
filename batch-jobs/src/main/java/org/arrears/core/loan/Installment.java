package org.arrears.core.loan;

import java.time.LocalDate;
import org.arrears.core.money.Dues;

/**
 * One line of a repayment schedule.
 *
 * @param seq its number in the schedule, from 1
 * @param dueOn the contractual due date, before any rolling
 * @param owed principal, interest and fee
 */
public record Installment(int seq, LocalDate dueOn, Dues owed) {

    public Installment {
        if (seq < 1 || owed.accrued() != 0) {
            throw new IllegalStateException("installment " + seq + " cannot be agreed: " + owed);
        }
    }
}
