package org.arrears.assess;

import org.arrears.db.Keys;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * A range of loan numbers: above {@code after}, up to and with {@code through}; empty texts mean no bound.
 *
 * <p>It is all that a partition knows, so a worker needs the database and nothing else.
 */
record KeyRange(String after, String through) {

    ExecutionContext toContext() {
        ExecutionContext context = new ExecutionContext();
        context.putString("after", after);
        context.putString("through", through);
        return context;
    }

    static KeyRange of(ExecutionContext context) {
        return new KeyRange(context.getString("after"), context.getString("through"));
    }

    /** Returns the range as an SQL condition on a column. */
    String condition(String column) {
        String upper = through.isEmpty() ? "" : " AND " + column + " <= " + Keys.literal(through);
        return column + " > " + Keys.literal(after) + upper;
    }
}
