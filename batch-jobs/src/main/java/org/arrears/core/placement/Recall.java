package org.arrears.core.placement;

/** The reasons for which an account comes back, as files say them. */
final class Recall {

    /** There is no assessment of it any more. */
    static final String SETTLED = "settled";

    /** Nothing of it is overdue. */
    static final String PAID_UP = "paid-up";

    private Recall() {}

    /** Somebody holds the loan or its customer. */
    static String byHold(String reason) {
        return "hold-" + reason;
    }
}
