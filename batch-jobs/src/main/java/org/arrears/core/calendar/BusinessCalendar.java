package org.arrears.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Which days are business days: not a weekend day, not a holiday; an adjusted working day (调休) is one even so.
 *
 * @param weekend the days of the week without business
 * @param holidays dates without business
 * @param workdays dates with business whatever the weekday
 */
public record BusinessCalendar(Set<DayOfWeek> weekend, Set<LocalDate> holidays, Set<LocalDate> workdays) {

    /** Longest run without business before rolling gives up: a broken calendar, not a holiday. */
    private static final int MAX_ROLL_DAYS = 366;

    public BusinessCalendar {
        if (weekend.size() > 6) {
            throw new IllegalStateException("a week without a business day");
        }
        weekend = Set.copyOf(weekend);
        holidays = Set.copyOf(holidays);
        workdays = Set.copyOf(workdays);
    }

    public boolean isBusinessDay(LocalDate date) {
        if (workdays.contains(date)) {
            return true;
        }
        return !weekend.contains(date.getDayOfWeek()) && !holidays.contains(date);
    }

    /** Returns the date on which something contractually due on {@code date} is effectively due. */
    public LocalDate roll(LocalDate date, RollRule rule) {
        if (rule == RollRule.NONE || isBusinessDay(date)) {
            return date;
        }
        return switch (rule) {
            case NONE -> date;
            case FOLLOWING -> seek(date, 1);
            case PRECEDING -> seek(date, -1);
            case MODIFIED_FOLLOWING -> {
                LocalDate next = seek(date, 1);
                yield next.getMonth() == date.getMonth() ? next : seek(date, -1);
            }
        };
    }

    private LocalDate seek(LocalDate from, int step) {
        LocalDate day = from;
        for (int i = 0; i < MAX_ROLL_DAYS; i++) {
            day = day.plusDays(step);
            if (isBusinessDay(day)) {
                return day;
            }
        }
        throw new IllegalStateException("no business day within a year of " + from + ": the calendar is wrong");
    }
}
