package org.arrears.core.money;

import java.util.OptionalLong;

/** Amounts as text in major units and as {@code long} minor units; exact both ways, never rounded. */
public final class Amounts {

    /** The largest amount taken from a file, in minor units: ten thousand billion yuan. */
    public static final long MAX_MINOR = 1_000_000_000_000_000L;

    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000};

    private Amounts() {}

    /**
     * Reads a plain decimal ({@code 1234.56}) as minor units.
     *
     * <p>ASCII digits, at most one point with digits on both sides, at most {@code digits} decimals; no sign, no
     * separators, no exponent, no spaces. Empty if the text is anything else or above {@link #MAX_MINOR};
     * {@link #problem} says why.
     */
    public static OptionalLong parse(CharSequence text, int digits) {
        long minor = 0;
        int decimals = -1;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                minor = minor * 10 + (c - '0');
                decimals += decimals >= 0 ? 1 : 0;
                if (minor > MAX_MINOR) {
                    return OptionalLong.empty();
                }
            } else if (c == '.' && decimals < 0 && i > 0) {
                decimals = 0;
            } else {
                return OptionalLong.empty();
            }
        }
        if (length == 0 || decimals == 0 || decimals > digits) {
            return OptionalLong.empty();
        }
        long scaled = minor * POWERS[digits - Math.max(decimals, 0)];
        return scaled > MAX_MINOR ? OptionalLong.empty() : OptionalLong.of(scaled);
    }

    /** Says why {@link #parse} takes no amount from the text. */
    public static AmountProblem problem(CharSequence text, int digits) {
        if (!text.toString().matches("[0-9]+(\\.[0-9]+)?")) {
            return AmountProblem.NOT_A_PLAIN_DECIMAL;
        }
        int point = text.toString().indexOf('.');
        boolean tooFine = point >= 0 && text.length() - point - 1 > digits;
        return tooFine ? AmountProblem.TOO_MANY_DECIMALS : AmountProblem.TOO_LARGE;
    }

    /** Returns minor units as a plain decimal in major units with all digits of the currency. */
    public static String format(long minor, int digits) {
        if (digits == 0) {
            return Long.toString(minor);
        }
        long unit = POWERS[digits];
        String fraction = Long.toString(Math.abs(minor % unit));
        StringBuilder text = new StringBuilder(24);
        if (minor < 0) {
            text.append('-');
        }
        return text.append(Math.abs(minor / unit))
                .append('.')
                .append("0".repeat(digits - fraction.length()))
                .append(fraction)
                .toString();
    }
}
