package org.arrears.core.loan;

import java.time.LocalDate;

/**
 * A promise to pay 承诺还款 on a loan, in minor units: the one place that says what became of one.
 *
 * @param paidMinor what was paid from the day it was made to its due date, reversals apart
 */
public record Promise(LocalDate madeOn, LocalDate dueOn, long amountMinor, long paidMinor) {

    /** What became of a promise. */
    public enum State {
        KEPT("kept"),
        BROKEN("broken"),
        OPEN("open");

        private final String code;

        State(String code) {
            this.code = code;
        }

        /** The code in files and on screens. */
        public String code() {
            return code;
        }
    }

    /** Kept as soon as all of it is paid, one part payment does not do; else broken after its due date. */
    public State stateOn(LocalDate day) {
        if (paidMinor >= amountMinor) {
            return State.KEPT;
        }
        return dueOn.isBefore(day) ? State.BROKEN : State.OPEN;
    }

    /** Says whether it is waited for on a day: made by then, not due before and not kept. */
    public boolean isWaitedForOn(LocalDate day) {
        return !madeOn.isAfter(day) && stateOn(day) == State.OPEN;
    }
}
