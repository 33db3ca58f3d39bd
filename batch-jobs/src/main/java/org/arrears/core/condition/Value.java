package org.arrears.core.condition;

import java.util.Optional;

/**
 * A value written in a condition.
 *
 * @param held a text, integer, decimal or date, as the type says
 */
public record Value(ColumnType type, Object held) implements Operand {

    public Value {
        type.require(held);
    }

    @Override
    public Optional<Object> in(Row row) {
        return Optional.of(held);
    }

    @Override
    public boolean canBeEmpty() {
        return false;
    }

    @Override
    public void write(SqlText sql) {
        sql.value(held);
    }
}
