package org.arrears.explain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.arrears.core.money.AccrualRate;
import org.arrears.core.money.CurrencyUnit;
import org.arrears.core.money.Dues;
import org.arrears.core.replay.AppliedRates;
import org.arrears.core.replay.Rounding;
import org.arrears.print.Figures;

/** Writes the amounts of one loan for people, in its currency and with its rates. */
record LoanFigures(CurrencyUnit currency, AppliedRates rates) {

    private static final int UNROUNDED_DECIMALS = 6;

    /** {@code 1,234.56}. */
    String amount(long minor) {
        return Figures.grouped(minor, currency);
    }

    /** Every part of a debt in the order in which they are listed, then the sum. */
    List<String> each(Dues dues) {
        List<String> amounts = new ArrayList<>();
        Dues.LISTED.forEach(part -> amounts.add(amount(dues.get(part))));
        amounts.add(amount(dues.total()));
        return amounts;
    }

    /** {@code CNY 1,234.56}. */
    String money(long minor) {
        return Figures.money(minor, currency);
    }

    /** {@code 1 day past due}, {@code 2 days past due}. */
    static String daysPastDue(long days) {
        return Figures.plural(days, "day") + " past due";
    }

    /** {@code 100,000.00 x 10.8% / 360 = 30.00 -> 30.00}; the amount before rounding is cut, never rounded. */
    String rounding(Rounding rounding, AccrualRate rate) {
        return amount(rounding.balanceDays()) + " x " + rate.annual().percent() + " / " + rate.denominator() + " = "
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
        return Figures.grouped(cut.toPlainString()) + (cut.compareTo(major) == 0 ? "" : "...");
    }
}
