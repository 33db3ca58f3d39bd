package org.arrears.core.replay;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.arrears.core.money.AccrualRate;
import org.arrears.core.money.Component;

/** Shows how products became amounts at a loan's rates. */
final class Roundings {

    private final AppliedRates rates;

    Roundings(AppliedRates rates) {
        this.rates = rates;
    }

    /** Returns how what is due of penalty or compound interest came from the position's product. */
    Rounding of(
            Position position, Component component, LocalDate on, long due, long settledBefore, Rounding.Free free) {
        boolean penalty = component == Component.PENALTY;
        long product = penalty ? position.penaltyProduct() : position.compoundProduct();
        Optional<AccrualRate> rate = penalty ? Optional.of(rates.penalty()) : rates.compound();
        return new Rounding(
                position.installment.seq(),
                component,
                on,
                product,
                rate.map(at -> at.unroundedMinor(product)).orElse(BigDecimal.ZERO),
                rate.map(at -> at.amountMinor(product)).orElse(0L),
                due,
                settledBefore,
                free);
    }

    /** Returns how it stands on a day to which the ledger was accrued; before the due date there is nothing to free. */
    Rounding at(Position position, Component component, LocalDate on, Ledger ledger) {
        Rounding.Free free = Rounding.Free.NO;
        if (!position.installment.effectiveOn().isAfter(on) && ledger.isFree(position, on)) {
            free = position.isForgiven() ? Rounding.Free.CLEARED_IN_GRACE : Rounding.Free.WITHIN_GRACE;
        }
        return component == Component.PENALTY
                ? of(
                        position,
                        component,
                        on,
                        ledger.penaltyDue(position, position.penaltyProduct(), on),
                        position.penaltySettled(),
                        free)
                : of(
                        position,
                        component,
                        on,
                        ledger.compoundDue(position, position.compoundProduct(), on),
                        position.compoundSettled(),
                        free);
    }
}
