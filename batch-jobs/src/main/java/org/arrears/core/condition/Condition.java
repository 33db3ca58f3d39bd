package org.arrears.core.condition;

import java.util.List;
import java.util.function.Function;

/**
 * A condition on a row, as a small tree. It is asked in the database or in memory, and both answer alike.
 *
 * <p>The answer is true or false, never unknown: an empty cell differs from every value and from every other cell, and
 * is neither less nor greater than any, so a condition and its {@code not} together hold for all rows.
 */
public sealed interface Condition permits AllOf, AnyOf, Not, Comparison, OneOf, Between, Like, Empty {

    /** Returns what holds for every row. */
    static Condition always() {
        return new AllOf(List.of());
    }

    /** Says whether the condition holds for a row. */
    boolean holds(Row row);

    void write(SqlText sql);

    /**
     * Returns the condition as SQL.
     *
     * @param expressions what stands for a column in it; never anything from outside
     */
    default ConditionSql sql(Function<Column, String> expressions) {
        SqlText sql = new SqlText(expressions);
        write(sql);
        return sql.done();
    }
}
