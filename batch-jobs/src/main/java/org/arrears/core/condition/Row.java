package org.arrears.core.condition;

import java.util.Optional;

/** A row that a condition is asked of in memory. */
@FunctionalInterface
public interface Row {

    /** Returns what the row holds, in the type of the column, amounts in major units; empty for an empty cell. */
    Optional<Object> value(Column column);
}
