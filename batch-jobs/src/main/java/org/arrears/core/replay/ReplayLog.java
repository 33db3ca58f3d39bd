package org.arrears.core.replay;

import java.time.LocalDate;
import java.util.List;
import org.arrears.core.loan.Component;

/** Is told every step of a replay, in order; what an explanation is made of. */
interface ReplayLog {

    /** A replay that nobody watches. */
    ReplayLog NONE = new ReplayLog() {};

    /** Balances bore penalty over {@code days} from {@code from} to {@code to}, exclusive. */
    default void accrued(Position position, LocalDate from, LocalDate to, long days) {}

    /** A pool is about to be spent at a number of days past due, in an order. */
    default void spending(SpentBy by, LocalDate on, long pool, int dpd, List<Component> order) {}

    /** Part of a pool, or of a waiver, took this much off a component. */
    default void settled(Position position, Component component, long amount) {}

    /** What was left of the pool. */
    default void spent(long left) {}

    /** What spends: a payment, a waiver, or credit held from before. */
    record SpentBy(Kind kind, String txnNo, long amountMinor) {

        /** The kinds of pool. */
        enum Kind {
            PAYMENT,
            WAIVER,
            HELD_CREDIT
        }
    }
}
