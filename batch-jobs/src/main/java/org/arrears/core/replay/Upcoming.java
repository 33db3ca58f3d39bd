package org.arrears.core.replay;

import java.time.LocalDate;
import java.util.List;

/** What falls due on the next due date, after held credit; minor units. */
public record Upcoming(LocalDate dueOn, long principalMinor, long interestMinor, long feeMinor) {

    /** Reads it off a replay up to the due date. */
    static Upcoming of(Replay replay) {
        List<Position> due = replay.ledger().active().stream()
                .filter(position -> position.installment.effectiveOn().equals(replay.asOf()))
                .toList();
        return new Upcoming(
                replay.asOf(),
                due.stream().mapToLong(Position::principal).sum(),
                due.stream().mapToLong(Position::interest).sum(),
                due.stream().mapToLong(Position::fee).sum());
    }

    public long totalMinor() {
        return principalMinor + interestMinor + feeMinor;
    }
}
