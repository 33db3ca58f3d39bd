package org.arrears.core.replay;

/** An amount of a loan leaves the range in which it can be computed exactly: some 92 thousand trillion major units. */
public final class AmountTooLargeException extends ArithmeticException {

    private static final long serialVersionUID = 1L;

    AmountTooLargeException(String loanNo, ArithmeticException overflow) {
        super("loan " + loanNo + ": an amount is too large to compute exactly");
        initCause(overflow);
    }
}
