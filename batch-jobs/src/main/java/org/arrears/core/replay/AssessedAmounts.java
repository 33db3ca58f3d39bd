package org.arrears.core.replay;

import java.time.LocalDate;
import java.util.List;
import org.arrears.core.money.Component;
import org.arrears.core.money.Dues;

/** Adds up the amounts of an assessment from the balances of a replayed loan. */
final class AssessedAmounts {

    private AssessedAmounts() {}

    static Assessment.Amounts of(Ledger ledger, List<InstallmentBalance> overdue, LocalDate asOf) {
        Dues dues = Dues.sum(overdue, InstallmentBalance::unpaid)
                .with(Component.PENALTY, outstanding(Component.PENALTY, ledger, asOf))
                .with(Component.COMPOUND, outstanding(Component.COMPOUND, ledger, asOf));
        return new Assessment.Amounts(dues, principal(ledger.all()), ledger.heldMinor(), ledger.dailyAccrual(asOf));
    }

    private static long outstanding(Component part, Ledger ledger, LocalDate asOf) {
        long sum = 0;
        for (InstallmentBalance balance : ledger.unsettled()) {
            sum = Math.addExact(sum, ledger.outstanding(balance, part, asOf));
        }
        return sum;
    }

    private static long principal(List<InstallmentBalance> balances) {
        long sum = 0;
        for (InstallmentBalance balance : balances) {
            sum = Math.addExact(sum, balance.principal());
        }
        return sum;
    }
}
