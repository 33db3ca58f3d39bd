package org.arrears.core.replay;

import java.time.LocalDate;
import org.arrears.core.money.Component;
import org.arrears.core.money.Dues;

/**
 * One installment on the business date: when it fell due and why then, and what is unpaid of it.
 *
 * @param penalty how its penalty came about
 * @param compound how its compound interest came about
 */
public record InstallmentOutcome(
        EffectiveInstallment due, DateReason reason, State state, Dues unpaid, Rounding penalty, Rounding compound) {

    /** Why an installment falls due when it does. */
    public enum DateReason {
        AS_AGREED("as-agreed"),
        ROLLED_FROM_WEEKEND("rolled-from-weekend"),
        ROLLED_FROM_HOLIDAY("rolled-from-holiday"),
        ACCELERATED("accelerated");

        private final String code;

        DateReason(String code) {
            this.code = code;
        }

        /** The code in files. */
        public String code() {
            return code;
        }
    }

    /** How far an installment has come. */
    public enum State {
        NOT_DUE_YET("not-due-yet"),
        /** Due and unpaid, not overdue yet. */
        DUE("due"),
        OVERDUE("overdue"),
        CLEARED("cleared"),
        /** Cleared before a retroactive grace ended: no penalty, ever. */
        CLEARED_IN_GRACE("cleared-in-grace");

        private final String code;

        State(String code) {
            this.code = code;
        }

        /** The code in files and on screens. */
        public String code() {
            return code;
        }
    }

    public InstallmentOutcome {
        boolean cleared = state == State.CLEARED || state == State.CLEARED_IN_GRACE;
        if (penalty.seq() != due.seq() || compound.seq() != due.seq()) {
            throw new IllegalStateException("roundings of another installment than " + due.seq());
        }
        Dues most = due.owed()
                .with(Component.PENALTY, penalty.outstandingMinor())
                .with(Component.COMPOUND, compound.outstandingMinor());
        if (!most.covers(unpaid) || most.accrued() != unpaid.accrued()) {
            throw new IllegalStateException("unpaid " + unpaid + " of " + most);
        }
        if (cleared && unpaid.contractual() != 0) {
            throw new IllegalStateException("installment " + due.seq() + " is cleared and unpaid");
        }
    }

    public int seq() {
        return due.seq();
    }

    public LocalDate effectiveOn() {
        return due.effectiveOn();
    }

    /** Says whether it has fallen due. */
    public boolean isActive() {
        return state != State.NOT_DUE_YET;
    }

    public boolean isOverdue() {
        return state == State.OVERDUE;
    }
}
