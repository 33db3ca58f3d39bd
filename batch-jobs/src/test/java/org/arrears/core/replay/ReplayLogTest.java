package org.arrears.core.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.arrears.core.loan.Transaction;
import org.arrears.core.money.Component;
import org.arrears.core.money.Dues;
import org.arrears.core.policy.Terms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a replay tells as it goes adds up to what it ends with (section 9), over drawn loans. */
final class ReplayLogTest {

    private static final int LOANS = 1_500;

    /** Adds up what it is told. */
    private static final class Sums implements ReplayLog {
        final boolean onInterestToo;
        final Map<InstallmentBalance, Long> penaltyBalanceDays = new HashMap<>();
        final Map<InstallmentBalance, Long> compoundBalanceDays = new HashMap<>();
        final Map<InstallmentBalance, Long> settled = new HashMap<>();
        final Map<InstallmentBalance, LocalDate> accruedTo = new HashMap<>();
        final List<String> told = new ArrayList<>();
        long pool;
        int open;

        Sums(Terms terms) {
            onInterestToo = terms.penalty().basis() == Terms.Basis.PRINCIPAL_AND_INTEREST;
        }

        @Override
        public void accrued(InstallmentBalance balance, LocalDate from, LocalDate to, long days) {
            LocalDate start = accruedTo.getOrDefault(balance, balance.installment.accrualStart());
            assertEquals(start, from, "slices follow one another");
            assertTrue(from.isBefore(to));
            accruedTo.put(balance, to);
            long base = balance.principal() + (onInterestToo ? balance.interest() : 0);
            penaltyBalanceDays.merge(balance, base * days, Long::sum);
            compoundBalanceDays.merge(balance, balance.interest() * days, Long::sum);
        }

        @Override
        public void spending(SpentBy by, LocalDate on, long amount, int dpd, List<Component> order) {
            pool = amount;
            open++;
            told.add(on + " " + by.kind() + " " + by.txnNo() + " " + by.amountMinor() + " of " + amount + " at " + dpd
                    + " " + order.size());
        }

        @Override
        public void settled(InstallmentBalance balance, Component component, long outstanding, long amount) {
            assertTrue(amount > 0, "nothing was settled");
            assertTrue(amount <= outstanding, "more was settled than there was");
            pool -= amount;
            settled.merge(balance, amount, Long::sum);
        }

        @Override
        public void spent(long left) {
            assertEquals(pool, left, "what is left is the pool less its parts");
            open--;
        }
    }

    @Test
    void slicesAddUpToTheBalanceDaysAndPartsToWhatWasSettled() {
        DrawnLoans.check(LOANS, LOANS, (drawn, asOf) -> {
            Sums sums = new Sums(drawn.policy().termsOf(drawn.facts().loan().product()));
            Ledger ledger = drawn.assessor().replay(drawn.facts(), asOf, sums).ledger();
            for (InstallmentBalance balance : ledger.all()) {
                assertEquals(sums.penaltyBalanceDays.getOrDefault(balance, 0L), balance.balanceDays(Component.PENALTY));
                assertEquals(
                        sums.compoundBalanceDays.getOrDefault(balance, 0L), balance.balanceDays(Component.COMPOUND));
                assertEquals(
                        sums.settled.getOrDefault(balance, 0L),
                        Dues.of(balance::settled).total());
            }
            assertEquals(0, sums.open, "every pool says what was left of it");
            return !sums.settled.isEmpty();
        });
    }

    @Test
    void everyPaymentAndWaiverIsToldOnce() {
        DrawnLoans.check(LOANS, LOANS, (drawn, asOf) -> {
            Sums sums = new Sums(drawn.policy().termsOf(drawn.facts().loan().product()));
            drawn.assessor().replay(drawn.facts(), asOf, sums);
            var counted = CountedTransactions.of(drawn.facts().transactions(), asOf);
            List<Transaction> all = new ArrayList<>(counted.payments());
            all.addAll(counted.waivers());
            for (Transaction transaction : all) {
                String words = " " + transaction.txnNo() + " " + transaction.amountMinor() + " of ";
                assertEquals(
                        1,
                        sums.told.stream().filter(line -> line.contains(words)).count(),
                        words);
            }
            return !all.isEmpty();
        });
    }

    @Test
    void listeningChangesNothing() {
        DrawnLoans.check(LOANS, LOANS, (drawn, asOf) -> {
            Assessor assessor = drawn.assessor();
            Sums sums = new Sums(drawn.policy().termsOf(drawn.facts().loan().product()));
            Assessment listened = assessor.assess(assessor.replay(drawn.facts(), asOf, sums));
            assertEquals(assessor.assess(drawn.facts(), asOf), listened);
            return true;
        });
    }

    @Test
    void thePoolsAreToldWithTheirDaysAndOrder() {
        PolicyText terms = PolicyText.of("components=interest");
        String loan = "rate 0; due 2024-03-01 100+10; due 2024-03-11 100; pay 2024-03-04 120; pay 2024-03-20 5;"
                + " waive 2024-03-20 principal 7";
        Sums sums = new Sums(terms.policy().terms());
        Assessor assessor = new Assessor(terms.policy(), terms.dates("holidays"), terms.dates("workdays"));
        Replay replay = assessor.replay(LoanText.facts(loan), LocalDate.of(2024, 3, 21), sums);
        assertEquals(
                List.of(
                        "2024-03-04 PAYMENT T1 12000 of 12000 at 3 5",
                        "2024-03-11 HELD_CREDIT  1000 of 1000 at 0 5",
                        "2024-03-20 WAIVER T3 700 of 700 at 9 1",
                        "2024-03-20 PAYMENT T2 500 of 500 at 9 5"),
                sums.told);
        assertEquals(7_800, replay.ledger().all().get(1).principal());
    }

    @Test
    void aReplayKnowsWhereItsNumbersComeFrom() {
        PolicyText terms = PolicyText.of("multiple=1.5 max=0.1 roll=following grace=deferred:2");
        String loan =
                "rate 0.08; due 2024-03-02 100; due 2024-03-05 100; due 2024-06-01 100+5+1; accelerated 2024-03-20";
        Assessor assessor = new Assessor(terms.policy(), terms.dates("holidays"), terms.dates("workdays"));
        Replay replay = assessor.replay(LoanText.facts(loan), LocalDate.of(2024, 3, 21), ReplayLog.NONE);
        assertEquals(
                AppliedRates.Source.CONTRACT_RATE_TIMES_MULTIPLE, replay.rates().source());
        assertTrue(replay.rates().capped());
        assertEquals("0.12", replay.rates().beforeCap().toString());
        assertEquals(
                List.of(
                        "1 ROLLED 2024-03-04 2024-03-06",
                        "2 NOT_MOVED 2024-03-05 2024-03-07",
                        "3 ACCELERATED 2024-03-20 2024-03-22"),
                replay.schedule().stream()
                        .map(installment -> installment.seq() + " " + installment.moved() + " "
                                + installment.effectiveOn() + " " + installment.accrualStart())
                        .toList());
    }

    @Test
    void theScheduleOfADateBeforeTheAccelerationIsTheAgreedOne() {
        String loan = "due 2024-03-05 100+5+1; due 2024-06-01 100+5+1; accelerated 2024-03-20";
        PolicyText terms = PolicyText.of("default");
        Assessor assessor = new Assessor(terms.policy(), terms.dates("holidays"), terms.dates("workdays"));
        LocalDate eve = LocalDate.of(2024, 3, 19);
        EffectiveInstallment second = replay(assessor, loan, eve).schedule().get(1);
        assertEquals(EffectiveInstallment.Moved.NOT_MOVED, second.moved());
        assertEquals(500, second.owed().interest());
        EffectiveInstallment called =
                replay(assessor, loan, eve.plusDays(1)).schedule().get(1);
        assertEquals(EffectiveInstallment.Moved.ACCELERATED, called.moved());
        assertEquals(0, called.owed().interest());
    }

    @ParameterizedTest(name = "max {0}: capped {1}")
    @CsvSource({"0.09, true", "0.1, false", "0.11, false"})
    void aRateIsCappedOnlyIfTheMaximumLoweredIt(String max, boolean capped) {
        PolicyText terms = PolicyText.of("max=" + max);
        Assessor assessor = new Assessor(terms.policy(), terms.dates("holidays"), terms.dates("workdays"));
        Replay replay = replay(assessor, "rate 0.1; due 2024-03-05 100", LocalDate.of(2024, 3, 6));
        assertEquals(capped, replay.rates().capped());
    }

    private static Replay replay(Assessor assessor, String loan, LocalDate asOf) {
        return assessor.replay(LoanText.facts(loan), asOf, ReplayLog.NONE);
    }
}
