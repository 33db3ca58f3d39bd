package org.arrears.core.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.arrears.core.loan.AnomalyKind;
import org.arrears.core.loan.Installment;
import org.arrears.core.loan.Loan;
import org.arrears.core.loan.LoanFacts;

/**
 * What cannot be true of a schedule as agreed, each kind once (calculation spec, section 19).
 *
 * <p>Contractual dates and principal are looked at, so rolling, acceleration and payments change nothing.
 */
final class ScheduleAnomalies {

    private static final Comparator<Installment> BY_DUE_DATE =
            Comparator.comparing(Installment::dueOn).thenComparingInt(Installment::seq);
    private static final String SCHEDULE = "schedule";

    private ScheduleAnomalies() {}

    static List<Anomaly> of(LoanFacts facts) {
        Loan loan = facts.loan();
        List<Installment> schedule = facts.schedule();
        if (schedule.isEmpty()) {
            return List.of(Anomaly.of(
                    AnomalyKind.NO_SCHEDULE, SCHEDULE, "the loan has no installments, so nothing falls due"));
        }
        List<Anomaly> anomalies = new ArrayList<>();
        dates(loan, schedule, anomalies);
        sum(loan, schedule, anomalies);
        return anomalies;
    }

    private static void dates(Loan loan, List<Installment> schedule, List<Anomaly> anomalies) {
        Installment first = schedule.get(0);
        Installment last = first;
        for (Installment installment : schedule) {
            first = BY_DUE_DATE.compare(installment, first) < 0 ? installment : first;
            last = BY_DUE_DATE.compare(installment, last) > 0 ? installment : last;
        }
        Loan.Contract contract = loan.contract();
        if (first.dueOn().isBefore(contract.disbursedOn())) {
            anomalies.add(Anomaly.of(
                    AnomalyKind.DUE_BEFORE_DISBURSEMENT,
                    Integer.toString(first.seq()),
                    "installment " + first.seq() + " is due on " + first.dueOn() + ", before the loan was disbursed on "
                            + contract.disbursedOn(),
                    "due_on",
                    first.dueOn().toString(),
                    "disbursed_on",
                    contract.disbursedOn().toString()));
        }
        if (last.dueOn().isAfter(contract.maturesOn())) {
            anomalies.add(Anomaly.of(
                    AnomalyKind.DUE_AFTER_MATURITY,
                    Integer.toString(last.seq()),
                    "installment " + last.seq() + " is due on " + last.dueOn() + ", after the loan matures on "
                            + contract.maturesOn(),
                    "due_on",
                    last.dueOn().toString(),
                    "matures_on",
                    contract.maturesOn().toString()));
        }
    }

    private static void sum(Loan loan, List<Installment> schedule, List<Anomaly> anomalies) {
        long lent = loan.contract().principalMinor();
        long scheduled = 0;
        for (Installment installment : schedule) {
            scheduled = Math.addExact(scheduled, installment.owed().principal());
        }
        if (scheduled != lent) {
            String sum = loan.currency().format(scheduled);
            String principal = loan.currency().format(lent);
            boolean above = scheduled > lent;
            anomalies.add(Anomaly.of(
                    above ? AnomalyKind.SCHEDULE_ABOVE_PRINCIPAL : AnomalyKind.SCHEDULE_BELOW_PRINCIPAL,
                    SCHEDULE,
                    "the installments ask for a principal of " + sum + ", " + (above ? "more" : "less") + " than the "
                            + principal + " lent",
                    "scheduled_principal",
                    sum,
                    "principal",
                    principal));
        }
    }
}
