package org.arrears.print;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Random;
import org.arrears.core.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures for people are the same figures, thousands apart. */
class FiguresTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0                    | 0
            0.00                 | 0.00
            -0.50                | -0.50
            -0.5                 | -0.5
            999                  | 999
            -999                 | -999
            1000                 | 1,000
            -1000                | -1,000
            -123456.78           | -123,456.78
            1234567.000          | 1,234,567.000
            -9223372036854775808 | -9,223,372,036,854,775,808
            12345678901234567890 | 12,345,678,901,234,567,890
            """)
    void aDecimalKeepsItsSignAndItsDigits(String plain, String grouped) {
        assertEquals(grouped, Figures.grouped(plain));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -50        | CNY | -0.50          | CNY -0.50
            -12345678  | CNY | -123,456.78    | CNY -123,456.78
            -1000      | JPY | -1,000         | JPY -1,000
            -1         | KWD | -0.001         | KWD -0.001
            123456     | CNY | 1,234.56       | CNY 1,234.56
            """)
    void anAmountKeepsItsSignAlsoBelowOne(long minor, String currency, String grouped, String money) {
        CurrencyUnit unit = CurrencyUnit.of(currency).orElseThrow();
        assertEquals(grouped, Figures.grouped(minor, unit));
        assertEquals(money, Figures.money(minor, unit));
    }

    @Test
    void takingTheSeparatorsOutGivesTheFigureBack() {
        Random random = new Random(20261128);
        for (int i = 0; i < 10_000; i++) {
            long minor = random.nextLong() >> random.nextInt(63);
            String grouped = Figures.grouped(minor, CurrencyUnit.CNY);
            assertEquals(BigDecimal.valueOf(minor, 2), new BigDecimal(grouped.replace(",", "")), grouped);
            assertEquals(minor, Long.parseLong(Figures.grouped(minor).replace(",", "")));
        }
    }
}
