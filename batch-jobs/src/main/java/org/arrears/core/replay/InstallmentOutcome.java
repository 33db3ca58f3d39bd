package org.arrears.core.replay;

import java.time.LocalDate;

/**
 * One installment on the business date: when it fell due and why then, and what is unpaid of it; minor units.
 *
 * @param principalMinor unpaid
 * @param interestMinor unpaid
 * @param feeMinor unpaid
 */
public record InstallmentOutcome(
        EffectiveInstallment due,
        DateReason reason,
        State state,
        long principalMinor,
        long interestMinor,
        long feeMinor,
        Rounding penalty,
        Rounding compound) {

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
        requireWithin(principalMinor, due.principalMinor());
        requireWithin(interestMinor, due.interestMinor());
        requireWithin(feeMinor, due.feeMinor());
        boolean cleared = state == State.CLEARED || state == State.CLEARED_IN_GRACE;
        if (penalty.seq() != due.seq() || compound.seq() != due.seq()) {
            throw new IllegalStateException("roundings of another installment than " + due.seq());
        }
        if (cleared && (principalMinor | interestMinor | feeMinor) != 0) {
            throw new IllegalStateException("installment " + due.seq() + " is cleared and unpaid");
        }
    }

    private static void requireWithin(long unpaid, long owed) {
        if (unpaid < 0 || unpaid > owed) {
            throw new IllegalStateException("unpaid " + unpaid + " of " + owed);
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

    /** Returns what is unpaid of principal, interest and fee. */
    public long contractualMinor() {
        return Math.addExact(Math.addExact(principalMinor, interestMinor), feeMinor);
    }

    /** Returns what is unpaid of all five components. */
    public long outstandingMinor() {
        return Math.addExact(
                contractualMinor(), Math.addExact(penalty.outstandingMinor(), compound.outstandingMinor()));
    }
}
