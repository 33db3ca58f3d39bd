package org.arrears.core.replay;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;
import org.arrears.core.loan.Transaction;

/**
 * Every step from a loan's facts to its assessment (calculation spec, section 9); amounts in minor units.
 *
 * <p>It cannot be made unless the steps add up to the assessment.
 *
 * @param installments in the order in which they fall due
 * @param slices in the order of the replay
 * @param spendings payments, waivers and held credit, in the order of the replay
 * @param reversals by value date and number, also those in vain
 * @param later transactions that are not known yet on the business date
 * @param nextDay what one more day adds, where it adds anything
 */
public record Derivation(
        Assessment assessment,
        TermsInForce terms,
        AppliedRates rates,
        List<InstallmentOutcome> installments,
        List<AccrualSlice> slices,
        List<Spending> spendings,
        List<ReversalEffect> reversals,
        List<Transaction> later,
        OverdueDays overdueDays,
        BucketDecision bucket,
        ClassDecision classification,
        List<NextDay> nextDay) {

    public Derivation {
        installments = List.copyOf(installments);
        slices = List.copyOf(slices);
        spendings = List.copyOf(spendings);
        reversals = List.copyOf(reversals);
        later = List.copyOf(later);
        nextDay = List.copyOf(nextDay);
        if (!bucket.range().name().equals(assessment.standing().bucket())
                || !classification.chosen().equals(assessment.standing().classification())
                || overdueDays.pastDueDays() != assessment.standing().pastDueDays()
                || overdueDays.dpd() != assessment.standing().dpd()) {
            throw new IllegalStateException(
                    "loan " + assessment.loan().loanNo() + ": the rules shown are not those that applied");
        }
        DerivationSums.check(assessment, installments, nextDay);
    }

    public LocalDate asOf() {
        return assessment.asOf();
    }

    /** Returns what has to be paid on the business date so that nothing is due any more: overdue or due that day. */
    public long toPayMinor() {
        return sum(
                installments, outcome -> outcome.isActive() ? outcome.unpaid().total() : 0);
    }

    /** Returns the slices of one installment, in order. */
    public List<AccrualSlice> slicesOf(int seq) {
        return slices.stream().filter(slice -> slice.seq() == seq).toList();
    }

    static <T> long sum(List<T> parts, ToLongFunction<T> amount) {
        return parts.stream().mapToLong(amount).reduce(0, Math::addExact);
    }
}
