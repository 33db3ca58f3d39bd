package org.arrears.sample;

import java.time.LocalDate;

/** One row of a repayment schedule, in minor units. */
record Installment(int seq, LocalDate dueOn, long principal, long interest, long fee) {
    Installment {
        if (seq < 1 || principal < 0 || interest < 0 || fee < 0) {
            throw new IllegalStateException("an installment cannot be seq " + seq + ", principal " + principal
                    + ", interest " + interest + ", fee " + fee);
        }
    }

    long total() {
        return principal + interest + fee;
    }

    Installment dueOn(LocalDate day) {
        return new Installment(seq, day, principal, interest, fee);
    }

    /**
     * What certainly clears this installment on a day: everything due, and penalty at the highest rate of the policy
     * (24 % a year on all of it) with four days to spare for day counts, in whole units.
     */
    long clearedBy(LocalDate day, LoanCurrency currency) {
        long days = day.toEpochDay() - dueOn.toEpochDay();
        return days <= 0 ? total() : currency.roundUp(total() + total() * (days + 4) * 24 / 36_000 + 1);
    }
}
