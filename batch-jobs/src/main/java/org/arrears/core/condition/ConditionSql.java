package org.arrears.core.condition;

import java.util.List;

/**
 * A condition as SQL with its values apart; true or false for every row, never null.
 *
 * @param text made only of the expressions of columns, operators and {@code ?}
 * @param values the values of the {@code ?} in order: texts, integers, decimals, dates
 */
public record ConditionSql(String text, List<Object> values) {

    public ConditionSql {
        values = List.copyOf(values);
        if (text.chars().filter(c -> c == '?').count() != values.size()) {
            throw new IllegalStateException(values.size() + " values for " + text);
        }
    }
}
