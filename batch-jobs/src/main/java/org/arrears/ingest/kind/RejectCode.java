package org.arrears.ingest.kind;

import java.util.Locale;

/** Why a row is rejected; the codes are stable and explained in the manual. */
public enum RejectCode {
    WRONG_WIDTH,
    MISSING_VALUE,
    UNEXPECTED_VALUE,
    TEXT_TOO_LONG,
    CONTROL_CHARACTER,
    PADDED_KEY,
    DOUBTFUL_KEY,
    NOT_A_DATE,
    NOT_A_NUMBER,
    NOT_AN_AMOUNT,
    TOO_MANY_DECIMALS,
    AMOUNT_TOO_LARGE,
    AMOUNT_NOT_POSITIVE,
    NOT_A_RATE,
    RATE_LOOKS_LIKE_PERCENTAGE,
    UNKNOWN_CURRENCY,
    UNKNOWN_CODE,
    DATES_OUT_OF_ORDER,
    UNKNOWN_CUSTOMER,
    UNKNOWN_LOAN,
    DUPLICATE_KEY,
    LOAN_INCOMPLETE,
    CHANGED_TRANSACTION,
    CHANGED_CURRENCY;

    /** Returns the reason that has a code. */
    public static RejectCode of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The code in files: {@code unknown-loan}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
