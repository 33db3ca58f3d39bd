package org.arrears.explain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.arrears.core.money.AccrualRate;
import org.arrears.core.money.CurrencyUnit;
import org.arrears.core.money.Dues;
import org.arrears.core.replay.AppliedRates;
import org.arrears.core.replay.Rounding;

/** Writes the figures of one loan for people: amounts in major units, thousands apart. */
final class Figures {

    private static final int UNROUNDED_DECIMALS = 6;

    private final CurrencyUnit currency;
    private final AppliedRates rates;

    Figures(CurrencyUnit currency, AppliedRates rates) {
        this.currency = currency;
        this.rates = rates;
    }

    /** {@code 1,234.56}. */
    String amount(long minor) {
        return grouped(currency.format(minor));
    }

    /** Every part of a debt in the order in which they are listed, then the sum. */
    List<String> each(Dues dues) {
        List<String> amounts = new ArrayList<>();
        Dues.LISTED.forEach(part -> amounts.add(amount(dues.get(part))));
        amounts.add(amount(dues.total()));
        return amounts;
    }

    private static String grouped(String plain) {
        int point = plain.indexOf('.');
        StringBuilder text = new StringBuilder(plain);
        int first = plain.startsWith("-") ? 1 : 0;
        for (int at = (point < 0 ? plain.length() : point) - 3; at > first; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    /** {@code CNY 1,234.56}. */
    String money(long minor) {
        return currency.code() + " " + amount(minor);
    }

    static String day(LocalDate date) {
        return date + " (" + weekday(date) + ")";
    }

    static String weekday(LocalDate date) {
        return date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    /** {@code 1 day past due}, {@code 2 days past due}. */
    static String daysPastDue(long days) {
        return plural(days, "day") + " past due";
    }

    static String plural(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** {@code 100,000.00 x 10.8% / 360 = 30.00 -> 30.00}; the amount before rounding is cut, never rounded. */
    String rounding(Rounding rounding, AccrualRate rate) {
        return amount(rounding.product()) + " x " + rate.annual().percent() + " / " + rate.denominator() + " = "
                + unrounded(rounding.unroundedMinor()) + " -> " + amount(rounding.roundedMinor());
    }

    AccrualRate rate(Rounding rounding) {
        return switch (rounding.component()) {
            case COMPOUND -> rates.compound().orElse(rates.penalty());
            case FEE, PENALTY, INTEREST, PRINCIPAL -> rates.penalty();
        };
    }

    private String unrounded(BigDecimal minor) {
        BigDecimal major = minor.movePointLeft(currency.digits());
        BigDecimal cut = major.setScale(
                Math.min(Math.max(major.scale(), currency.digits()), currency.digits() + UNROUNDED_DECIMALS),
                RoundingMode.DOWN);
        return grouped(cut.toPlainString()) + (cut.compareTo(major) == 0 ? "" : "...");
    }
}
