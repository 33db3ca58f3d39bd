package org.arrears.core.replay;

import org.arrears.core.money.Dues;

/**
 * What one more day with nothing paid adds to one installment; minor units.
 *
 * @param days that the day counts, 0 on a 31st by 30E/360
 * @param added penalty and compound interest
 */
public record NextDay(int seq, long days, Dues added) {

    public NextDay {
        if (days < 0 || added.contractual() != 0) {
            throw new IllegalStateException("installment " + seq + " grows by " + added + " in " + days + " days");
        }
    }
}
