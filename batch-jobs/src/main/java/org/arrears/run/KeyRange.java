package org.arrears.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.arrears.db.Keys;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A range of loan or customer numbers: above {@code after}, up to and with {@code through}; empty texts mean no bound.
 *
 * <p>It is all that a partition knows, so a worker needs the database and nothing else.
 */
public record KeyRange(String after, String through) {

    private static final String AFTER = "after";
    private static final String THROUGH = "through";

    /**
     * Cuts all keys there can be into ranges that hold about as many of some keys each.
     *
     * @param keys SQL that selects the column {@code key}
     */
    public static List<KeyRange> cut(JdbcClient jdbc, String keys, int count) {
        List<KeyRange> ranges = new ArrayList<>();
        String after = "";
        for (String bound : count < 2 ? List.<String>of() : bounds(jdbc, keys, count)) {
            ranges.add(new KeyRange(after, bound));
            after = bound;
        }
        ranges.add(new KeyRange(after, ""));
        return ranges;
    }

    private static List<String> bounds(JdbcClient jdbc, String keys, int count) {
        String fractions = IntStream.range(1, count)
                .mapToObj(i -> new BigDecimal(i).divide(new BigDecimal(count), 4, RoundingMode.HALF_UP))
                .map(BigDecimal::toPlainString)
                .collect(Collectors.joining(","));
        return jdbc.sql("SELECT DISTINCT b COLLATE \"C\" AS bound FROM unnest((SELECT percentile_disc(ARRAY["
                        + fractions + "]::double precision[]) WITHIN GROUP (ORDER BY key) FROM (" + keys
                        + ") k)) b WHERE b IS NOT NULL ORDER BY bound")
                .query(String.class)
                .list();
    }

    public ExecutionContext toContext() {
        ExecutionContext context = new ExecutionContext();
        context.putString(AFTER, after);
        context.putString(THROUGH, through);
        return context;
    }

    /** Returns the range that a partition was given. */
    public static KeyRange of(ExecutionContext partition) {
        return new KeyRange(partition.getString(AFTER), partition.getString(THROUGH));
    }

    /** Returns the range as an SQL condition on a column. */
    public String condition(String column) {
        String upper = through.isEmpty() ? "" : " AND " + column + " <= " + Keys.literal(through);
        return column + " > " + Keys.literal(after) + upper;
    }
}
