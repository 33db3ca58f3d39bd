package org.arrears.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.arrears.db.AdvisoryLock;
import org.arrears.db.Database;
import org.arrears.db.ServerSession;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one lock of all commands that write: a session advisory lock on a connection of its own, held for the life of the
 * run. It ends with the process that holds it, so whoever gets it knows that every run marked as running is dead or has
 * lost it; the {@link Attempt} keeps the latter from writing.
 */
final class RunLock implements AutoCloseable {

    /** Known to all versions of this program. */
    static final AdvisoryLock LOCK = new AdvisoryLock(0x6172726561727301L);

    private static final Logger LOG = LoggerFactory.getLogger(RunLock.class);
    private static final int ATTEMPTS = 10;

    private final Connection connection;
    private final Heartbeat heartbeat;

    private RunLock(Connection connection, StopSignal stop) throws SQLException {
        this.connection = connection;
        this.heartbeat = new Heartbeat(LOCK, connection, stop);
    }

    /** Takes the lock, or refuses, naming who has it; when it is lost later, the run is stopped by the signal. */
    static RunLock take(Database database, RunTable runs, StopSignal stop) throws SQLException {
        Connection connection = database.connectAlone();
        try (Statement statement = connection.createStatement()) {
            // The session of a process that has just died takes a moment to be gone.
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                if (LOCK.tryTake(connection)) {
                    return new RunLock(connection, stop);
                }
                statement.execute("SELECT pg_sleep(0.1)");
            }
            throw refused(runs.lastBegun(), LOCK.holder(connection));
        } catch (SQLException | RuntimeException failed) {
            connection.close();
            throw failed;
        }
    }

    private static ArrearsException refused(Optional<RunRecord> last, Optional<ServerSession> holder) {
        Optional<RunRecord> working = last.filter(run -> run.worker()
                .flatMap(worker -> holder.filter(session -> session.isOf(worker.process())))
                .isPresent());
        String who = working.flatMap(run -> run.worker().map(worker -> "run " + run.runId() + ", " + worker))
                .or(() -> holder.map(ServerSession::toString))
                .orElse("it has just ended");
        String stop = working.map(run -> ", or stop it (arrears runs stop " + run.runId() + ")")
                .orElse("");
        return new ArrearsException(
                FailureKind.LOCKED,
                "another run holds the lock of this database: " + who + ": wait for it (arrears runs list)" + stop
                        + ", then run again");
    }

    /** Gives the lock back at once; closing the session alone would do so a moment later. */
    @Override
    public void close() {
        heartbeat.close();
        try (connection) {
            LOCK.release(connection);
        } catch (SQLException lost) {
            LOG.debug("the lock was lost before", lost);
        }
    }
}
