package org.arrears.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** A lock of the database that a session holds until it gives it back or ends, known by a number. */
public record AdvisoryLock(long key) {

    /** Takes the lock if nobody has it. */
    public boolean tryTake(Connection connection) throws SQLException {
        return ask(connection, "SELECT pg_try_advisory_lock(" + key + ")");
    }

    /** Says whether a session has the lock; a connection that looks alive proves nothing. */
    public boolean isHeldBy(Connection connection) throws SQLException {
        return ask(connection, "SELECT " + held("pid = pg_backend_pid()"));
    }

    public void release(Connection connection) throws SQLException {
        ask(connection, "SELECT pg_advisory_unlock(" + key + ")");
    }

    /** Returns the session of another that has the lock. */
    public Optional<ServerSession> holder(Connection connection) throws SQLException {
        return ServerSession.first(connection, "pid IN (SELECT pid FROM pg_locks WHERE " + granted() + ")");
    }

    /** Returns the SQL condition that somebody has the lock. */
    public String held() {
        return held("true");
    }

    private String held(String condition) {
        return "EXISTS (SELECT 1 FROM pg_locks WHERE " + granted() + " AND " + condition + ")";
    }

    private String granted() {
        return "locktype = 'advisory' AND granted AND objsubid = 1"
                + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
                + " AND (classid::bigint << 32) + objid::bigint = " + key;
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
