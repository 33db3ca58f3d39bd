package org.arrears.reference;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.arrears.core.calendar.DayCount;
import org.arrears.core.policy.Terms;

/** Rolling and counting of days, read off sections 1 and 3 of the spec. */
final class ReferenceDates {

    private final Terms terms;
    private final Set<LocalDate> holidays;
    private final Set<LocalDate> workdays;

    ReferenceDates(Terms terms, Set<LocalDate> holidays, Set<LocalDate> workdays) {
        this.terms = terms;
        this.holidays = holidays;
        this.workdays = workdays;
    }

    /** Rolls a contractual due date. */
    LocalDate roll(LocalDate due) {
        return switch (terms.dueDates().roll()) {
            case NONE -> due;
            case FOLLOWING -> onOrAfter(due);
            case PRECEDING -> onOrBefore(due);
            case MODIFIED_FOLLOWING -> {
                LocalDate after = onOrAfter(due);
                yield YearMonth.from(after).equals(YearMonth.from(due)) ? after : onOrBefore(due);
            }
        };
    }

    private LocalDate onOrAfter(LocalDate day) {
        return open(day) ? day : onOrAfter(day.plusDays(1));
    }

    private LocalDate onOrBefore(LocalDate day) {
        return open(day) ? day : onOrBefore(day.minusDays(1));
    }

    private boolean open(LocalDate day) {
        boolean closed = terms.dueDates().weekend().contains(day.getDayOfWeek()) || holidays.contains(day);
        return workdays.contains(day) || !closed;
    }

    /** Counts the days of the day-count convention from one date to another. */
    static long days(DayCount convention, LocalDate from, LocalDate to) {
        if (convention != DayCount.THIRTY_E_360) {
            return ChronoUnit.DAYS.between(from, to);
        }
        int firstDay = from.getDayOfMonth() == 31 ? 30 : from.getDayOfMonth();
        int lastDay = to.getDayOfMonth() == 31 ? 30 : to.getDayOfMonth();
        int months = to.getMonthValue() - from.getMonthValue();
        int years = to.getYear() - from.getYear();
        return 360L * years + 30L * months + lastDay - firstDay;
    }

    /** Days in the year of the convention. */
    static int year(DayCount convention) {
        return convention == DayCount.ACT_365F ? 365 : 360;
    }
}
