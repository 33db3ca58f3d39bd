package org.arrears.core.condition;

import java.util.List;

/** One at least of some conditions holds. */
public record AnyOf(List<Condition> parts) implements Condition {

    public AnyOf {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalStateException("one of no conditions");
        }
    }

    @Override
    public boolean holds(Row row) {
        return parts.stream().anyMatch(part -> part.holds(row));
    }

    @Override
    public void write(SqlText sql) {
        String before = "(";
        for (Condition part : parts) {
            sql.raw(before);
            part.write(sql);
            before = " OR ";
        }
        sql.raw(")");
    }
}
