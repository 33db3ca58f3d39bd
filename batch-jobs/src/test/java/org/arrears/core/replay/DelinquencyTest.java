package org.arrears.core.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.arrears.core.money.CurrencyUnit;
import org.arrears.core.policy.Terms;
import org.arrears.core.policy.Terms.Counting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What days overdue are, as others publish it (calculation spec, sections 7 and 10). */
final class DelinquencyTest {

    private static Delinquency delinquency(Counting counting, int graceDays, String tolerance, String currency) {
        return new Delinquency(
                new Terms.Delinquency(counting, graceDays, new BigDecimal(tolerance)),
                CurrencyUnit.of(currency).orElseThrow());
    }

    @ParameterizedTest(name = "{0}: due {3}, on {4}: {5}")
    @CsvSource(delimiter = '|', textBlock = """
        RBI circular of 2021-11-12          | INCLUDE_DUE_DATE | 0 | 2021-03-31 | 2021-03-30 | 0 / 0
        RBI circular of 2021-11-12          | INCLUDE_DUE_DATE | 0 | 2021-03-31 | 2021-03-31 | 1 / 1
        RBI circular of 2021-11-12          | INCLUDE_DUE_DATE | 0 | 2021-03-31 | 2021-04-30 | 31 / 31
        RBI circular of 2021-11-12          | INCLUDE_DUE_DATE | 0 | 2021-03-31 | 2021-05-30 | 61 / 61
        RBI circular of 2021-11-12, NPA     | INCLUDE_DUE_DATE | 0 | 2021-03-31 | 2021-06-29 | 91 / 91
        Apache Fineract e2e tests           | EXCLUDE_DUE_DATE | 3 | 2023-10-01 | 2023-10-01 | 0 / 0
        Apache Fineract e2e tests           | EXCLUDE_DUE_DATE | 3 | 2023-10-01 | 2023-10-02 | 1 / 0
        Apache Fineract e2e tests           | EXCLUDE_DUE_DATE | 3 | 2023-10-01 | 2023-10-04 | 3 / 0
        Apache Fineract e2e tests           | EXCLUDE_DUE_DATE | 3 | 2023-10-01 | 2023-10-05 | 4 / 1
        the due date is day 0               | EXCLUDE_DUE_DATE | 0 | 2024-02-28 | 2024-03-01 | 2 / 2
        """)
    void daysAreCountedFromTheDueDate(
            String source, Counting counting, int graceDays, LocalDate dueOn, LocalDate on, String pastDueAndDpd) {
        Delinquency days = delinquency(counting, graceDays, "0", "CNY");
        int pastDueDays = days.isOverdue(dueOn, on) ? days.pastDueDays(dueOn, on) : 0;
        assertEquals(pastDueAndDpd, pastDueDays + " / " + days.dpd(pastDueDays, 100));
    }

    @ParameterizedTest(name = "{0} {1}: {2} minor units")
    @CsvSource({"CNY, 10.00, 1000", "JPY, 10.00, 10", "KWD, 10, 10000", "JPY, 10.99, 10", "CNY, 0.019, 1", "CNY, 0, 0"})
    void theToleranceIsCutToTheMinorUnitsOfTheCurrency(String currency, String tolerance, long minor) {
        Delinquency days = delinquency(Counting.EXCLUDE_DUE_DATE, 0, tolerance, currency);
        assertEquals(minor, days.toleranceMinor());
        assertEquals(0, days.dpd(40, minor));
        assertEquals(40, days.dpd(40, minor + 1));
    }

    @Test
    void graceShiftsTheDaysAndDoesNotVanish() {
        Delinquency days = delinquency(Counting.EXCLUDE_DUE_DATE, 5, "0", "CNY");
        assertEquals(0, days.dpd(5, 1));
        assertEquals(1, days.dpd(6, 1));
        assertEquals(95, days.dpd(100, 1));
    }

    @Test
    void aToleranceThatNoAmountReachesIsRefused() {
        assertThrows(
                ArithmeticException.class,
                () -> delinquency(Counting.EXCLUDE_DUE_DATE, 0, "1" + "0".repeat(30), "CNY"));
    }
}
