package org.arrears.core.replay;

import java.util.Optional;
import org.arrears.core.policy.Terms;

/**
 * How the days past due came about (calculation spec, section 7); amounts in minor units.
 *
 * @param oldestSeq the oldest overdue installment, which causes them
 * @param graceDays by which they are shifted
 * @param overdueMinor unpaid principal, interest and fee of the overdue installments
 * @param toleranceMinor up to which they count as 0
 */
public record OverdueDays(
        Optional<Integer> oldestSeq,
        Terms.Counting counting,
        int pastDueDays,
        int graceDays,
        long overdueMinor,
        long toleranceMinor,
        int dpd) {

    public OverdueDays {
        int shifted = Math.max(0, pastDueDays - graceDays);
        if (oldestSeq.isPresent() != pastDueDays > 0 || dpd != (overdueMinor <= toleranceMinor ? 0 : shifted)) {
            throw new IllegalStateException("dpd " + dpd + " of " + pastDueDays + " days past due, grace " + graceDays
                    + ", overdue " + overdueMinor + ", tolerance " + toleranceMinor);
        }
    }

    /** Says whether the amount is small enough to count as not overdue. */
    public boolean isTolerated() {
        return pastDueDays > 0 && overdueMinor <= toleranceMinor;
    }
}
