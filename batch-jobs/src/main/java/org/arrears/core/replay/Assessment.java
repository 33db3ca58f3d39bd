package org.arrears.core.replay;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.arrears.core.loan.Loan;
import org.arrears.core.money.Dues;
import org.arrears.core.money.Rate;

/**
 * What a loan owes and how late it is on one business date (calculation spec, section 8); amounts in minor units.
 *
 * <p>The customer's dpd is not here: it is a matter of all the customer's loans.
 *
 * @param oldestDueOn effective date of the oldest overdue installment
 * @param overdueSince effective date at which the present spell of being overdue began; partial catching up keeps it
 * @param penaltyAnnualRate the rate that overdue amounts bear
 * @param stableThrough last date for which this holds unchanged as long as no new fact comes
 */
public record Assessment(
        Loan loan,
        LocalDate asOf,
        int pastDueDays,
        int dpd,
        String bucket,
        String classification,
        Optional<LocalDate> oldestDueOn,
        Optional<LocalDate> overdueSince,
        int missedInstallments,
        Amounts amounts,
        Rate penaltyAnnualRate,
        Optional<LocalDate> lastPaymentOn,
        List<Anomaly> anomalies,
        LocalDate stableThrough) {

    /** "For ever": nothing known will change the loan. */
    public static final LocalDate NO_END = LocalDate.of(9999, 12, 31);

    public Assessment {
        anomalies = List.copyOf(anomalies);
    }

    /**
     * The amounts of an assessment in minor units.
     *
     * @param overdue contractual parts over the overdue installments, penalty and compound over all that fell due
     * @param principalBalance all unpaid principal, due or not
     * @param heldCredit paid and not yet used
     * @param dailyAccrual penalty plus compound that one more unpaid day adds
     */
    public record Amounts(Dues overdue, long principalBalance, long heldCredit, long dailyAccrual) {

        public Amounts {
            if (principalBalance < 0 || heldCredit < 0) {
                throw new IllegalStateException("negative amount in an assessment");
            }
        }
    }
}
