package org.arrears.core.money;

/** Why a text is not an amount. */
public enum AmountProblem {
    NOT_A_PLAIN_DECIMAL,
    TOO_MANY_DECIMALS,
    TOO_LARGE
}
