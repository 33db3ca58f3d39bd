package org.arrears.core.calendar;

import java.time.LocalDate;

/**
 * How days between two dates are counted and what a year has.
 *
 * <p>All three are additive: {@code days(a, b) + days(b, c) = days(a, c)}, so slicing a period never changes the sum.
 */
public enum DayCount {
    /** Calendar days over 360. */
    ACT_360("ACT/360", 360),
    /** Calendar days over 365, leap year or not. */
    ACT_365F("ACT/365F", 365),
    /** Months of 30 days over 360: {@code 360y + 30m + min(day, 30)} differences. */
    THIRTY_E_360("30E/360", 360);

    private final String code;
    private final int denominator;

    DayCount(String code, int denominator) {
        this.code = code;
        this.denominator = denominator;
    }

    /** Returns the days from {@code from} (counted) to {@code to} (not counted), 算头不算尾. */
    public long days(LocalDate from, LocalDate to) {
        return this == THIRTY_E_360 ? ordinal30(to) - ordinal30(from) : to.toEpochDay() - from.toEpochDay();
    }

    private static long ordinal30(LocalDate date) {
        return 360L * date.getYear() + 30L * date.getMonthValue() + Math.min(date.getDayOfMonth(), 30);
    }

    /** Days in a year: the denominator of a daily rate. */
    public int denominator() {
        return denominator;
    }

    /** The name in policies and on statements: {@code ACT/360}. */
    public String code() {
        return code;
    }
}
