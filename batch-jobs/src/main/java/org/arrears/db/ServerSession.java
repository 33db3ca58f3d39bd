package org.arrears.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Somebody's session at the database server, as far as it can be seen.
 *
 * @param application what its program calls itself; empty if that is hidden
 * @param since when it began, empty if that is hidden
 */
public record ServerSession(long pid, String role, String application, Optional<OffsetDateTime> since) {

    /** Returns a session for which an SQL condition on {@code pg_stat_activity} holds, of ours before others. */
    static Optional<ServerSession> first(Connection connection, String condition) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pid, coalesce(usename, '?'),"
                        + " coalesce(application_name, ''), backend_start FROM pg_stat_activity"
                        + " WHERE pid <> pg_backend_pid() AND " + condition + " ORDER BY application_name LIKE '"
                        + OsProcess.APPLICATION + "%' DESC, backend_start LIMIT 1")) {
            return row.next()
                    ? Optional.of(new ServerSession(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            Optional.ofNullable(row.getObject(4, OffsetDateTime.class))))
                    : Optional.empty();
        }
    }

    /** Says whether it is a session of a process. */
    public boolean isOf(OsProcess process) {
        return application.startsWith(OsProcess.APPLICATION)
                && process.applicationName().startsWith(application);
    }

    /** Names the process if it is one of ours, else the session. */
    @Override
    public String toString() {
        String who = application.startsWith(OsProcess.APPLICATION)
                ? application.substring(OsProcess.APPLICATION.length())
                : "database session " + pid + " of role " + role;
        return who
                + since.map(began -> ", since " + began.toInstant().truncatedTo(ChronoUnit.SECONDS))
                        .orElse("");
    }
}
