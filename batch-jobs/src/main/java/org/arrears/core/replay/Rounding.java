package org.arrears.core.replay;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.arrears.core.money.Component;

/**
 * How an installment's penalty or compound interest became a whole amount (calculation spec, section 4); minor units.
 *
 * @param component penalty or compound
 * @param balanceDays 积数 NP or NQ, minor units x days
 * @param unroundedMinor balance-days x rate / denominator, to 20 significant digits; 0 if there is no rate
 * @param roundedMinor that, HALF_UP to a minor unit
 * @param dueMinor the rounded amount, or 0 if grace made it free
 * @param settledMinor paid or waived of it up to this moment
 */
public record Rounding(
        int seq,
        Component component,
        LocalDate on,
        long balanceDays,
        BigDecimal unroundedMinor,
        long roundedMinor,
        long dueMinor,
        long settledMinor,
        Free free) {

    /** Whether a retroactive grace makes it free. */
    public enum Free {
        NO,
        /** The grace is still running. */
        WITHIN_GRACE,
        /** Cleared before the grace ended: free for good. */
        CLEARED_IN_GRACE
    }

    public Rounding {
        if (component != Component.PENALTY && component != Component.COMPOUND) {
            throw new IllegalStateException("nothing is rounded in " + component);
        }
        if (unroundedMinor.setScale(0, RoundingMode.HALF_UP).longValueExact() != roundedMinor) {
            throw new IllegalStateException(roundedMinor + " is not " + unroundedMinor + " rounded half up");
        }
        if (dueMinor != (free == Free.NO ? roundedMinor : 0) || settledMinor < 0 || settledMinor > dueMinor) {
            throw new IllegalStateException("installment " + seq + " " + component.code() + ": rounded " + roundedMinor
                    + ", due " + dueMinor + ", settled " + settledMinor + ", free " + free);
        }
    }

    /** Returns what is due and not settled. */
    public long outstandingMinor() {
        return dueMinor - settledMinor;
    }
}
