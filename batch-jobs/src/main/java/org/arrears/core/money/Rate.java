package org.arrears.core.money;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An annual rate as an exact decimal fraction ({@code 0.072} is 7.2 %).
 *
 * <p>Held in units of 10<sup>-12</sup>: eight decimals of a contract rate times four of a multiple. Never rounded.
 *
 * @param e12 the rate times 10<sup>12</sup>, at least 0
 */
public record Rate(long e12) implements Comparable<Rate> {

    public static final Rate ZERO = new Rate(0);

    /** Decimals that a rate in a file or a policy may have. */
    public static final int MAX_DECIMALS = 8;

    private static final int SCALE = 12;
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,2}(\\.[0-9]{1," + MAX_DECIMALS + "})?");

    public Rate {
        if (e12 < 0) {
            throw new IllegalStateException("negative rate: " + e12 + "e-12");
        }
    }

    /** Reads a fraction of at most eight decimals between 0 and 1; empty for anything else. */
    public static Optional<Rate> parse(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(text);
        return value.compareTo(BigDecimal.ONE) > 0 ? Optional.empty() : Optional.of(of(value));
    }

    /** Returns the rate of an exact decimal; refuses one finer than 10<sup>-12</sup> or negative. */
    public static Rate of(BigDecimal fraction) {
        return new Rate(fraction.movePointRight(SCALE).longValueExact());
    }

    /** Returns this rate times a multiple of at most four decimals (251号: 1.3 to 1.5), exactly. */
    public Rate times(BigDecimal multiple) {
        return of(fraction().multiply(multiple));
    }

    /** Returns the rate as a fraction without trailing zeros. */
    public BigDecimal fraction() {
        BigDecimal value = BigDecimal.valueOf(e12, SCALE).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    /** Returns the rate in percent: {@code 10.8%}. */
    public String percent() {
        BigDecimal value = BigDecimal.valueOf(e12, SCALE - 2).stripTrailingZeros();
        return (value.scale() < 0 ? value.setScale(0) : value).toPlainString() + "%";
    }

    @Override
    public int compareTo(Rate other) {
        return Long.compare(e12, other.e12);
    }

    @Override
    public String toString() {
        return fraction().toPlainString();
    }
}
