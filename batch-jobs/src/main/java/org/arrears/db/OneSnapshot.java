package org.arrears.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Connections that all see the same state of the database, whatever others commit while they read. */
public final class OneSnapshot {

    private OneSnapshot() {}

    /** Opens so many connections, each in a read-only transaction of its own; the caller closes them. */
    public static List<Connection> connections(DataSource dataSource, int count) throws SQLException {
        List<Connection> connections = new ArrayList<>();
        try {
            String snapshot = "";
            for (int i = 0; i < count; i++) {
                Connection connection = dataSource.getConnection();
                connections.add(connection);
                connection.setAutoCommit(false);
                connection.setReadOnly(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                snapshot = i == 0 ? exported(connection) : adopted(connection, snapshot);
            }
            return connections;
        } catch (SQLException failed) {
            for (Connection connection : connections) {
                connection.close();
            }
            throw failed;
        }
    }

    private static String exported(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_export_snapshot()")) {
            row.next();
            return row.getString(1);
        }
    }

    private static String adopted(Connection connection, String snapshot) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION SNAPSHOT " + Keys.literal(snapshot));
            return snapshot;
        }
    }
}
