package org.arrears.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query in ascending order of a key, handed out key by key: one side of a merge join.
 *
 * <p>The query must be ordered by the key with collation "C", and the row mapper must read the key first.
 */
public final class KeyedRows<T> implements AutoCloseable {

    private final Connection connection;
    private final CopyReader reader;
    private final RowMapper<T> mapper;
    private @Nullable String key;

    private KeyedRows(Connection connection, CopyReader reader, RowMapper<T> mapper) throws SQLException {
        this.connection = connection;
        this.reader = reader;
        this.mapper = mapper;
        advance();
    }

    /** Reads the columns after the key. */
    @FunctionalInterface
    public interface RowMapper<T> {

        T map(String key, CopyReader row) throws SQLException;
    }

    /** Starts the query on a connection of its own. */
    public static <T> KeyedRows<T> of(DataSource dataSource, String query, RowMapper<T> mapper) throws SQLException {
        return of(dataSource.getConnection(), query, mapper);
    }

    /** Starts the query on a connection that is closed with the rows. */
    public static <T> KeyedRows<T> of(Connection connection, String query, RowMapper<T> mapper) throws SQLException {
        try {
            return new KeyedRows<>(connection, CopyReader.of(connection, query), mapper);
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
    }

    /** Returns the rows of a key; keys must be asked for in ascending order, those between are passed over. */
    public List<T> rowsOf(String wanted) throws SQLException {
        List<T> rows = new ArrayList<>();
        String current = key;
        while (current != null && Keys.compare(current, wanted) <= 0) {
            T row = mapper.map(current, reader);
            if (current.equals(wanted)) {
                rows.add(row);
            }
            current = advance();
        }
        return rows;
    }

    /** Returns the row of a key that has one at most; asked for like {@link #rowsOf}. */
    public Optional<T> rowOf(String wanted) throws SQLException {
        List<T> rows = rowsOf(wanted);
        if (rows.size() > 1) {
            throw new IllegalStateException(rows.size() + " rows of " + wanted + " where one is expected");
        }
        return rows.stream().findFirst();
    }

    /** Returns the next row whatever its key, or null at the end. */
    public @Nullable T next() throws SQLException {
        String current = key;
        if (current == null) {
            return null;
        }
        T row = mapper.map(current, reader);
        advance();
        return row;
    }

    private @Nullable String advance() throws SQLException {
        key = reader.next() ? reader.text() : null;
        return key;
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            reader.close();
        }
    }
}
