package org.arrears.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.arrears.core.loan.Contracts;
import org.arrears.core.loan.Loan;
import org.arrears.core.money.CurrencyUnit;
import org.arrears.core.money.Dues;
import org.arrears.core.money.Rate;
import org.arrears.core.money.SomeDues;
import org.arrears.core.replay.Assessment;
import org.junit.jupiter.api.Test;

/** Accounts added up under two policies. */
class PolicyComparisonTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 9, 29);
    private static final CurrencyUnit JPY = CurrencyUnit.of("JPY").orElseThrow();

    private final PolicyComparison comparison = comparison(2);

    private static PolicyComparison comparison(int top) {
        return new PolicyComparison(
                PolicyText.of(PolicyText.PLAIN), PolicyText.of(PolicyText.PLAIN.replace("1.5", "1.4")), AS_OF, top);
    }

    private static Assessment assessed(String loanNo, CurrencyUnit currency, int dpd, long penalty, long compound) {
        Loan loan = new Loan(
                loanNo,
                "C1",
                "CARD",
                currency,
                Contracts.over(0),
                Rate.ZERO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Assessment(
                loan,
                AS_OF,
                new Assessment.Standing(
                        dpd,
                        dpd,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        dpd == 0 ? "M0" : dpd <= 30 ? "M1" : "M2",
                        dpd <= 90 ? "good" : "bad"),
                new Assessment.Amounts(
                        SomeDues.owed(100_000, 0, 0).plus(SomeDues.accrued(penalty, compound)), 100_000, 0, 0),
                Rate.ZERO,
                Optional.empty(),
                List.of(),
                AS_OF);
    }

    private void add(String loanNo, long before, long after) {
        comparison.add(
                assessed(loanNo, CurrencyUnit.CNY, 10, before, 0), assessed(loanNo, CurrencyUnit.CNY, 10, after, 0));
    }

    private CurrencyDiff only() {
        return comparison.diff().currencies().get(0);
    }

    @Test
    void sumsAreOldNewAndTheirDifference() {
        comparison.add(
                assessed("L1", CurrencyUnit.CNY, 10, 1500, 150), assessed("L1", CurrencyUnit.CNY, 10, 1400, 140));
        comparison.add(assessed("L2", CurrencyUnit.CNY, 10, 300, 30), assessed("L2", CurrencyUnit.CNY, 10, 280, 28));
        assertEquals(
                new BeforeAfter(
                        SomeDues.owed(200_000, 0, 0).plus(SomeDues.accrued(1800, 180)),
                        SomeDues.owed(200_000, 0, 0).plus(SomeDues.accrued(1680, 168))),
                only().overdue());
        assertEquals(-132, only().overdue().differenceMinor(Dues::total));
        assertEquals(
                -132,
                only().largest().stream()
                        .mapToLong(AccountChange::differenceMinor)
                        .sum());
    }

    @Test
    void accountsThatMoveAreCountedByBucketClassAndDays() {
        comparison.add(assessed("L1", CurrencyUnit.CNY, 0, 0, 0), assessed("L1", CurrencyUnit.CNY, 0, 0, 0));
        comparison.add(assessed("L2", CurrencyUnit.CNY, 20, 0, 0), assessed("L2", CurrencyUnit.CNY, 31, 0, 0));
        comparison.add(assessed("L3", CurrencyUnit.CNY, 90, 0, 0), assessed("L3", CurrencyUnit.CNY, 91, 0, 0));
        comparison.add(assessed("L4", CurrencyUnit.CNY, 1, 0, 0), assessed("L4", CurrencyUnit.CNY, 0, 7, 0));
        assertEquals(new CurrencyDiff.Counts(4, 2, 1, 3, 1), only().counts());
        assertEquals(
                List.of(
                        new BucketMove("M0", "M0", 1),
                        new BucketMove("M1", "M0", 1),
                        new BucketMove("M1", "M2", 1),
                        new BucketMove("M2", "M2", 1)),
                only().moves());
    }

    @Test
    void onlyTheLargestChangesAreListedWhicheverTheirSignAndTiesByLoan() {
        add("L4", 100, 160);
        add("L3", 100, 40);
        add("L2", 100, 40);
        add("L1", 100, 101);
        add("L0", 100, 100);
        assertEquals(
                List.of("L2", "L3"),
                only().largest().stream().map(AccountChange::loanNo).toList());
        assertEquals(4, only().counts().changeAmount());
    }

    @Test
    void noneAreListedIfNoneAreWanted() {
        PolicyComparison none = comparison(0);
        none.add(assessed("L1", JPY, 10, 5, 0), assessed("L1", JPY, 10, 4, 0));
        assertEquals(List.of(), none.diff().currencies().get(0).largest());
    }

    @Test
    void currenciesAreNeverAddedTogether() {
        add("L1", 100, 90);
        comparison.add(assessed("L2", JPY, 10, 5, 0), assessed("L2", JPY, 10, 4, 0));
        assertEquals(
                List.of("CNY -10", "JPY -1"),
                comparison.diff().currencies().stream()
                        .map(diff ->
                                diff.currency().code() + " " + diff.overdue().differenceMinor(Dues::penalty))
                        .toList());
    }

    @Test
    void theTextIsAlignedAndBrief() {
        comparison.add(
                assessed("L1", CurrencyUnit.CNY, 31, 150_000, 0), assessed("L1", CurrencyUnit.CNY, 30, 140_000, 0));
        String text = PolicyDiffText.print(comparison.diff()).replaceAll("sha256 [0-9a-f]{12}", "sha256 x");
        assertEquals("""
                policy diff 2026-09-29
                  old  plain  sha256 x
                  new  plain  sha256 x

                terms
                  penalty.multiple  1.5 -> 1.4

                CNY  1 accounts: 1 change bucket, 0 class, 1 dpd, 1 penalty or compound
                  in sum              old       new  difference
                  penalty        1,500.00  1,400.00     -100.00
                  compound           0.00      0.00        0.00
                  total overdue  2,500.00  2,400.00     -100.00

                  old \\ new  M1
                  M2          1

                  largest  product  bucket    old penalty + compound  new penalty + compound  difference
                  L1       CARD     M2 -> M1                1,500.00                1,400.00     -100.00

                Nothing was written. To commit to the new policy, give it to the next arrears nightly.
                """, text);
    }

    @Test
    void theMatrixHasItsColumnsFromMildToGrave() {
        comparison.add(assessed("L1", CurrencyUnit.CNY, 5, 0, 0), assessed("L1", CurrencyUnit.CNY, 40, 0, 0));
        comparison.add(assessed("L2", CurrencyUnit.CNY, 40, 0, 0), assessed("L2", CurrencyUnit.CNY, 5, 0, 0));
        String text = PolicyDiffText.print(comparison.diff());
        assertTrue(text.contains("""
                  old \\ new  M1  M2
                  M1          .   1
                  M2          1   .
                """), text);
    }

    @Test
    void withoutALoanItSaysSo() {
        assertEquals(List.of(), comparison.diff().currencies());
        assertTrue(PolicyDiffText.print(comparison.diff()).contains("no unsettled loan to compare"));
    }
}
