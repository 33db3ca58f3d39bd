package org.arrears.core.replay;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;
import org.arrears.core.money.Dues;

/** Adds up the amounts of an assessment from the positions of a replayed loan. */
final class AssessedAmounts {

    private AssessedAmounts() {}

    static Assessment.Amounts of(Ledger ledger, List<Position> overdue, LocalDate asOf) {
        Dues dues = Dues.of(part -> sum(
                part.isContractual() ? overdue : ledger.active(),
                position -> ledger.outstanding(position, part, asOf)));
        return new Assessment.Amounts(
                dues, sum(ledger.all(), Position::principal), ledger.heldMinor(), ledger.dailyAccrual(asOf));
    }

    private static long sum(List<Position> positions, ToLongFunction<Position> amount) {
        long sum = 0;
        for (Position position : positions) {
            sum = Math.addExact(sum, amount.applyAsLong(position));
        }
        return sum;
    }
}
