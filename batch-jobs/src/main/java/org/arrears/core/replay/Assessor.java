package org.arrears.core.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.arrears.core.calendar.BusinessCalendar;
import org.arrears.core.loan.AnomalyKind;
import org.arrears.core.loan.Loan;
import org.arrears.core.loan.LoanFacts;
import org.arrears.core.policy.BucketBy;
import org.arrears.core.policy.NamedRanges;
import org.arrears.core.policy.Policy;
import org.arrears.core.policy.Terms;
import org.arrears.core.text.Shown;

/**
 * Assesses loans under one policy and one calendar; a pure function, safe for many threads.
 *
 * <p>Source of every rule: the calculation chapter of the manual.
 */
public final class Assessor {

    /** Raised whenever the same facts under the same policy can come out otherwise, anomalies included. */
    public static final int EDITION = 2;

    private final Policy policy;
    private final BusinessCalendar defaultCalendar;
    private final Map<String, BusinessCalendar> calendars = new HashMap<>();

    /** Creates an assessor; the weekend comes from the policy, product by product. */
    public Assessor(Policy policy, Set<LocalDate> holidays, Set<LocalDate> workdays) {
        this.policy = policy;
        this.defaultCalendar = new BusinessCalendar(policy.terms().dueDates().weekend(), holidays, workdays);
        policy.products()
                .terms()
                .forEach((product, terms) -> calendars.put(
                        product, new BusinessCalendar(terms.dueDates().weekend(), holidays, workdays)));
    }

    /**
     * Assesses one loan on a business date.
     *
     * @throws AmountTooLargeException if an amount leaves the range of a {@code long}
     */
    public Assessment assess(LoanFacts facts, LocalDate asOf) {
        return assess(replay(facts, asOf, ReplayLog.NONE));
    }

    /**
     * Foretells the next due date after a business date and what will be asked on it if nothing is paid before.
     *
     * @return empty if nothing falls due any more, or held credit covers what does
     */
    public Optional<Upcoming> upcoming(LoanFacts facts, LocalDate asOf) {
        LoanFacts known = facts.knownOn(asOf);
        return EffectiveSchedule.of(known, terms(facts.loan()), calendar(facts.loan()), asOf).stream()
                .map(EffectiveInstallment::effectiveOn)
                .filter(dueOn -> dueOn.isAfter(asOf))
                .findFirst()
                .map(dueOn -> Upcoming.of(replay(known, dueOn, ReplayLog.NONE)))
                .filter(upcoming -> upcoming.due().total() > 0);
    }

    /**
     * Explains what {@link #assess} says of one loan on a business date: every step of the same replay, so that both
     * cannot disagree. The date may be in the future: what would be owed then if no fact comes in between.
     *
     * @throws AmountTooLargeException if an amount leaves the range of a {@code long}
     */
    public Derivation explain(LoanFacts facts, LocalDate asOf) {
        Loan loan = facts.loan();
        Terms terms = terms(loan);
        DerivationRecorder recorder = new DerivationRecorder(loan, terms);
        Replay replay = replay(facts, asOf, recorder);
        Assessment assessment = assess(replay);
        return new DerivationAssembly(policy, calendar(loan), replay).derivation(assessment, recorder);
    }

    Replay replay(LoanFacts facts, LocalDate asOf, ReplayLog log) {
        Loan loan = facts.loan();
        return exactly(loan, () -> new Replay(facts, terms(loan), calendar(loan), asOf, log).run());
    }

    Assessment assess(Replay replay) {
        return exactly(replay.facts().loan(), () -> read(replay));
    }

    /** Computes something of a loan; an overflow on the way names the loan. */
    private static <T> T exactly(Loan loan, Supplier<T> computed) {
        try {
            return computed.get();
        } catch (ArithmeticException overflow) {
            throw new AmountTooLargeException(loan.loanNo(), overflow);
        }
    }

    private Assessment read(Replay replay) {
        LocalDate asOf = replay.asOf();
        Ledger ledger = replay.ledger();
        Loan loan = replay.facts().loan();
        int dpd = ledger.dpd(asOf);
        List<InstallmentBalance> overdue = ledger.overdue(asOf);
        List<Anomaly> anomalies = new ArrayList<>(ScheduleAnomalies.of(replay.facts()));
        anomalies.addAll(PaymentAnomalies.of(loan, replay.payments()));
        anomalies.addAll(replay.anomalies());
        String classification = classification(loan, dpd, anomalies);
        return new Assessment(
                loan,
                asOf,
                new Assessment.Standing(
                        ledger.pastDueDays(asOf),
                        dpd,
                        overdue.size(),
                        ledger.oldestOverdueOn(asOf),
                        replay.overdueSince(),
                        bucket(dpd, overdue.size()).name(),
                        classification),
                AssessedAmounts.of(ledger, overdue, asOf),
                replay.rates().penalty().annual(),
                replay.lastPaymentOn(),
                anomalies,
                replay.stableThrough());
    }

    private NamedRanges.Named bucket(int dpd, int missedInstallments) {
        return policy.buckets().of(policy.bucketBy() == BucketBy.DPD ? dpd : missedInstallments);
    }

    /** A class by days is a floor: a manual class can only make it worse, an unknown one is an anomaly. */
    private String classification(Loan loan, int dpd, List<Anomaly> anomalies) {
        NamedRanges classes = policy.classification().classes();
        String computed = classes.of(dpd).name();
        if (loan.manualClass().isEmpty()) {
            return computed;
        }
        String manual = loan.manualClass().get();
        Optional<Integer> rank = classes.rank(manual);
        if (rank.isEmpty()) {
            String scheme = policy.classification().scheme();
            anomalies.add(Anomaly.of(
                    AnomalyKind.UNKNOWN_MANUAL_CLASS,
                    manual,
                    "manual class " + Shown.quoted(manual) + " is none of scheme " + scheme,
                    "scheme",
                    scheme));
            return computed;
        }
        return rank.get() > classes.rank(computed).orElseThrow() ? manual : computed;
    }

    Terms terms(Loan loan) {
        return policy.termsOf(loan.product());
    }

    private BusinessCalendar calendar(Loan loan) {
        return calendars.getOrDefault(loan.product(), defaultCalendar);
    }
}
