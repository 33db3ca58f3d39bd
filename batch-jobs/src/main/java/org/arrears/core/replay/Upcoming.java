package org.arrears.core.replay;

import java.time.LocalDate;
import java.util.List;
import org.arrears.core.money.Dues;

/** What falls due on the next due date of principal, interest and fee, after held credit. */
public record Upcoming(LocalDate dueOn, Dues due) {

    /** Reads it off a replay up to the due date. */
    static Upcoming of(Replay replay) {
        List<InstallmentBalance> due = replay.ledger().active().stream()
                .filter(balance -> balance.installment.effectiveOn().equals(replay.asOf()))
                .toList();
        return new Upcoming(replay.asOf(), Dues.sum(due, InstallmentBalance::unpaid));
    }
}
