package org.arrears.core.condition;

import java.util.List;

/** All of some conditions hold; none of none is missing. */
public record AllOf(List<Condition> parts) implements Condition {

    public AllOf {
        parts = List.copyOf(parts);
    }

    @Override
    public boolean holds(Row row) {
        return parts.stream().allMatch(part -> part.holds(row));
    }

    @Override
    public void write(SqlText sql) {
        if (parts.isEmpty()) {
            sql.raw("true");
            return;
        }
        String before = "(";
        for (Condition part : parts) {
            sql.raw(before);
            part.write(sql);
            before = " AND ";
        }
        sql.raw(")");
    }
}
