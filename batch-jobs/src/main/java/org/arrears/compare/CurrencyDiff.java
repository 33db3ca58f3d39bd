package org.arrears.compare;

import java.util.List;
import org.arrears.core.money.CurrencyUnit;

/**
 * What a change of policy does to the accounts of one currency.
 *
 * @param moves the matrix of buckets without its empty cells, from mild to grave
 * @param overdue what all of them owe
 * @param largest the accounts whose penalty plus compound changes most
 */
public record CurrencyDiff(
        CurrencyUnit currency,
        Counts counts,
        List<BucketMove> moves,
        BeforeAfter overdue,
        List<AccountChange> largest) {

    /** How many accounts were compared, and how many of them change. */
    public record Counts(long accounts, long changeBucket, long changeClass, long changeDpd, long changeAmount) {}

    public CurrencyDiff {
        moves = List.copyOf(moves);
        largest = List.copyOf(largest);
        long all = moves.stream().mapToLong(BucketMove::accounts).sum();
        long changed = moves.stream()
                .filter(BucketMove::isChange)
                .mapToLong(BucketMove::accounts)
                .sum();
        if (all != counts.accounts() || changed != counts.changeBucket()) {
            throw new IllegalStateException(currency.code() + ": the matrix holds " + all + " accounts, " + changed
                    + " moved; counted " + counts);
        }
    }
}
