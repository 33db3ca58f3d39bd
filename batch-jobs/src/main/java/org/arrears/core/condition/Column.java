package org.arrears.core.condition;

import java.util.Optional;

/**
 * What a condition can be about.
 *
 * @param name in conditions and in the database, of a-z, 0-9 and _
 * @param canBeEmpty whether a row may have nothing here
 */
public record Column(String name, ColumnType type, boolean canBeEmpty) implements Operand {

    public Column {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalStateException("the name of a column: " + name);
        }
    }

    @Override
    public Optional<Object> in(Row row) {
        return row.value(this).map(type::require);
    }

    @Override
    public void write(SqlText sql) {
        sql.column(this);
    }
}
