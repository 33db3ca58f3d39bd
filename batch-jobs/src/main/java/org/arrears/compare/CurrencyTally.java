package org.arrears.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.arrears.core.money.CurrencyUnit;
import org.arrears.core.replay.Assessment;

/** Adds up the accounts of one currency as they come; keeps no more of them than are to be listed. */
final class CurrencyTally {

    private final CurrencyUnit currency;
    private final int top;
    private final PriorityQueue<AccountChange> largest = new PriorityQueue<>(AccountChange.LARGEST_FIRST.reversed());
    private final Map<String, Map<String, Long>> matrix = new HashMap<>();
    private BeforeAfter overdue = BeforeAfter.NOTHING;
    private long accounts;
    private long changeBucket;
    private long changeClass;
    private long changeDpd;
    private long changeAmount;

    CurrencyTally(CurrencyUnit currency, int top) {
        this.currency = currency;
        this.top = top;
    }

    void add(Assessment before, Assessment after) {
        AccountChange change = AccountChange.of(before, after);
        accounts++;
        changeBucket += before.standing().bucket().equals(after.standing().bucket()) ? 0 : 1;
        changeClass +=
                before.standing().classification().equals(after.standing().classification()) ? 0 : 1;
        changeDpd += before.standing().dpd() == after.standing().dpd() ? 0 : 1;
        changeAmount += change.differenceMinor() == 0 ? 0 : 1;
        matrix.computeIfAbsent(before.standing().bucket(), bucket -> new HashMap<>())
                .merge(after.standing().bucket(), 1L, Long::sum);
        overdue = overdue.plus(change.overdue());
        keep(change);
    }

    private void keep(AccountChange change) {
        if (change.differenceMinor() == 0) {
            return;
        }
        largest.add(change);
        if (largest.size() > top) {
            largest.remove();
        }
    }

    /** Returns what was added up; buckets in the order in which both policies list them. */
    CurrencyDiff diff(List<String> bucketsBefore, List<String> bucketsAfter) {
        List<BucketMove> moves = new ArrayList<>();
        for (String before : bucketsBefore) {
            Map<String, Long> row = matrix.getOrDefault(before, Map.of());
            for (String after : bucketsAfter) {
                if (row.containsKey(after)) {
                    moves.add(new BucketMove(before, after, row.get(after)));
                }
            }
        }
        return new CurrencyDiff(
                currency,
                new CurrencyDiff.Counts(accounts, changeBucket, changeClass, changeDpd, changeAmount),
                moves,
                overdue,
                largest.stream().sorted(AccountChange.LARGEST_FIRST).toList());
    }
}
