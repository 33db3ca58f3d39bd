package org.arrears.db;

import java.time.Duration;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;

/** How long something that passes by itself is waited for. */
final class Patience {

    private static final long REST_MILLIS = 100;

    private final Duration limit;
    private final long start = System.nanoTime();

    Patience(Duration limit) {
        this.limit = limit;
    }

    boolean isOver() {
        return System.nanoTime() - start >= limit.toNanos();
    }

    /** Waits a moment before the next try. */
    void rest() {
        try {
            Thread.sleep(REST_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ArrearsException(
                    FailureKind.STOPPED, "stopped while waiting for the database; run the same command again", stopped);
        }
    }
}
