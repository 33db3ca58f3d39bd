package org.arrears.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.postgresql.PGConnection;

/** What a database must be before anything is stored in it; asked before the schema is, which would try for long. */
final class Requirements {

    private static final int OLDEST_VERSION = 15;

    private Requirements() {}

    /** Returns what it lacks, with what to do; who may not make a schema needs one that is there. */
    static Optional<String> lackingOf(Connection connection, boolean mayMakeSchema) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_VERSION) {
            return Optional.of(
                    "it is PostgreSQL " + version + ", and version " + OLDEST_VERSION + " or newer is needed");
        }
        String encoding = connection.unwrap(PGConnection.class).getParameterStatus("server_encoding");
        if (!"UTF8".equals(encoding)) {
            return Optional.of("its encoding is " + encoding
                    + ", and names need UTF8: create one with CREATE DATABASE ... ENCODING 'UTF8' TEMPLATE template0");
        }
        return lackingOfSchema(connection, mayMakeSchema);
    }

    private static Optional<String> lackingOfSchema(Connection connection, boolean mayMakeSchema) throws SQLException {
        String question = """
                SELECT (SELECT count(*) = 2 FROM pg_namespace WHERE nspname IN ('arrears', 'batch')),
                       has_database_privilege(current_database(), 'CREATE'),
                       current_setting('transaction_read_only')::boolean
                """;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            if (row.getBoolean(1)) {
                return Optional.empty();
            }
            if (!mayMakeSchema) {
                return Optional.of("it holds nothing of arrears: look at --db, or load files first: arrears nightly;"
                        + " nothing was made");
            }
            if (row.getBoolean(3)) {
                return Optional.of("it has no schema yet, and the database is read-only or a standby: give the primary"
                        + " with --db, or see default_transaction_read_only");
            }
            return row.getBoolean(2)
                    ? Optional.empty()
                    : Optional.of("it has no schema yet, and its user lacks a right: GRANT CREATE ON DATABASE, see the"
                            + " least rights in the manual, operations, Database");
        }
    }
}
