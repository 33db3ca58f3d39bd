package org.arrears.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.arrears.db.AdvisoryLock;
import org.arrears.failure.FailureKind;

/** Asks every two seconds whether a connection still has the lock, and stops the run as soon as it has not. */
final class Heartbeat implements AutoCloseable {

    private static final int EVERY_SECONDS = 2;
    private static final int PATIENCE_MILLIS = 30_000;

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "lock-heartbeat");
        thread.setDaemon(true);
        return thread;
    });
    private final AdvisoryLock lock;
    private final Connection connection;
    private final StopSignal stop;

    Heartbeat(AdvisoryLock lock, Connection connection, StopSignal stop) throws SQLException {
        this.lock = lock;
        this.connection = connection;
        this.stop = stop;
        connection.setNetworkTimeout(timer, PATIENCE_MILLIS);
        var unused = timer.scheduleWithFixedDelay(this::beat, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void beat() {
        try {
            if (!lock.isHeldBy(connection)) {
                lost("the server does not know it any more");
            }
        } catch (SQLException ended) {
            lost(String.valueOf(ended.getMessage()));
        }
    }

    private void lost(String why) {
        timer.shutdown();
        stop.request(
                FailureKind.DATABASE_UNAVAILABLE,
                "lost the lock of this database with its connection (" + why
                        + "): nothing is half-published; run the same command again to continue");
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            // The connection is given back after this, and only one may speak through it.
            if (!timer.awaitTermination(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the heartbeat of the lock does not end");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
