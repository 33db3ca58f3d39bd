package org.arrears.contact.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code $format} writes into a letter. */
class LetterFormatTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            140950    | 2 | 1,409.50
            5         | 2 | 0.05
            1000      | 0 | 1,000
            -5        | 2 | -0.05
            -12345678 | 2 | -123,456.78
            -100000   | 0 | -100,000
            """)
    void anAmountKeepsItsSign(long minor, int digits, String written) {
        assertEquals(written, LetterFormat.of("en").amount(minor, digits));
    }
}
