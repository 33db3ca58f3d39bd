package org.arrears.contact.render;

import java.util.Collection;

/** The checks that the notice records share. */
public final class Required {
    private static final int MAX_DIGITS = 3;

    private Required() {}

    public static void text(String field, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(field + " of a notice must not be blank");
        }
    }

    public static void notNegative(String field, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(field + " of a notice must not be negative: " + value);
        }
    }

    public static void notEmpty(String field, Collection<?> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException(field + " of a notice must not be empty");
        }
    }

    public static void currency(String currency, int digits) {
        if (currency.length() != 3) {
            throw new IllegalArgumentException("currency of a notice must be a 3-letter ISO code: " + currency);
        }
        if (digits < 0 || digits > MAX_DIGITS) {
            throw new IllegalArgumentException(
                    "decimals of " + currency + " in a notice must be 0.." + MAX_DIGITS + ": " + digits);
        }
    }
}
