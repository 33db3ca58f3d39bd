package org.arrears.db;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Filling an empty table at once: it goes without indexes while rows come in, and they are made from all of them.
 *
 * <p>Everything happens in the caller's transaction, so a load that fails leaves the table as it was.
 */
public final class BulkLoad {

    private final JdbcClient jdbc;
    private final String table;
    private final String key;
    private final List<String> indexes;

    private BulkLoad(JdbcClient jdbc, String table, String key, List<String> indexes) {
        this.jdbc = jdbc;
        this.table = table;
        this.key = key;
        this.indexes = indexes;
    }

    /** Says whether a table has no row; its name comes from code, never from files. */
    public static boolean suits(JdbcClient jdbc, String table) {
        return !jdbc.sql("SELECT EXISTS (SELECT 1 FROM " + table + ")")
                .query(Boolean.class)
                .single();
    }

    /** Takes the indexes from an empty table and remembers them. */
    public static BulkLoad begin(JdbcClient jdbc, String table) {
        // Truncated in this transaction, the table needs no write-ahead log on a server with wal_level minimal.
        jdbc.sql("TRUNCATE " + table).update();
        String key = jdbc.sql("SELECT pg_get_constraintdef(oid) FROM pg_constraint"
                        + " WHERE conrelid = ?::regclass AND contype = 'p'")
                .params(table)
                .query(String.class)
                .single();
        List<Index> others = jdbc.sql("SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema()"
                        + " AND tablename = ? AND indexname <> ? ORDER BY indexname")
                .params(table, pkey(table))
                .query((row, number) -> new Index(row.getString(1), row.getString(2)))
                .list();
        jdbc.sql("ALTER TABLE " + table + " DROP CONSTRAINT " + pkey(table)).update();
        others.forEach(index -> jdbc.sql("DROP INDEX " + index.name()).update());
        return new BulkLoad(
                jdbc, table, key, others.stream().map(Index::definition).toList());
    }

    private record Index(String name, String definition) {}

    private static String pkey(String table) {
        return table + "_pkey";
    }

    /** Makes the primary key; a key that is there twice is a {@code DuplicateKeyException}. */
    public void makeKey() {
        jdbc.sql("ALTER TABLE " + table + " ADD CONSTRAINT " + pkey(table) + " " + key)
                .update();
    }

    /** Makes the other indexes. */
    public void makeIndexes() {
        indexes.forEach(definition -> jdbc.sql(definition).update());
    }
}
