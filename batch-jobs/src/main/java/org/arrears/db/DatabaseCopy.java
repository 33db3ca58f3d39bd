package org.arrears.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;

/**
 * A copy of a database on the same server, to try things in; it is dropped when it is closed.
 *
 * <p>The server copies files, so it takes their time and room. One that a killed command left is replaced by the next.
 */
public final class DatabaseCopy implements AutoCloseable {

    private static final AdvisoryLock ONE_COPY = new AdvisoryLock(0x6172726561727302L);
    private static final String IN_USE = "55006";
    private static final String NOT_ALLOWED = "42501";

    private final Connection maintenance;
    private final String name;
    private final Database database;

    private DatabaseCopy(Connection maintenance, String name, Database database) {
        this.maintenance = maintenance;
        this.name = name;
        this.database = database;
    }

    /** Copies a database that nobody uses meanwhile. */
    public static DatabaseCopy of(Database source) {
        try {
            String from = source.name();
            String name = from + "_dry_run";
            Connection maintenance = source.connectTo(from.equals("postgres") ? "template1" : "postgres");
            try {
                requireOnlyCopy(maintenance);
                source.letGo();
                execute(maintenance, "DROP DATABASE IF EXISTS " + quoted(name) + " WITH (FORCE)");
                execute(
                        maintenance,
                        "CREATE DATABASE " + quoted(name) + " TEMPLATE " + quoted(from) + " STRATEGY = FILE_COPY");
                return new DatabaseCopy(maintenance, name, source.sibling(name));
            } catch (SQLException failed) {
                RuntimeException refused = refused(failed, maintenance, from);
                maintenance.close();
                throw refused;
            } catch (RuntimeException failed) {
                maintenance.close();
                throw failed;
            }
        } catch (SQLException failed) {
            throw cannot(failed);
        }
    }

    private static void requireOnlyCopy(Connection maintenance) throws SQLException {
        if (!ONE_COPY.tryTake(maintenance)) {
            throw new ArrearsException(
                    FailureKind.LOCKED,
                    "another dry run is going on: "
                            + ONE_COPY.holder(maintenance)
                                    .map(ServerSession::toString)
                                    .orElse("it has just ended")
                            + ": wait for it, then run again");
        }
    }

    private static ArrearsException refused(SQLException failed, Connection maintenance, String from)
            throws SQLException {
        if (!IN_USE.equals(failed.getSQLState())) {
            return cannot(failed);
        }
        Optional<ServerSession> user = ServerSession.first(maintenance, "datname = '" + from.replace("'", "''") + "'");
        return new ArrearsException(
                FailureKind.LOCKED,
                "the database cannot be copied while another command uses it"
                        + user.map(session -> " (" + session + ")").orElse("")
                        + ": wait for it to end, then run again",
                failed);
    }

    private static ArrearsException cannot(SQLException failed) {
        String advice = NOT_ALLOWED.equals(failed.getSQLState())
                ? "; its user needs the right CREATEDB and to own the database"
                : "";
        return new ArrearsException(
                FailureKind.DATABASE_UNAVAILABLE,
                "the database cannot be copied for a dry run: " + failed.getMessage() + advice,
                failed);
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public Database database() {
        return database;
    }

    @Override
    public void close() {
        database.close();
        try (maintenance) {
            execute(maintenance, "DROP DATABASE IF EXISTS " + quoted(name) + " WITH (FORCE)");
        } catch (SQLException failed) {
            throw new ArrearsException(
                    FailureKind.DATABASE_UNAVAILABLE,
                    "the copy " + name + " could not be dropped: " + failed.getMessage()
                            + "; the next dry run drops it",
                    failed);
        }
    }
}
