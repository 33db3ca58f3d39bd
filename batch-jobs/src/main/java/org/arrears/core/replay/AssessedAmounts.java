package org.arrears.core.replay;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;
import org.arrears.core.loan.Component;

/** Adds up the amounts of an assessment from the positions of a replayed loan. */
final class AssessedAmounts {

    private AssessedAmounts() {}

    static Assessment.Amounts of(Ledger ledger, List<Position> overdue, LocalDate asOf) {
        return new Assessment.Amounts(
                sum(overdue, Position::principal),
                sum(overdue, Position::interest),
                sum(overdue, Position::fee),
                sum(ledger.active(), position -> ledger.outstanding(position, Component.PENALTY, asOf)),
                sum(ledger.active(), position -> ledger.outstanding(position, Component.COMPOUND, asOf)),
                sum(ledger.all(), Position::principal),
                ledger.heldMinor(),
                ledger.dailyAccrual(asOf));
    }

    private static long sum(List<Position> positions, ToLongFunction<Position> amount) {
        long sum = 0;
        for (Position position : positions) {
            sum = Math.addExact(sum, amount.applyAsLong(position));
        }
        return sum;
    }
}
