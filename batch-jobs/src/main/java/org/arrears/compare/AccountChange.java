package org.arrears.compare;

import java.util.Comparator;
import org.arrears.core.replay.Assessment;

/** One account under both policies; amounts in minor units. */
public record AccountChange(
        String loanNo, String product, String bucketBefore, String bucketAfter, Sums penalty, Sums compound) {

    /** The largest difference first, whichever its sign; the same difference by loan number. */
    static final Comparator<AccountChange> LARGEST_FIRST = Comparator.comparingLong(
                    (AccountChange change) -> Math.abs(change.differenceMinor()))
            .reversed()
            .thenComparing(AccountChange::loanNo);

    static AccountChange of(Assessment before, Assessment after) {
        return new AccountChange(
                before.loan().loanNo(),
                before.loan().product(),
                before.bucket(),
                after.bucket(),
                new Sums(before.amounts().penalty(), after.amounts().penalty()),
                new Sums(before.amounts().compound(), after.amounts().compound()));
    }

    /** Returns penalty plus compound under both policies. */
    public Sums accrued() {
        return penalty.plus(compound.beforeMinor(), compound.afterMinor());
    }

    /** Returns how much more penalty plus compound the new policy asks for. */
    public long differenceMinor() {
        return accrued().differenceMinor();
    }
}
