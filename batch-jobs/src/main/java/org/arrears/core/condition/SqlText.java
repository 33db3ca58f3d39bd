package org.arrears.core.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** SQL as it is put together: what comes from outside becomes a {@code ?}, its value is kept apart. */
final class SqlText {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();
    private final Function<Column, String> expressions;

    SqlText(Function<Column, String> expressions) {
        this.expressions = expressions;
    }

    SqlText raw(String sql) {
        text.append(sql);
        return this;
    }

    SqlText column(Column column) {
        return raw(expressions.apply(column));
    }

    SqlText value(Object value) {
        values.add(value);
        return raw("?");
    }

    /** Writes an expression that answers false where the database would answer neither true nor false. */
    SqlText twoValued(boolean canBeUnknown, Runnable expression) {
        raw(canBeUnknown ? "coalesce(" : "(");
        expression.run();
        return raw(canBeUnknown ? ", false)" : ")");
    }

    ConditionSql done() {
        return new ConditionSql(text.toString(), values);
    }
}
