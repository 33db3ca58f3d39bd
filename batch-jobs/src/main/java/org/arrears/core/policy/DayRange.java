package org.arrears.core.policy;

import java.util.Optional;

/**
 * A range of whole numbers, both ends included, written {@code 0}, {@code 1-30} or {@code 181+}.
 *
 * @param to the last number, or {@link #OPEN} for no end
 */
public record DayRange(int from, int to) {

    public static final int OPEN = Integer.MAX_VALUE;

    public DayRange {
        if (from < 0 || to < from) {
            throw new IllegalStateException("not a range: " + from + "-" + to);
        }
    }

    /** Reads {@code 7}, {@code 1-30} or {@code 181+}; empty for anything else. */
    public static Optional<DayRange> parse(String text) {
        if (!text.matches("[0-9]{1,6}(\\+|-[0-9]{1,6})?")) {
            return Optional.empty();
        }
        int dash = text.indexOf('-');
        if (text.endsWith("+")) {
            return Optional.of(new DayRange(Integer.parseInt(text.substring(0, text.length() - 1)), OPEN));
        }
        int from = Integer.parseInt(dash < 0 ? text : text.substring(0, dash));
        int to = Integer.parseInt(text.substring(dash + 1));
        return to < from ? Optional.empty() : Optional.of(new DayRange(from, to));
    }

    public boolean contains(int value) {
        return value >= from && value <= to;
    }

    @Override
    public String toString() {
        if (to == OPEN) {
            return from + "+";
        }
        return from == to ? Integer.toString(from) : from + "-" + to;
    }
}
