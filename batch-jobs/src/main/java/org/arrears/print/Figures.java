package org.arrears.print;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import org.arrears.core.money.Amounts;
import org.arrears.core.money.CurrencyUnit;

/** Writes figures and days: plain for machines, thousands apart for people. */
public final class Figures {

    private static final int PERCENT_DIGITS = 2;
    private static final int THOUSANDS = 3;

    private Figures() {}

    /** Returns an amount in major units. */
    public static String amount(long minor, String currency) {
        return CurrencyUnit.of(currency)
                .orElseThrow(() -> new IllegalStateException("no currency " + currency))
                .format(minor);
    }

    /** Returns a count with thousands separators: {@code 1,234}. */
    public static String grouped(long count) {
        return grouped(Long.toString(count));
    }

    /** Returns a plain decimal with thousands separators and its sign: {@code -1,234.56}. */
    public static String grouped(String decimal) {
        int point = decimal.indexOf('.');
        int first = decimal.startsWith("-") ? 1 : 0;
        StringBuilder text = new StringBuilder(decimal);
        for (int at = (point < 0 ? decimal.length() : point) - THOUSANDS; at > first; at -= THOUSANDS) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    /** Returns an amount in major units with thousands separators. */
    public static String grouped(long minor, CurrencyUnit currency) {
        return grouped(currency.format(minor));
    }

    /** Returns an amount as said in a sentence: {@code CNY 1,234.56}. */
    public static String money(long minor, CurrencyUnit currency) {
        return currency.code() + " " + grouped(minor, currency);
    }

    /** Returns hundredths of a percent as a percentage: 1234 is 12.34. */
    public static String percent(long hundredths) {
        return Amounts.format(hundredths, PERCENT_DIGITS);
    }

    /** Returns a date and its day of the week. */
    public static String day(LocalDate date) {
        return date + " (" + weekday(date) + ")";
    }

    public static String weekday(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** {@code 1 day}, {@code 2 days}. */
    public static String plural(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
