package org.arrears.contact.render;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.arrears.render.PrintableValue;

/** What the loans of a notice add up to in one currency, in minor units. */
public record CurrencyTotal(String currency, int digits, long totalMinor, long dailyAccrualMinor) {
    public CurrencyTotal {
        Required.currency(currency, digits);
        Required.notNegative("total", totalMinor);
        Required.notNegative("daily accrual", dailyAccrualMinor);
    }

    /** One total per currency, in the order of the currency codes. */
    public static List<CurrencyTotal> of(List<LoanLine> loans) {
        Map<String, CurrencyTotal> totals = new TreeMap<>();
        for (LoanLine loan : loans) {
            CurrencyTotal line =
                    new CurrencyTotal(loan.currency(), loan.digits(), loan.totalMinor(), loan.dailyAccrualMinor());
            totals.merge(loan.currency(), line, CurrencyTotal::plus);
        }
        return List.copyOf(totals.values());
    }

    private CurrencyTotal plus(CurrencyTotal other) {
        if (digits != other.digits) {
            throw new IllegalArgumentException(
                    "loans of a notice in " + currency + " have " + digits + " and " + other.digits + " decimals");
        }
        return new CurrencyTotal(
                currency,
                digits,
                Math.addExact(totalMinor, other.totalMinor),
                Math.addExact(dailyAccrualMinor, other.dailyAccrualMinor));
    }

    /** Says nothing of itself: a template or a log would show all of it. */
    @Override
    public String toString() {
        return PrintableValue.unprinted("total");
    }
}
