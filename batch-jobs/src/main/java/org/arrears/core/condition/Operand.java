package org.arrears.core.condition;

import java.util.Optional;

/** What a column is compared with: a value, or another column of the same type. */
public sealed interface Operand permits Column, Value {

    ColumnType type();

    /** Returns what stands here for a row; empty if its cell is. */
    Optional<Object> in(Row row);

    boolean canBeEmpty();

    void write(SqlText sql);
}
