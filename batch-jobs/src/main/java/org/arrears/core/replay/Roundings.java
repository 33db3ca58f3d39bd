package org.arrears.core.replay;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.arrears.core.money.AccrualRate;
import org.arrears.core.money.Component;

/** Shows how balance-days became amounts. */
final class Roundings {

    private final Accrual accrual;

    Roundings(Accrual accrual) {
        this.accrual = accrual;
    }

    /** Returns how what is due of penalty or compound interest came from an installment's balance-days. */
    Rounding of(
            InstallmentBalance balance,
            Component part,
            LocalDate on,
            long due,
            long settledBefore,
            Rounding.Free free) {
        long balanceDays = balance.balanceDays(part);
        Optional<AccrualRate> rate = accrual.rates().of(part);
        return new Rounding(
                balance.installment.seq(),
                part,
                on,
                balanceDays,
                rate.map(at -> at.unroundedMinor(balanceDays)).orElse(BigDecimal.ZERO),
                rate.map(at -> at.amountMinor(balanceDays)).orElse(0L),
                due,
                settledBefore,
                free);
    }

    /** Returns how it stands on a day up to which it was accrued; before the due date there is nothing to free. */
    Rounding at(InstallmentBalance balance, Component part, LocalDate on) {
        Rounding.Free free = Rounding.Free.NO;
        if (!balance.installment.effectiveOn().isAfter(on) && accrual.isFree(balance, on)) {
            free = balance.isClearedInGrace() ? Rounding.Free.CLEARED_IN_GRACE : Rounding.Free.WITHIN_GRACE;
        }
        return of(balance, part, on, accrual.due(balance, part, on), balance.settled(part), free);
    }
}
