package org.arrears.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.arrears.core.loan.Installment;
import org.arrears.core.loan.Loan;
import org.arrears.core.loan.Transaction;
import org.arrears.reference.ReferenceAnomaly.Rule;

/** Section 19: what cannot be true of a schedule and of the payments that count. */
final class ReferenceDoubts {

    private ReferenceDoubts() {}

    static List<ReferenceAnomaly> ofSchedule(Loan loan, List<Installment> schedule) {
        List<Rule> broken = new ArrayList<>();
        if (schedule.isEmpty()) {
            broken.add(Rule.NO_SCHEDULE);
        }
        long principal = 0;
        for (Installment line : schedule) {
            principal += line.owed().principal();
            if (line.dueOn().compareTo(loan.contract().disbursedOn()) < 0) {
                broken.add(Rule.DUE_BEFORE_DISBURSEMENT);
            }
            if (line.dueOn().compareTo(loan.contract().maturesOn()) > 0) {
                broken.add(Rule.DUE_AFTER_MATURITY);
            }
        }
        int compared = Long.compare(principal, loan.contract().principalMinor());
        if (!schedule.isEmpty() && compared != 0) {
            broken.add(compared > 0 ? Rule.SCHEDULE_ABOVE_PRINCIPAL : Rule.SCHEDULE_BELOW_PRINCIPAL);
        }
        return broken.stream()
                .distinct()
                .map(rule -> ReferenceAnomaly.of("", rule))
                .toList();
    }

    /** A payment is a double if one with a lower number has its day and amount. */
    static List<ReferenceAnomaly> ofPayments(Loan loan, List<Transaction.Payment> counted) {
        LocalDate lent = loan.contract().disbursedOn();
        List<ReferenceAnomaly> doubts = new ArrayList<>();
        for (Transaction.Payment payment : counted) {
            if (payment.valueOn().compareTo(lent) < 0) {
                doubts.add(ReferenceAnomaly.of(payment.txnNo(), Rule.PAYMENT_BEFORE_DISBURSEMENT));
            }
            boolean again = counted.stream()
                    .anyMatch(other -> other.txnNo().compareTo(payment.txnNo()) < 0
                            && other.valueOn().equals(payment.valueOn())
                            && other.amountMinor() == payment.amountMinor());
            if (again) {
                doubts.add(ReferenceAnomaly.of(payment.txnNo(), Rule.POSSIBLE_DOUBLE));
            }
        }
        return doubts;
    }
}
