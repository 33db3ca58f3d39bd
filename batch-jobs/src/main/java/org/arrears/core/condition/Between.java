package org.arrears.core.condition;

import java.util.Optional;

/** A column lies between two values or columns, both included; nothing does if the first is the greater. */
public record Between(Column column, Operand low, Operand high) implements Condition {

    public Between {
        if (low.type() != column.type() || high.type() != column.type()) {
            throw new IllegalStateException(column + " between " + low.type() + " and " + high.type());
        }
    }

    @Override
    public boolean holds(Row row) {
        Optional<Object> held = column.in(row);
        Optional<Object> from = low.in(row);
        Optional<Object> to = high.in(row);
        return held.isPresent()
                && from.isPresent()
                && to.isPresent()
                && Comparison.Operator.AT_LEAST.holds(column.type(), held.get(), from.get())
                && Comparison.Operator.AT_MOST.holds(column.type(), held.get(), to.get());
    }

    @Override
    public void write(SqlText sql) {
        sql.twoValued(column.canBeEmpty() || low.canBeEmpty() || high.canBeEmpty(), () -> {
            sql.column(column).raw(" BETWEEN ");
            low.write(sql);
            sql.raw(" AND ");
            high.write(sql);
        });
    }
}
