package org.arrears.core.condition;

import java.util.List;
import java.util.Optional;

/** A column holds one of some values. */
public record OneOf(Column column, List<Value> values) implements Condition {

    public OneOf {
        values = List.copyOf(values);
        if (values.isEmpty() || values.stream().anyMatch(value -> value.type() != column.type())) {
            throw new IllegalStateException(column + " in " + values);
        }
    }

    @Override
    public boolean holds(Row row) {
        Optional<Object> held = column.in(row);
        return held.isPresent()
                && values.stream().anyMatch(value -> column.type().compare(held.get(), value.held()) == 0);
    }

    @Override
    public void write(SqlText sql) {
        sql.twoValued(column.canBeEmpty(), () -> {
            sql.column(column);
            String before = " IN (";
            for (Value value : values) {
                sql.raw(before);
                value.write(sql);
                before = ", ";
            }
            sql.raw(")");
        });
    }
}
