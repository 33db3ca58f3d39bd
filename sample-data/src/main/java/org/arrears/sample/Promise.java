package org.arrears.sample;

import java.time.LocalDate;

/** A customer's promise to pay. */
record Promise(int night, LocalDate madeOn, LocalDate dueOn, long amount) {
    Promise {
        if (night < 0 || amount <= 0 || dueOn.isBefore(madeOn)) {
            throw new IllegalStateException("no promise of " + amount + " made on " + madeOn + " is due on " + dueOn);
        }
    }
}
