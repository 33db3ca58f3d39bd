package org.arrears.core.replay;

import java.util.List;
import org.arrears.core.money.Component;
import org.arrears.core.money.Dues;

/** Checks that the parts of a derivation add up to the amounts of its assessment. */
final class DerivationSums {

    private DerivationSums() {}

    static void check(Assessment assessment, List<InstallmentOutcome> installments, List<NextDay> nextDay) {
        List<InstallmentOutcome> overdue =
                installments.stream().filter(InstallmentOutcome::isOverdue).toList();
        Assessment.Amounts amounts = assessment.amounts();
        String loan = assessment.loan().loanNo();
        require(loan, "missed installments", assessment.standing().missedInstallments(), overdue.size());
        Dues ofOverdue = Dues.sum(overdue, InstallmentOutcome::unpaid);
        Dues ofAll = Dues.sum(installments, InstallmentOutcome::unpaid);
        for (Component part : Dues.LISTED) {
            Dues parts = part.isContractual() ? ofOverdue : ofAll;
            require(loan, "overdue " + part.code(), amounts.overdue().get(part), parts.get(part));
        }
        require(loan, "principal balance", amounts.principalBalance(), ofAll.principal());
        require(
                loan,
                "daily accrual",
                amounts.dailyAccrual(),
                Dues.sum(nextDay, NextDay::added).total());
    }

    private static void require(String loan, String what, long total, long sum) {
        if (total != sum) {
            throw new IllegalStateException(
                    "loan " + loan + ": " + what + " is " + total + ", its parts add up to " + sum);
        }
    }
}
