package org.arrears.run;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.arrears.db.Database;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;

/**
 * The one lock of all commands that write: a session advisory lock on a connection of its own, held for the life of the
 * run. It ends with the process that holds it, so whoever gets it knows that every run marked as running is dead.
 */
final class RunLock implements AutoCloseable {

    private static final long KEY = 0x6172726561727301L;
    private static final int ATTEMPTS = 10;

    private final Connection connection;

    private RunLock(Connection connection) {
        this.connection = connection;
    }

    static RunLock take(Database database) throws SQLException {
        Connection connection = database.connectAlone();
        try (Statement statement = connection.createStatement()) {
            // The session of a process that has just died takes a moment to be gone.
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                try (ResultSet row = statement.executeQuery("SELECT pg_try_advisory_lock(" + KEY + ")")) {
                    row.next();
                    if (row.getBoolean(1)) {
                        return new RunLock(connection);
                    }
                }
                statement.execute("SELECT pg_sleep(0.1)");
            }
        } catch (SQLException failed) {
            connection.close();
            throw failed;
        }
        connection.close();
        throw new ArrearsException(
                FailureKind.LOCKED,
                "another run holds the lock of this database: wait for it (arrears runs list), then run again");
    }

    /** Gives the lock back at once; closing the session alone would do so a moment later. */
    @Override
    public void close() throws SQLException {
        try (connection;
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_unlock(" + KEY + ")");
        }
    }
}
