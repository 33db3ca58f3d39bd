package org.arrears.core.condition;

/** A condition does not hold. */
public record Not(Condition condition) implements Condition {

    @Override
    public boolean holds(Row row) {
        return !condition.holds(row);
    }

    @Override
    public void write(SqlText sql) {
        sql.raw("NOT ");
        condition.write(sql);
    }
}
