package org.arrears.core.policy;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How many rows of a file may be rejected before the whole file is refused: a count, or a percentage of its rows.
 *
 * @param count the count, or the percentage
 */
public record RejectBudget(BigDecimal count, boolean percentage) {

    public static final RejectBudget DEFAULT = new RejectBudget(new BigDecimal("0.1"), true);

    public RejectBudget {
        if (count.signum() < 0 || (percentage && count.compareTo(new BigDecimal(100)) > 0)) {
            throw new IllegalStateException("not a reject budget: " + count);
        }
    }

    /** Reads {@code 25} or {@code 0.1%}; empty for anything else. */
    public static Optional<RejectBudget> parse(String text) {
        if (text.matches("[0-9]{1,9}")) {
            return Optional.of(new RejectBudget(new BigDecimal(text), false));
        }
        if (!text.matches("[0-9]{1,3}(\\.[0-9]{1,6})?%")) {
            return Optional.empty();
        }
        BigDecimal percent = new BigDecimal(text.substring(0, text.length() - 1));
        return percent.compareTo(new BigDecimal(100)) > 0
                ? Optional.empty()
                : Optional.of(new RejectBudget(percent, true));
    }

    /** Says whether a file of {@code rows} rows with {@code rejected} of them rejected is still acceptable. */
    public boolean allows(long rejected, long rows) {
        BigDecimal bad = BigDecimal.valueOf(rejected);
        return percentage
                ? bad.multiply(new BigDecimal(100)).compareTo(count.multiply(BigDecimal.valueOf(rows))) <= 0
                : bad.compareTo(count) <= 0;
    }

    @Override
    public String toString() {
        return count.toPlainString() + (percentage ? "%" : "");
    }
}
