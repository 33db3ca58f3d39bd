package org.arrears.core.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Business days and rolling, on the Chinese calendar around the holidays of 2024 and on broken ones. */
final class BusinessCalendarTest {

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final BusinessCalendar CHINA = new BusinessCalendar(
            WEEKEND,
            days("2024-02-10", "2024-02-17", "2024-05-01", "2024-05-05"),
            Set.of(
                    LocalDate.of(2024, 2, 4),
                    LocalDate.of(2024, 2, 18),
                    LocalDate.of(2024, 4, 28),
                    LocalDate.of(2024, 5, 11)));

    private static Set<LocalDate> days(String from, String to, String from2, String to2) {
        return Stream.concat(
                        LocalDate.parse(from).datesUntil(LocalDate.parse(to).plusDays(1)),
                        LocalDate.parse(from2).datesUntil(LocalDate.parse(to2).plusDays(1)))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest(name = "{0} {3}: {1}, {2}")
    @CsvSource(delimiter = '|', textBlock = """
        2024-02-04 | true  | a Sunday             | made a working day
        2024-02-05 | true  | a Monday             | like any other
        2024-02-10 | false | a Saturday           | and a holiday
        2024-02-12 | false | a Monday             | and a holiday
        2024-02-18 | true  | a Sunday             | made a working day
        2024-02-24 | false | a Saturday           | like any other
        2024-02-25 | false | a Sunday             | like any other
        """)
    void aBusinessDayIsNeitherWeekendNorHolidayUnlessMadeOne(LocalDate date, boolean open, String day, String why) {
        assertEquals(open, CHINA.isBusinessDay(date));
    }

    @ParameterizedTest(name = "{0}: following {1}, modified {2}, preceding {3}")
    @CsvSource(delimiter = '|', textBlock = """
        2024-02-09 | 2024-02-09 | 2024-02-09 | 2024-02-09
        2024-02-10 | 2024-02-18 | 2024-02-18 | 2024-02-09
        2024-02-17 | 2024-02-18 | 2024-02-18 | 2024-02-09
        2024-02-04 | 2024-02-04 | 2024-02-04 | 2024-02-04
        2024-03-30 | 2024-04-01 | 2024-03-29 | 2024-03-29
        2024-03-31 | 2024-04-01 | 2024-03-29 | 2024-03-29
        2024-04-27 | 2024-04-28 | 2024-04-28 | 2024-04-26
        2024-05-01 | 2024-05-06 | 2024-05-06 | 2024-04-30
        2024-05-11 | 2024-05-11 | 2024-05-11 | 2024-05-11
        2024-05-12 | 2024-05-13 | 2024-05-13 | 2024-05-11
        2024-06-01 | 2024-06-03 | 2024-06-03 | 2024-05-31
        2024-08-31 | 2024-09-02 | 2024-08-30 | 2024-08-30
        2023-12-31 | 2024-01-01 | 2023-12-29 | 2023-12-29
        """)
    void aDueDateRollsAsTheRuleSays(LocalDate due, LocalDate following, LocalDate modified, LocalDate preceding) {
        assertEquals(due, CHINA.roll(due, RollRule.NONE));
        assertEquals(following, CHINA.roll(due, RollRule.FOLLOWING));
        assertEquals(modified, CHINA.roll(due, RollRule.MODIFIED_FOLLOWING));
        assertEquals(preceding, CHINA.roll(due, RollRule.PRECEDING));
    }

    @ParameterizedTest
    @EnumSource
    void withoutWeekendAndHolidaysNothingRolls(RollRule rule) {
        BusinessCalendar open = new BusinessCalendar(Set.of(), Set.of(), Set.of());
        LocalDate saturday = LocalDate.of(2024, 3, 30);
        assertEquals(saturday, open.roll(saturday, rule));
    }

    @Test
    void aWeekWithoutABusinessDayIsRefused() {
        Set<DayOfWeek> all = EnumSet.allOf(DayOfWeek.class);
        assertThrows(IllegalStateException.class, () -> new BusinessCalendar(all, Set.of(), Set.of()));
    }

    @Test
    void aYearWithoutABusinessDayIsSaidToBeAWrongCalendar() {
        LocalDate due = LocalDate.of(2024, 1, 1);
        Set<LocalDate> years = due.minusDays(500).datesUntil(due.plusDays(500)).collect(Collectors.toSet());
        BusinessCalendar shut = new BusinessCalendar(WEEKEND, years, Set.of());
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> shut.roll(due, RollRule.FOLLOWING));
        assertEquals("no business day within a year of 2024-01-01: the calendar is wrong", refused.getMessage());
    }

    @Test
    void alteringTheSetsAfterwardsDoesNotAlterTheCalendar() {
        Set<LocalDate> holidays = new HashSet<>();
        BusinessCalendar calendar = new BusinessCalendar(WEEKEND, holidays, Set.of());
        holidays.add(LocalDate.of(2024, 3, 1));
        assertTrue(calendar.isBusinessDay(LocalDate.of(2024, 3, 1)));
    }
}
