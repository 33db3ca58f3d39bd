package org.arrears.core.replay;

import java.util.List;

/** Checks that the parts of a derivation add up to the amounts of its assessment. */
final class DerivationSums {

    private DerivationSums() {}

    static void check(Assessment assessment, List<InstallmentOutcome> installments, List<NextDay> nextDay) {
        List<InstallmentOutcome> overdue =
                installments.stream().filter(InstallmentOutcome::isOverdue).toList();
        Assessment.Amounts amounts = assessment.amounts();
        String loan = assessment.loan().loanNo();
        require(loan, "missed installments", assessment.missedInstallments(), overdue.size());
        require(
                loan,
                "overdue principal",
                amounts.overduePrincipal(),
                Derivation.sum(overdue, InstallmentOutcome::principalMinor));
        require(
                loan,
                "overdue interest",
                amounts.overdueInterest(),
                Derivation.sum(overdue, InstallmentOutcome::interestMinor));
        require(loan, "overdue fee", amounts.overdueFee(), Derivation.sum(overdue, InstallmentOutcome::feeMinor));
        require(
                loan,
                "penalty",
                amounts.penalty(),
                Derivation.sum(installments, outcome -> outcome.penalty().outstandingMinor()));
        require(
                loan,
                "compound interest",
                amounts.compound(),
                Derivation.sum(installments, outcome -> outcome.compound().outstandingMinor()));
        require(
                loan,
                "principal balance",
                amounts.principalBalance(),
                Derivation.sum(installments, InstallmentOutcome::principalMinor));
        require(
                loan,
                "daily accrual",
                amounts.dailyAccrual(),
                Derivation.sum(nextDay, next -> Math.addExact(next.penaltyMinor(), next.compoundMinor())));
    }

    private static void require(String loan, String what, long total, long sum) {
        if (total != sum) {
            throw new IllegalStateException(
                    "loan " + loan + ": " + what + " is " + total + ", its parts add up to " + sum);
        }
    }
}
