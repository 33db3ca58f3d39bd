package org.arrears.core.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The one rounding: HALF_UP of balance-days times rate over denominator. */
final class AccrualRateTest {

    @ParameterizedTest(name = "{0} at {1} / {2} is {3}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
        0                   | 0.1        | 360 | 0                   | nothing bears nothing
        18000               | 0.01       | 360 | 1                   | exactly half is rounded up
        17999               | 0.01       | 360 | 0                   | just below half is not
        18001               | 0.01       | 360 | 1                   | just above half is
        54000               | 0.01       | 360 | 2                   | one and a half is two, not the even one
        90000               | 0.01       | 360 | 3                   | two and a half is three, not the even one
        18250               | 0.01       | 365 | 1                   | exactly half over 365
        18249               | 0.01       | 365 | 0                   | just below half over 365
        36000               | 0.01       | 360 | 1                   | a whole one is one
        1000000             | 0          | 360 | 0                   | at no rate nothing
        360                 | 1          | 360 | 1                   | a rate of one is the denominator away
        18000000000         | 0.00000001 | 360 | 1                   | half at the smallest rate
        17999999999         | 0.00000001 | 360 | 0                   | just below half at the smallest rate
        9223372036854775807 | 0.12345678 | 360 | 3163021701144811    | a product beyond long is exact
        9223372036854775807 | 1          | 360 | 25620477880152155   | the largest product of all
        9223372036854775807 | 0.1        | 365 | 2526951242973911    | and over 365
        """)
    void theAmountIsRoundedHalfUp(long product, String rate, int denominator, long amount, String why) {
        assertEquals(amount, new AccrualRate(Rate.parse(rate).orElseThrow(), denominator).amountMinor(product));
    }

    @Test
    void everyAmountIsTheExactQuotientRoundedHalfUp() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 50_000; i++) {
            Rate rate = new Rate(random.nextLong(2_000_000_000_000L));
            int denominator = random.nextBoolean() ? 360 : 365;
            long product = random.nextLong(Long.MAX_VALUE >> random.nextInt(63));
            BigDecimal exact = new BigDecimal(BigInteger.valueOf(product).multiply(BigInteger.valueOf(rate.e12())), 12)
                    .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.HALF_UP);
            assertEquals(
                    exact.longValueExact(),
                    new AccrualRate(rate, denominator).amountMinor(product),
                    () -> product + " x " + rate + " / " + denominator);
        }
    }

    /** Rate 1/2 of the denominator: every odd product ends in exactly a half, across the edge where long ends. */
    @Test
    void exactHalvesAreRoundedUpOnBothSidesOfTheEndOfLong() {
        AccrualRate half = new AccrualRate(new Rate(180_000_000_000_000L), 360);
        assertEquals(4_611_686_018_427_387_904L, half.amountMinor(Long.MAX_VALUE));
        AccrualRate threeHalves = new AccrualRate(new Rate(540_000_000_000_000L), 360);
        long edge = Long.MAX_VALUE / 3;
        for (long product = edge - 4; product <= edge + 4; product++) {
            BigInteger exact = BigInteger.valueOf(product)
                    .multiply(BigInteger.valueOf(3))
                    .add(BigInteger.ONE)
                    .shiftRight(1);
            assertEquals(exact.longValueExact(), threeHalves.amountMinor(product), "product " + product);
        }
    }

    @Test
    void anAmountBeyondLongIsAnErrorAndNeverWraps() {
        AccrualRate doubling = new AccrualRate(new Rate(720_000_000_000_000L), 360);
        assertEquals(Long.MAX_VALUE - 1, doubling.amountMinor(Long.MAX_VALUE / 2));
        assertThrows(ArithmeticException.class, () -> doubling.amountMinor(Long.MAX_VALUE / 2 + 1));
        assertThrows(ArithmeticException.class, () -> doubling.amountMinor(Long.MAX_VALUE));
    }

    @Test
    void aNegativeProductIsABrokenReplay() {
        AccrualRate rate = new AccrualRate(Rate.ZERO, 365);
        assertThrows(IllegalStateException.class, () -> rate.amountMinor(-1));
        assertEquals(0, rate.amountMinor(0));
    }

    @Test
    void onlyDenominatorsOfDayCountsAreTaken() {
        assertThrows(IllegalStateException.class, () -> new AccrualRate(Rate.ZERO, 366));
        assertEquals(360, new AccrualRate(Rate.ZERO, 360).denominator());
        assertEquals(365, new AccrualRate(new Rate(7), 365).denominator());
        assertEquals(new Rate(7), new AccrualRate(new Rate(7), 365).annual());
    }

    @ParameterizedTest
    @CsvSource({"18000, 0.5", "17999, 0.49997222222222222222", "36000, 1", "0, 0", "3600000, 100"})
    void theUnroundedAmountIsShownToTwentyDigits(long product, BigDecimal shown) {
        AccrualRate rate = new AccrualRate(Rate.parse("0.01").orElseThrow(), 360);
        assertEquals(0, shown.compareTo(rate.unroundedMinor(product)));
        assertEquals(shown.stripTrailingZeros(), rate.unroundedMinor(product));
    }
}
