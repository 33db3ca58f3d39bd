package org.arrears.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.arrears.core.loan.LoanFacts;
import org.arrears.core.loan.Transaction;
import org.arrears.core.money.Component;
import org.arrears.core.policy.BucketBy;
import org.arrears.core.policy.NamedRanges;
import org.arrears.core.policy.Policy;
import org.arrears.core.policy.Terms;

/** The calculation spec walked through one calendar day after the other, for one loan and one date. */
public final class ReferenceCalculation {

    private final Policy policy;
    private final LoanFacts facts;
    private final LocalDate asOf;
    private final ReferenceLoan loan;
    private final ReferenceTransactions transactions;
    private final List<ReferenceAnomaly> anomalies = new ArrayList<>();

    public ReferenceCalculation(
            Policy policy, Set<LocalDate> holidays, Set<LocalDate> workdays, LoanFacts facts, LocalDate asOf) {
        this.policy = policy;
        this.facts = facts;
        this.asOf = asOf;
        Terms terms = policy.termsOf(facts.loan().product());
        loan = new ReferenceLoan(facts, terms, new ReferenceDates(terms, holidays, workdays), asOf);
        transactions = new ReferenceTransactions(facts.transactions(), asOf);
        anomalies.addAll(transactions.anomalies());
        anomalies.addAll(ReferenceDoubts.ofSchedule(facts.loan(), facts.schedule()));
        anomalies.addAll(ReferenceDoubts.ofPayments(facts.loan(), transactions.payments()));
    }

    /** Walks all days to the date and reads the numbers off. */
    public ReferenceAssessment assess() {
        for (LocalDate day = firstDay(); !day.isAfter(asOf); day = day.plusDays(1)) {
            loan.passNightTo(day);
            loan.activate(day);
            if (loan.held().signum() > 0) {
                loan.pay(BigDecimal.ZERO, day);
            }
            List<Transaction> today = transactions.on(day);
            for (Transaction transaction : today) {
                if (transaction instanceof Transaction.Waiver waiver) {
                    waive(waiver);
                }
            }
            for (Transaction transaction : today) {
                if (transaction instanceof Transaction.Payment payment) {
                    loan.pay(major(payment.amountMinor()), day);
                }
            }
        }
        return result();
    }

    private LocalDate firstDay() {
        return Stream.concat(
                        transactions.firstOn().stream(), loan.all().stream().map(ReferenceInstallment::due))
                .min(Comparator.naturalOrder())
                .orElse(asOf);
    }

    private void waive(Transaction.Waiver waiver) {
        BigDecimal rest = loan.waive(waiver.component(), major(waiver.amountMinor()), waiver.valueOn());
        if (rest.signum() > 0) {
            anomalies.add(new ReferenceAnomaly(waiver.txnNo(), ReferenceAnomaly.Rule.WAIVER_EXCEEDS_OUTSTANDING, rest));
        }
    }

    private BigDecimal major(long minor) {
        return BigDecimal.valueOf(minor, facts.loan().currency().digits());
    }

    /** Gives an amount the digits of its currency and throws if it has more. */
    private BigDecimal exact(BigDecimal amount) {
        return amount.setScale(facts.loan().currency().digits(), RoundingMode.UNNECESSARY);
    }

    private ReferenceAssessment result() {
        List<ReferenceInstallment> overdue = loan.overdue(asOf);
        BigDecimal principal = sum(overdue, Component.PRINCIPAL);
        BigDecimal interest = sum(overdue, Component.INTEREST);
        BigDecimal fee = sum(overdue, Component.FEE);
        BigDecimal penalty = loan.outstanding(Component.PENALTY, asOf);
        BigDecimal compound = loan.outstanding(Component.COMPOUND, asOf);
        int dpd = loan.dpd(asOf);
        return new ReferenceAssessment(
                facts.loan().loanNo(),
                asOf,
                loan.pastDueDays(asOf),
                dpd,
                nameOf(policy.buckets(), policy.bucketBy() == BucketBy.DPD ? dpd : overdue.size()),
                classAt(dpd),
                overdue.stream().map(ReferenceInstallment::due).findFirst(),
                overdue.size(),
                exact(principal),
                exact(interest),
                exact(fee),
                exact(penalty),
                exact(compound),
                exact(principal.add(interest).add(fee).add(penalty).add(compound)),
                exact(sum(loan.all(), Component.PRINCIPAL)),
                exact(loan.held()),
                exact(nextNight(penalty.add(compound))),
                transactions.lastPaymentOn(),
                anomalies.stream().sorted().toList());
    }

    /** Lets one more night pass, with nothing paid, and returns what it adds; the loan is of no use afterwards. */
    private BigDecimal nextNight(BigDecimal today) {
        LocalDate tomorrow = asOf.plusDays(1);
        loan.passNightTo(tomorrow);
        return loan.outstanding(Component.PENALTY, tomorrow)
                .add(loan.outstanding(Component.COMPOUND, tomorrow))
                .subtract(today);
    }

    private BigDecimal sum(List<ReferenceInstallment> installments, Component component) {
        return installments.stream()
                .map(installment -> installment.outstanding(component, asOf))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String nameOf(NamedRanges ranges, int value) {
        return ranges.ranges().stream()
                .filter(named ->
                        named.range().from() <= value && value <= named.range().to())
                .findFirst()
                .orElseThrow()
                .name();
    }

    /** The class by dpd, or the one set by hand if that is worse. */
    private String classAt(int dpd) {
        NamedRanges classes = policy.classification().classes();
        List<String> names =
                classes.ranges().stream().map(NamedRanges.Named::name).toList();
        String computed = nameOf(classes, dpd);
        if (facts.loan().manualClass().filter(manual -> !names.contains(manual)).isPresent()) {
            anomalies.add(ReferenceAnomaly.of("", ReferenceAnomaly.Rule.UNKNOWN_MANUAL_CLASS));
        }
        return facts.loan()
                .manualClass()
                .filter(manual -> names.indexOf(manual) > names.indexOf(computed))
                .orElse(computed);
    }
}
