package org.arrears.core.condition;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.arrears.core.text.CodePointOrder;

/** What a column holds, and so how its values are read and compared. */
public enum ColumnType {
    TEXT("a text", "product = CASH, or quoted: \"CASH LOAN\"", String.class),
    COUNT("a whole number of at most 9 digits", "dpd >= 31", Integer.class),
    AMOUNT("an amount in major units", "total_overdue >= 1000.00", BigDecimal.class),
    DATE("a date, yyyy-MM-dd", "oldest_due_on < 2026-07-01", LocalDate.class);

    private final String expected;
    private final String example;
    private final Class<?> held;

    ColumnType(String expected, String example, Class<?> held) {
        this.expected = expected;
        this.example = example;
        this.held = held;
    }

    /** Says what a value of this type is. */
    String expected() {
        return expected;
    }

    /** Shows a comparison of this type. */
    String example() {
        return example;
    }

    /** Reads a value as it is written in a condition; empty for what is none. */
    Optional<Object> parse(String text) {
        try {
            return switch (this) {
                case TEXT -> Optional.of(text);
                case COUNT -> matching(text, "-?[0-9]{1,9}").map(Integer::valueOf);
                case AMOUNT -> matching(text, "-?[0-9]{1,18}(\\.[0-9]{1,4})?").map(BigDecimal::new);
                case DATE -> matching(text, "[0-9]{4}-[0-9]{2}-[0-9]{2}").map(LocalDate::parse);
            };
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<String> matching(String text, String pattern) {
        return Optional.of(text).filter(value -> value.matches(pattern));
    }

    /** Compares two values of this type as the database does: texts by code point, amounts whatever their scale. */
    int compare(Object one, Object other) {
        return switch (this) {
            case TEXT -> CodePointOrder.compare((String) one, (String) other);
            case COUNT -> ((Integer) one).compareTo((Integer) other);
            case AMOUNT -> ((BigDecimal) one).compareTo((BigDecimal) other);
            case DATE -> ((LocalDate) one).compareTo((LocalDate) other);
        };
    }

    Object require(Object value) {
        if (!held.isInstance(value)) {
            throw new IllegalStateException("no " + this + ": " + value.getClass());
        }
        return value;
    }
}
