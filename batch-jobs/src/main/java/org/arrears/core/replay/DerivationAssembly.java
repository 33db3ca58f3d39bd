package org.arrears.core.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.arrears.core.calendar.BusinessCalendar;
import org.arrears.core.loan.AnomalyKind;
import org.arrears.core.loan.Loan;
import org.arrears.core.loan.Transaction;
import org.arrears.core.loan.Transaction.Reversal;
import org.arrears.core.money.Component;
import org.arrears.core.money.Dues;
import org.arrears.core.policy.BucketBy;
import org.arrears.core.policy.Policy;
import org.arrears.core.policy.Terms;
import org.arrears.core.replay.InstallmentOutcome.DateReason;
import org.arrears.core.replay.InstallmentOutcome.State;

/** Puts a derivation together from a replay that was run and what a recorder saw of it. */
final class DerivationAssembly {

    private static final Comparator<Transaction> BY_DATE_AND_NO =
            Comparator.comparing(Transaction::valueOn).thenComparing(Transaction::txnNo);

    private final Policy policy;
    private final BusinessCalendar calendar;
    private final Replay replay;
    private final Ledger ledger;
    private final Roundings roundings;
    private final Loan loan;
    private final Terms terms;
    private final LocalDate asOf;

    DerivationAssembly(Policy policy, BusinessCalendar calendar, Replay replay) {
        this.policy = policy;
        this.calendar = calendar;
        this.replay = replay;
        this.ledger = replay.ledger();
        this.roundings = new Roundings(ledger.accrual());
        this.loan = replay.facts().loan();
        this.terms = policy.termsOf(loan.product());
        this.asOf = replay.asOf();
    }

    Derivation derivation(Assessment assessment, DerivationRecorder recorder) {
        List<InstallmentOutcome> installments =
                ledger.all().stream().map(this::outcome).toList();
        BucketBy by = policy.bucketBy();
        int bucketed = by == BucketBy.DPD
                ? assessment.standing().dpd()
                : assessment.standing().missedInstallments();
        return new Derivation(
                assessment,
                new TermsInForce(loan.product(), terms, policy.terms()),
                replay.rates(),
                installments,
                recorder.slices(),
                recorder.spendings(),
                reversals(),
                later(),
                overdueDays(assessment, installments),
                new BucketDecision(by, bucketed, policy.buckets().of(bucketed)),
                ClassDecision.of(policy.classification(), assessment.standing().dpd(), loan.manualClass()),
                recorder.nextDays());
    }

    private InstallmentOutcome outcome(InstallmentBalance balance) {
        return new InstallmentOutcome(
                balance.installment,
                reason(balance.installment),
                state(balance),
                Dues.of(part -> ledger.outstanding(balance, part, asOf)),
                roundings.at(balance, Component.PENALTY, asOf),
                roundings.at(balance, Component.COMPOUND, asOf));
    }

    private DateReason reason(EffectiveInstallment installment) {
        return switch (installment.moved()) {
            case NOT_MOVED -> DateReason.AS_AGREED;
            case ROLLED ->
                calendar.holidays().contains(installment.contractual().dueOn())
                        ? DateReason.ROLLED_FROM_HOLIDAY
                        : DateReason.ROLLED_FROM_WEEKEND;
            case ACCELERATED -> DateReason.ACCELERATED;
        };
    }

    private State state(InstallmentBalance balance) {
        if (balance.installment.effectiveOn().isAfter(asOf)) {
            return State.NOT_DUE_YET;
        }
        if (balance.isCleared()) {
            return balance.isClearedInGrace() ? State.CLEARED_IN_GRACE : State.CLEARED;
        }
        return ledger.isOverdue(balance, asOf) ? State.OVERDUE : State.DUE;
    }

    private OverdueDays overdueDays(Assessment assessment, List<InstallmentOutcome> installments) {
        return new OverdueDays(
                installments.stream()
                        .filter(InstallmentOutcome::isOverdue)
                        .map(InstallmentOutcome::seq)
                        .findFirst(),
                terms.delinquency().counting(),
                assessment.standing().pastDueDays(),
                terms.delinquency().graceDays(),
                ledger.overdueContractual(asOf),
                ledger.delinquency().toleranceMinor(),
                assessment.standing().dpd());
    }

    /** A reversal removed what it names unless the replay noted an anomaly about it. */
    private List<ReversalEffect> reversals() {
        Set<String> inVain = new HashSet<>();
        for (Anomaly anomaly : replay.anomalies()) {
            if (anomaly.kind() != AnomalyKind.WAIVER_EXCEEDS_OUTSTANDING) {
                inVain.add(anomaly.subject());
            }
        }
        Map<String, Transaction> byNo = new HashMap<>();
        replay.facts().transactions().forEach(transaction -> byNo.put(transaction.txnNo(), transaction));
        List<ReversalEffect> reversals = new ArrayList<>();
        for (Transaction transaction : sorted()) {
            if (transaction instanceof Reversal reversal && !reversal.valueOn().isAfter(asOf)) {
                Optional<Transaction> named = Optional.ofNullable(byNo.get(reversal.reverses()));
                reversals.add(new ReversalEffect(reversal, named.filter(target -> !inVain.contains(reversal.txnNo()))));
            }
        }
        return reversals;
    }

    private List<Transaction> later() {
        return sorted().stream()
                .filter(transaction -> transaction.valueOn().isAfter(asOf))
                .toList();
    }

    private List<Transaction> sorted() {
        return replay.facts().transactions().stream().sorted(BY_DATE_AND_NO).toList();
    }
}
