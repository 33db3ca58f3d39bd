package org.arrears.core.condition;

/** A column has nothing in a row; a text without characters is nothing too. */
public record Empty(Column column) implements Condition {

    @Override
    public boolean holds(Row row) {
        return column.in(row).filter(held -> !held.equals("")).isEmpty();
    }

    @Override
    public void write(SqlText sql) {
        if (column.type() != ColumnType.TEXT) {
            sql.raw("(").column(column).raw(" IS NULL)");
        } else if (column.canBeEmpty()) {
            sql.raw("(coalesce(").column(column).raw(", '') = '')");
        } else {
            sql.raw("(").column(column).raw(" = '')");
        }
    }
}
