package org.arrears.export;

/** What a column of an export holds, and so how it is compared and written. */
enum ColumnType {
    TEXT("a text", "product = CASH, or quoted: \"CASH LOAN\""),
    COUNT("a whole number of at most 9 digits", "dpd >= 31"),
    AMOUNT("an amount in major units", "total_overdue >= 1000.00"),
    DATE("a date, yyyy-MM-dd", "oldest_due_on < 2026-07-01");

    private final String expected;
    private final String example;

    ColumnType(String expected, String example) {
        this.expected = expected;
        this.example = example;
    }

    /** Says what a value of this type is. */
    String expected() {
        return expected;
    }

    /** Shows a comparison of this type. */
    String example() {
        return example;
    }
}
