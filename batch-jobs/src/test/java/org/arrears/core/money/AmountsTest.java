package org.arrears.core.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts as text and as minor units, both ways. */
final class AmountsTest {

    @ParameterizedTest(name = "{0} with {1} digits is {2}")
    @CsvSource(delimiter = '|', textBlock = """
        0                 | 2 | 0
        0.00              | 2 | 0
        1                 | 2 | 100
        1.5               | 2 | 150
        1234.56           | 2 | 123456
        0.01              | 2 | 1
        007.10            | 2 | 710
        9                 | 0 | 9
        1.234             | 3 | 1234
        1.2               | 3 | 1200
        1.2345            | 4 | 12345
        3                 | 4 | 30000
        10000000000000    | 2 | 1000000000000000
        10000000000000.00 | 2 | 1000000000000000
        9999999999999.99  | 2 | 999999999999999
        1000000000000000  | 0 | 1000000000000000
        """)
    void aPlainDecimalIsReadAsMinorUnits(String text, int digits, long minor) {
        assertEquals(OptionalLong.of(minor), Amounts.parse(text, digits));
    }

    @ParameterizedTest(name = "\"{0}\" with {1} digits: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        ""                        | 2 | NOT_A_PLAIN_DECIMAL
        .                         | 2 | NOT_A_PLAIN_DECIMAL
        .5                        | 2 | NOT_A_PLAIN_DECIMAL
        5.                        | 2 | NOT_A_PLAIN_DECIMAL
        1.2.3                     | 3 | NOT_A_PLAIN_DECIMAL
        1..2                      | 2 | NOT_A_PLAIN_DECIMAL
        -1                        | 2 | NOT_A_PLAIN_DECIMAL
        +1                        | 2 | NOT_A_PLAIN_DECIMAL
        1,000                     | 2 | NOT_A_PLAIN_DECIMAL
        1e3                       | 2 | NOT_A_PLAIN_DECIMAL
        " 1"                      | 2 | NOT_A_PLAIN_DECIMAL
        "1 "                      | 2 | NOT_A_PLAIN_DECIMAL
        １２                      | 2 | NOT_A_PLAIN_DECIMAL
        1/2                       | 2 | NOT_A_PLAIN_DECIMAL
        1:2                       | 2 | NOT_A_PLAIN_DECIMAL
        12.345                    | 2 | TOO_MANY_DECIMALS
        1.0                       | 0 | TOO_MANY_DECIMALS
        1.000                     | 2 | TOO_MANY_DECIMALS
        10000000000000.01         | 2 | TOO_LARGE
        10000000000001            | 2 | TOO_LARGE
        1000000000000001          | 0 | TOO_LARGE
        999999999999999           | 3 | TOO_LARGE
        99999999999999999999999.5 | 2 | TOO_LARGE
        """)
    void whatIsNoAmountIsRefusedForItsReason(String text, int digits, AmountProblem problem) {
        assertEquals(OptionalLong.empty(), Amounts.parse(text, digits));
        assertEquals(problem, Amounts.problem(text, digits));
    }

    @ParameterizedTest(name = "{0} with {1} digits is {2}")
    @CsvSource(delimiter = '|', textBlock = """
        0                    | 2 | 0.00
        1                    | 2 | 0.01
        10                   | 2 | 0.10
        99                   | 2 | 0.99
        100                  | 2 | 1.00
        123456               | 2 | 1234.56
        -1                   | 2 | -0.01
        -123456              | 2 | -1234.56
        5                    | 0 | 5
        -5                   | 0 | -5
        5                    | 3 | 0.005
        1050                 | 3 | 1.050
        12345                | 4 | 1.2345
        9223372036854775807  | 2 | 92233720368547758.07
        -9223372036854775808 | 2 | -92233720368547758.08
        """)
    void minorUnitsAreWrittenWithAllDigits(long minor, int digits, String text) {
        assertEquals(text, Amounts.format(minor, digits));
    }

    @Test
    void whatIsWrittenIsReadAgainAndMeansTheSame() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 10_000; i++) {
            int digits = random.nextInt(5);
            long minor = random.nextLong(Amounts.MAX_MINOR >> random.nextInt(50));
            String text = Amounts.format(minor, digits);
            assertEquals(OptionalLong.of(minor), Amounts.parse(text, digits), text);
            assertEquals(BigDecimal.valueOf(minor, digits), new BigDecimal(text));
        }
    }

    @ParameterizedTest(name = "{0} has {1} digits")
    @CsvSource({"CNY, 2", "JPY, 0", "KWD, 3", "EUR, 2", "CLF, 4"})
    void aCurrencyHasTheDigitsOfIso4217(String code, int digits) {
        assertEquals(new CurrencyUnit(code, digits), CurrencyUnit.of(code).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"XAU", "XTS", "RMB", "cny", "", "YUAN"})
    void whatIsNoCurrencyWithAMinorUnitIsNone(String code) {
        assertEquals(Optional.empty(), CurrencyUnit.of(code));
    }

    @Test
    void aCurrencyHasThreeLettersAndAtMostFourDigits() {
        assertThrows(IllegalStateException.class, () -> new CurrencyUnit("CN", 2));
        assertThrows(IllegalStateException.class, () -> new CurrencyUnit("CNY", -1));
        assertThrows(IllegalStateException.class, () -> new CurrencyUnit("CNY", 5));
        assertEquals(4, new CurrencyUnit("CLF", 4).digits());
        assertEquals(0, new CurrencyUnit("JPY", 0).digits());
    }

    @Test
    void aCurrencyWritesItsAmounts() {
        assertEquals("1234.56", CurrencyUnit.CNY.format(123_456));
        assertEquals("123456", new CurrencyUnit("JPY", 0).format(123_456));
    }
}
