package org.arrears.core.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A rate per day as a reduced fraction, and the only place where an amount is rounded.
 *
 * <p>Amount = balance-days 积数 (minor units x days) x annual rate / denominator, HALF_UP to a minor unit. The fraction
 * {@code numerator / divisor} is reduced, so that nearly always a {@code long} is enough; the rest is computed exactly
 * with {@link BigInteger}.
 */
public final class AccrualRate {

    private static final long E12 = 1_000_000_000_000L;

    private final Rate annual;
    private final int denominator;
    private final long numerator;
    private final long divisor;

    /**
     * Creates the daily fraction of an annual rate.
     *
     * @param annual the annual rate
     * @param denominator days in a year by the day count, 360 or 365
     */
    public AccrualRate(Rate annual, int denominator) {
        if (denominator != 360 && denominator != 365) {
            throw new IllegalStateException("no day count has the denominator " + denominator);
        }
        this.annual = annual;
        this.denominator = denominator;
        long common = gcd(annual.e12(), E12 * denominator);
        this.numerator = annual.e12() / common;
        this.divisor = E12 * denominator / common;
    }

    /**
     * Returns {@code HALF_UP(balance-days x rate / denominator)} in minor units.
     *
     * @param balanceDays 积数, minor units x days, at least 0
     * @throws ArithmeticException if the result does not fit a {@code long}
     */
    public long amountMinor(long balanceDays) {
        if (balanceDays < 0) {
            throw new IllegalStateException("negative balance-days: " + balanceDays);
        }
        long low = balanceDays * numerator;
        if (low < 0 || Math.multiplyHigh(balanceDays, numerator) != 0) {
            return exact(balanceDays);
        }
        long rest = low % divisor;
        return low / divisor + (rest >= divisor - rest ? 1 : 0);
    }

    private long exact(long balanceDays) {
        BigInteger by = BigInteger.valueOf(divisor);
        BigInteger[] parts = BigInteger.valueOf(balanceDays)
                .multiply(BigInteger.valueOf(numerator))
                .divideAndRemainder(by);
        boolean up = parts[1].shiftLeft(1).compareTo(by) >= 0;
        return Math.addExact(parts[0].longValueExact(), up ? 1 : 0);
    }

    /** Returns the amount before rounding in minor units, to 20 significant digits, for showing. */
    public BigDecimal unroundedMinor(long balanceDays) {
        return BigDecimal.valueOf(balanceDays)
                .multiply(BigDecimal.valueOf(numerator))
                .divide(BigDecimal.valueOf(divisor), new MathContext(20, RoundingMode.DOWN))
                .stripTrailingZeros();
    }

    public Rate annual() {
        return annual;
    }

    public int denominator() {
        return denominator;
    }

    private static long gcd(long a, long b) {
        return a == 0 ? b : gcd(b % a, a);
    }
}
