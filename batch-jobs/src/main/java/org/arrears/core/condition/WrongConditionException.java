package org.arrears.core.condition;

/** Ends the reading of a condition at the place where it cannot go on; never leaves this package. */
final class WrongConditionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int index;
    private final String rule;

    WrongConditionException(int index, String rule) {
        super(rule, null, false, false);
        this.index = index;
        this.rule = rule;
    }

    int index() {
        return index;
    }

    String rule() {
        return rule;
    }
}
