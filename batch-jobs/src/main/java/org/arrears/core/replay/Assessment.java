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
 * @param penaltyAnnualRate the rate that overdue amounts bear
 * @param stableThrough last date for which this holds unchanged as long as no new fact comes
 */
public record Assessment(
        Loan loan,
        LocalDate asOf,
        Standing standing,
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
     * How late a loan is, and what follows from it.
     *
     * @param pastDueDays days since the oldest overdue installment fell due
     * @param dpd those after grace and tolerance
     * @param oldestDueOn effective date of the oldest overdue installment
     * @param overdueSince effective date at which the present spell of being overdue began; part payment keeps it
     */
    public record Standing(
            int pastDueDays,
            int dpd,
            int missedInstallments,
            Optional<LocalDate> oldestDueOn,
            Optional<LocalDate> overdueSince,
            String bucket,
            String classification) {

        public Standing {
            if (dpd < 0 || dpd > pastDueDays || missedInstallments < 0) {
                throw new IllegalStateException("dpd " + dpd + " of " + pastDueDays + " days past due, "
                        + missedInstallments + " installments missed");
            }
        }
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
