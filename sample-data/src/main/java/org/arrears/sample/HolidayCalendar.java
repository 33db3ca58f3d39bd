package org.arrears.sample;

import java.time.LocalDate;

/** The public holidays of mainland China in 2026 and the weekend days worked in exchange. */
final class HolidayCalendar {
    private static final int YEAR = 2026;

    private HolidayCalendar() {}

    static void write(CsvFile file) {
        holiday(file, "元旦", LocalDate.of(YEAR, 1, 1), LocalDate.of(YEAR, 1, 3));
        workday(file, "元旦调休", LocalDate.of(YEAR, 1, 4));
        workday(file, "春节调休", LocalDate.of(YEAR, 2, 14));
        holiday(file, "春节", LocalDate.of(YEAR, 2, 15), LocalDate.of(YEAR, 2, 23));
        workday(file, "春节调休", LocalDate.of(YEAR, 2, 28));
        holiday(file, "清明节", LocalDate.of(YEAR, 4, 4), LocalDate.of(YEAR, 4, 6));
        holiday(file, "劳动节", LocalDate.of(YEAR, 5, 1), LocalDate.of(YEAR, 5, 5));
        workday(file, "劳动节调休", LocalDate.of(YEAR, 5, 9));
        holiday(file, "端午节", LocalDate.of(YEAR, 6, 19), LocalDate.of(YEAR, 6, 21));
        workday(file, "国庆节调休", LocalDate.of(YEAR, 9, 20));
        holiday(file, "中秋节", LocalDate.of(YEAR, 9, 25), LocalDate.of(YEAR, 9, 27));
        holiday(file, "国庆节", LocalDate.of(YEAR, 10, 1), LocalDate.of(YEAR, 10, 7));
        workday(file, "国庆节调休", LocalDate.of(YEAR, 10, 10));
    }

    private static void holiday(CsvFile file, String name, LocalDate first, LocalDate last) {
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            file.date(day).text("holiday").text(name).endRow();
        }
    }

    private static void workday(CsvFile file, String name, LocalDate day) {
        file.date(day).text("workday").text(name).endRow();
    }
}
