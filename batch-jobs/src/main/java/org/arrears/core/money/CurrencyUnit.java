package org.arrears.core.money;

import java.util.Currency;
import java.util.Optional;

/**
 * An ISO 4217 currency and how many digits its minor unit has (CNY 2, JPY 0, KWD 3).
 *
 * @param code the three-letter code
 * @param digits digits of the minor unit, 0 to 4
 */
public record CurrencyUnit(String code, int digits) {

    public static final CurrencyUnit CNY = new CurrencyUnit("CNY", 2);

    public CurrencyUnit {
        if (code.length() != 3 || digits < 0 || digits > 4) {
            throw new IllegalStateException("not a currency: " + code + " with " + digits + " digits");
        }
    }

    /** Returns the currency of the code, or empty if ISO 4217 has no such code or gives it no minor unit (XAU). */
    public static Optional<CurrencyUnit> of(String code) {
        if (CNY.code.equals(code)) {
            return Optional.of(CNY);
        }
        try {
            int digits = Currency.getInstance(code).getDefaultFractionDigits();
            return digits < 0 ? Optional.empty() : Optional.of(new CurrencyUnit(code, digits));
        } catch (IllegalArgumentException notIso) {
            return Optional.empty();
        }
    }

    /** Returns an amount in minor units as a plain decimal in major units: {@code 123456} CNY is {@code 1234.56}. */
    public String format(long minor) {
        return Amounts.format(minor, digits);
    }
}
