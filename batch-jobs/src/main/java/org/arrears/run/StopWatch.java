package org.arrears.run;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every second whether {@code runs stop} has asked this run to stop. */
final class StopWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StopWatch.class);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "stop-watch");
        thread.setDaemon(true);
        return thread;
    });

    StopWatch(RunTable runs, String runId, StopSignal stop) {
        var unused = timer.scheduleWithFixedDelay(() -> look(runs, runId, stop), 1, 1, TimeUnit.SECONDS);
    }

    private static void look(RunTable runs, String runId, StopSignal stop) {
        try {
            if (runs.stopRequested(runId)) {
                stop.request();
            }
        } catch (RuntimeException databaseBusy) {
            LOG.debug("cannot look for a stop request now", databaseBusy);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
