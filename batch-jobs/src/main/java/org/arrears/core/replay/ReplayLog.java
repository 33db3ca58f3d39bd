package org.arrears.core.replay;

import java.time.LocalDate;
import java.util.List;
import org.arrears.core.money.Component;

/** Is told every step of a replay, in order; what an explanation is made of. */
interface ReplayLog {

    /** A replay that nobody watches. */
    ReplayLog NONE = new ReplayLog() {};

    /** Balances have borne penalty over {@code days} from {@code from} to {@code to}, exclusive. */
    default void accrued(InstallmentBalance balance, LocalDate from, LocalDate to, long days) {}

    /** A pool is about to be spent at a number of days past due, in an order. */
    default void spending(SpentBy by, LocalDate on, long pool, int dpd, List<Component> order) {}

    /** Part of a pool, or of a waiver, took an amount off a component of which this much was outstanding before. */
    default void settled(InstallmentBalance balance, Component component, long outstanding, long amount) {}

    /** What was left of the pool. */
    default void spent(long left) {}

    /** One more day with nothing paid, of {@code days} by the day count, would add this much. */
    default void wouldAdd(InstallmentBalance balance, long days, long penalty, long compound) {}

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
