package org.arrears.print;

import java.util.Locale;
import org.arrears.core.money.CurrencyUnit;

/** Writes the figures of reports: plain for machines, grouped for people. */
public final class Figures {

    private static final int PERCENT_DIGITS = 2;

    private Figures() {}

    /** Returns an amount in major units. */
    public static String amount(long minor, String currency) {
        return CurrencyUnit.of(currency)
                .orElseThrow(() -> new IllegalStateException("no currency " + currency))
                .format(minor);
    }

    /** Returns a count with thousands separators. */
    public static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** Returns a plain decimal with thousands separators. */
    public static String grouped(String decimal) {
        int point = decimal.indexOf('.');
        String whole = point < 0 ? decimal : decimal.substring(0, point);
        return grouped(Long.parseLong(whole)) + (point < 0 ? "" : decimal.substring(point));
    }

    /** Returns hundredths of a percent as a percentage: 1234 is 12.34. */
    public static String percent(long hundredths) {
        return org.arrears.core.money.Amounts.format(hundredths, PERCENT_DIGITS);
    }
}
