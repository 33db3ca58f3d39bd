package org.arrears.core.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.arrears.core.money.AccrualRate;
import org.arrears.core.money.Rate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 10 of the calculation spec and more cases others have published; each re-computed by hand. */
final class PublishedCasesTest {

    @ParameterizedTest(name = "{0}: {1} x {2} days x {3} / {4} = {5}")
    @CsvSource(delimiter = '|', textBlock = """
        bank exam item, compound on unpaid interest       | 3000000000 | 20 | 0.0747 | 360 | 12450000
        bank exam item, late at 0.5 % a month             |   82000000 | 13 | 0.06   | 360 |   177667
        bank exam item, 0.05 % a day, 07-10 to 09-10      |     200000 | 62 | 0.18   | 360 |     6200
        bank exam item, settlement-day interest           |   40426667 | 42 | 0.048  | 360 |   226389
        web example, one day at 4.9 % x 1.3, ACT/365      |    1000000 |  1 | 0.0637 | 365 |      175
        web example, one day at 4.9 % x 1.5, ACT/365      |     260000 |  1 | 0.0735 | 365 |       52
        """)
    void theOneRoundingGivesThePublishedAmount(
            String source, long minor, long days, String rate, int denominator, long amountMinor) {
        AccrualRate daily = new AccrualRate(Rate.parse(rate).orElseThrow(), denominator);
        assertEquals(amountMinor, daily.amountMinor(minor * days));
    }

    @ParameterizedTest(name = "{0} ({1})")
    @CsvFileSource(resources = "/published-cases.csv", numLinesToSkip = 1)
    void theReplayAndTheReferenceGiveThePublishedNumbers(
            String name, String source, String policy, String loan, String asOf, String expected) {
        new Row(policy, loan, asOf, expected).check();
    }
}
