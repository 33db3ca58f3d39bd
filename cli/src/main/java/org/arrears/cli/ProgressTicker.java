package org.arrears.cli;

import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Tells a terminal every second that time passes, until the program ends. */
final class ProgressTicker {

    private final TerminalProgress progress;

    ProgressTicker(TerminalProgress progress) {
        this.progress = progress;
    }

    void start() {
        var unused = Executors.newSingleThreadScheduledExecutor(task -> {
                    Thread thread = new Thread(task, "progress");
                    thread.setDaemon(true);
                    return thread;
                })
                .scheduleWithFixedDelay(progress::tick, 1, 1, TimeUnit.SECONDS);
    }
}
