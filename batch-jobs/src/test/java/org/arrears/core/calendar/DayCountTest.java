package org.arrears.core.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Days between dates, against published pairs. */
final class DayCountTest {

    @ParameterizedTest(name = "{0}: {1} to {2} is {3} days ({4})")
    @CsvFileSource(resources = "/published-day-counts.csv", numLinesToSkip = 1)
    void publishedPairsHaveTheirPublishedDays(String code, LocalDate from, LocalDate to, long days, String source) {
        DayCount count = Arrays.stream(DayCount.values())
                .filter(candidate -> candidate.code().equals(code))
                .findFirst()
                .orElseThrow();
        assertEquals(days, count.days(from, to), source);
    }

    @ParameterizedTest
    @CsvSource({"ACT_360, 360", "ACT_365F, 365", "THIRTY_E_360, 360"})
    void aYearHasTheDaysOfItsName(DayCount count, int days) {
        assertEquals(days, count.denominator());
    }

    @ParameterizedTest
    @EnumSource
    void slicingAPeriodNeverChangesTheSum(DayCount count) {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 5_000; i++) {
            LocalDate from = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2_000));
            LocalDate between = from.plusDays(random.nextInt(400));
            LocalDate to = between.plusDays(random.nextInt(400));
            assertEquals(
                    count.days(from, to), count.days(from, between) + count.days(between, to), from + " " + between);
        }
    }

    @Test
    void actualDaysCountALeapDay() {
        assertEquals(366, DayCount.ACT_365F.days(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 1, 1)));
        assertEquals(2, DayCount.ACT_360.days(LocalDate.of(2024, 2, 28), LocalDate.of(2024, 3, 1)));
    }
}
