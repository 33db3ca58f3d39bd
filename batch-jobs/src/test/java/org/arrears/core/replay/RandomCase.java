package org.arrears.core.replay;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.arrears.core.loan.LoanFacts;
import org.arrears.core.loan.Transaction;
import org.arrears.core.policy.Policy;
import org.arrears.reference.ReferenceAssessment;
import org.arrears.reference.ReferenceCalculation;

/**
 * A loan, a policy, a calendar and some business dates, all drawn from one seed.
 *
 * @param dates before, during and after the life of the loan
 */
record RandomCase(
        long seed,
        Policy policy,
        Set<LocalDate> holidays,
        Set<LocalDate> workdays,
        LoanFacts facts,
        List<LocalDate> dates) {

    private static final long DEFAULT_SEED = 20_260_101;

    /** The seed of the first case: {@code -Dseed=} or always the same. */
    static long firstSeed() {
        return Long.getLong("seed", DEFAULT_SEED);
    }

    static RandomCase of(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Policy policy = new RandomPolicy(random).draw();
        RandomFacts drawn = new RandomFacts(random);
        LoanFacts facts = drawn.draw();
        List<LocalDate> dates = new ArrayList<>();
        dates.add(drawn.date());
        dates.add(drawn.date());
        dates.add(drawn.date());
        dates.add(RandomFacts.EPOCH.plusDays(random.nextInt(20) == 0 ? -30 : 430 + random.nextInt(100)));
        return new RandomCase(seed, policy, holidays(random), workdays(random), facts, dates);
    }

    private static Set<LocalDate> holidays(SplittableRandom random) {
        Set<LocalDate> days = new HashSet<>();
        int spells = random.nextInt(20);
        for (int i = 0; i < spells; i++) {
            LocalDate from = RandomFacts.EPOCH.plusDays(random.nextInt(430));
            int length = 1 + random.nextInt(8);
            from.datesUntil(from.plusDays(length)).forEach(days::add);
        }
        return days;
    }

    private static Set<LocalDate> workdays(SplittableRandom random) {
        Set<LocalDate> days = new HashSet<>();
        int count = random.nextInt(10);
        for (int i = 0; i < count; i++) {
            LocalDate day = RandomFacts.EPOCH.plusDays(random.nextInt(430));
            days.add(random.nextBoolean() ? day : day.with(DayOfWeek.SATURDAY));
        }
        return days;
    }

    Assessor assessor() {
        return new Assessor(policy, holidays, workdays);
    }

    ReferenceAssessment reference(LoanFacts of, LocalDate asOf) {
        return new ReferenceCalculation(policy, holidays, workdays, of, asOf).assess();
    }

    RandomCase withTransactions(List<Transaction> transactions) {
        LoanFacts other = new LoanFacts(facts.loan(), facts.schedule(), transactions);
        return new RandomCase(seed, policy, holidays, workdays, other, dates);
    }

    RandomCase plus(Transaction... more) {
        List<Transaction> transactions = new ArrayList<>(facts.transactions());
        transactions.addAll(List.of(more));
        return withTransactions(transactions);
    }

    boolean hasOneOrderOfComponents() {
        return policy.termsOf(facts.loan().product()).allocation().fromDpd().isEmpty();
    }

    /** All that is needed to see the case again. */
    String told(LocalDate asOf) {
        return "seed " + seed + " (again: -Dseed=" + seed + "), as of " + asOf + "\n" + facts.loan() + "\n"
                + facts.schedule() + "\n" + facts.transactions() + "\n"
                + policy.termsOf(facts.loan().product()) + "\nholidays " + holidays + "\nworkdays " + workdays + "\n";
    }
}
