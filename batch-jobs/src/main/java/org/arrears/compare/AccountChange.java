package org.arrears.compare;

import java.util.Comparator;
import org.arrears.core.money.Dues;
import org.arrears.core.replay.Assessment;

/** One account under both policies. */
public record AccountChange(
        String loanNo, String product, String bucketBefore, String bucketAfter, BeforeAfter overdue) {

    /** The largest difference first, whichever its sign; the same difference by loan number. */
    static final Comparator<AccountChange> LARGEST_FIRST = Comparator.comparingLong(
                    (AccountChange change) -> Math.abs(change.differenceMinor()))
            .reversed()
            .thenComparing(AccountChange::loanNo);

    static AccountChange of(Assessment before, Assessment after) {
        return new AccountChange(
                before.loan().loanNo(),
                before.loan().product(),
                before.standing().bucket(),
                after.standing().bucket(),
                new BeforeAfter(before.amounts().overdue(), after.amounts().overdue()));
    }

    /** Returns how much more penalty plus compound the new policy asks for, in minor units. */
    public long differenceMinor() {
        return overdue.differenceMinor(Dues::accrued);
    }
}
