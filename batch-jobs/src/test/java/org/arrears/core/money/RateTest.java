package org.arrears.core.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Annual rates: what is read, what is refused, and that nothing is ever rounded. */
final class RateTest {

    @ParameterizedTest(name = "{0} is {1}e-12, shown as {2} or {3}")
    @CsvSource(delimiter = '|', textBlock = """
        0.072      |   72000000000 | 0.072      | 7.2%
        0.0720     |   72000000000 | 0.072      | 7.2%
        0          |             0 | 0          | 0%
        1          | 1000000000000 | 1          | 100%
        1.00000000 | 1000000000000 | 1          | 100%
        0.1        |  100000000000 | 0.1        | 10%
        0.12345678 |  123456780000 | 0.12345678 | 12.345678%
        0.00000001 |         10000 | 0.00000001 | 0.000001%
        00.5       |  500000000000 | 0.5        | 50%
        """)
    void aFractionIsReadExactly(String text, long e12, String shown, String percent) {
        Rate rate = Rate.parse(text).orElseThrow();
        assertEquals(e12, rate.e12());
        assertEquals(shown, rate.toString());
        assertEquals(percent, rate.percent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "7.2%", "-0.1", "+0.1", ".1", "1.", "0.123456789", "1.00000001", "2", "100", "1e-1", " 0.1"})
    void anythingElseIsNoRate(String text) {
        assertEquals(Optional.empty(), Rate.parse(text));
    }

    @ParameterizedTest(name = "{0} x {1} = {2}")
    @CsvSource({"0.072, 1.5, 0.108", "0.08, 1.3, 0.104", "0.12345678, 1.2345, 0.152407394910", "0.1, 0, 0", "1, 2, 2"})
    void aMultipleIsExact(String rate, BigDecimal multiple, BigDecimal product) {
        assertEquals(
                0,
                product.compareTo(Rate.parse(rate).orElseThrow().times(multiple).fraction()));
    }

    @Test
    void aMultipleThatWouldNeedRoundingIsRefused() {
        Rate finest = Rate.parse("0.12345678").orElseThrow();
        assertThrows(ArithmeticException.class, () -> finest.times(new BigDecimal("1.23456")));
    }

    @Test
    void aRateIsNeverNegative() {
        assertThrows(IllegalStateException.class, () -> new Rate(-1));
        assertThrows(IllegalStateException.class, () -> Rate.of(new BigDecimal("-0.1")));
        assertEquals(Rate.ZERO, new Rate(0));
    }

    @Test
    void ratesAreComparedBySize() {
        Rate low = Rate.parse("0.09").orElseThrow();
        Rate high = Rate.parse("0.1").orElseThrow();
        assertTrue(low.compareTo(high) < 0 && high.compareTo(low) > 0);
        assertEquals(0, low.compareTo(Rate.parse("0.090").orElseThrow()));
    }

    @Test
    void aWholeFractionHasNoExponent() {
        assertEquals("200", new Rate(200_000_000_000_000L).toString());
        assertEquals(0, new Rate(200_000_000_000_000L).fraction().scale());
        assertEquals("20000%", new Rate(200_000_000_000_000L).percent());
    }
}
