package org.arrears.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.arrears.run.Progress;

/** Progress on stderr: a line that moves on a terminal, plain lines elsewhere. */
final class TerminalProgress implements Progress {

    private static final Duration PLAIN_LINE_EVERY = Duration.ofSeconds(10);

    private final PrintWriter err;
    private final Clock clock;
    private final boolean moving;
    private final Map<String, Instant> started = new ConcurrentHashMap<>();
    private Instant lastLine = Instant.EPOCH;

    TerminalProgress(Surroundings world) {
        this.err = world.err();
        this.clock = world.clock();
        this.moving = world.terminal();
    }

    @Override
    public void stepStarted(String step) {
        started.put(step, clock.instant());
    }

    @Override
    public synchronized void advanced(String step, long done, long expected, String unit) {
        Instant now = clock.instant();
        double seconds = Duration.between(started.getOrDefault(step, now), now).toMillis() / 1000.0;
        String text = String.format(
                Locale.ROOT, "  %-20s %,d %s, %,d/s", step, done, unit, (long) (done / Math.max(seconds, 0.001)));
        if (moving) {
            err.print("\r\u001b[2K" + text);
            err.flush();
        } else if (Duration.between(lastLine, now).compareTo(PLAIN_LINE_EVERY) >= 0) {
            err.println(text);
            lastLine = now;
        }
    }

    @Override
    public synchronized void stepEnded(String step, boolean completed) {
        Instant now = clock.instant();
        long millis = Duration.between(started.getOrDefault(step, now), now).toMillis();
        err.print(moving ? "\r\u001b[2K" : "");
        err.printf(Locale.ROOT, "  %-20s %s %6.1f s%n", step, completed ? "done  " : "failed", millis / 1000.0);
        err.flush();
    }
}
