package org.arrears.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.arrears.cli.Screen.Steering;
import org.arrears.core.policy.Shown;
import org.arrears.run.Progress;

/** Progress on stderr: a line that moves on a terminal, plain lines every ten seconds elsewhere. */
final class TerminalProgress implements Progress {

    private static final Duration MOVING_LINE_EVERY = Duration.ofMillis(200);
    private static final Duration PLAIN_LINE_EVERY = Duration.ofSeconds(10);

    /** The time left is guessed when a fiftieth of the work is done. */
    private static final int FIRST_GUESS_AFTER = 50;

    private final Screen err;
    private final Clock clock;
    private final boolean moving;
    private final boolean color;
    private final Map<String, Instant> started = new ConcurrentHashMap<>();
    private Instant lastLine = Instant.EPOCH;
    private String lastWhat = "";

    TerminalProgress(Surroundings world, boolean color) {
        this.err = world.err();
        this.clock = world.clock();
        this.moving = world.terminal();
        this.color = color;
    }

    /** Returns what a command tells its user by, if the user wants to be told. */
    static Progress of(Surroundings world, CommonOptions options) {
        return options.quiet() ? SILENT : new TerminalProgress(world, options.color(world));
    }

    @Override
    public synchronized void stepStarted(String step) {
        started.put(step, clock.instant());
        lastLine = moving ? Instant.EPOCH : clock.instant();
    }

    @Override
    public synchronized void advanced(Advance advance) {
        Instant now = clock.instant();
        boolean soon = Duration.between(lastLine, now).compareTo(moving ? MOVING_LINE_EVERY : PLAIN_LINE_EVERY) < 0;
        boolean somethingElse = moving && !advance.what().equals(lastWhat);
        if (soon && !somethingElse) {
            return;
        }
        lastLine = now;
        lastWhat = advance.what();
        String text = text(advance, sinceStart(advance.step(), now));
        if (moving) {
            err.steer(Steering.REWRITE_LINE);
            err.print(text);
        } else {
            err.println(text);
        }
        err.flush();
    }

    private static String text(Advance advance, Duration elapsed) {
        long millis = Math.max(elapsed.toMillis(), 1);
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "  %-20s %,d %s, %,d/s",
                advance.step(),
                advance.rows(),
                Shown.line(advance.what()),
                advance.rows() * 1_000 / millis));
        if (advance.rejected() > 0) {
            text.append(String.format(Locale.ROOT, ", %,d rejected", advance.rejected()));
        }
        long done = Math.min(advance.done(), advance.total());
        if (done > 0 && done >= advance.total() / FIRST_GUESS_AFTER) {
            long secondsLeft = Math.round((double) millis / done * (advance.total() - done) / 1_000);
            text.append(String.format(
                    Locale.ROOT,
                    ", %d %%, %d:%02d left",
                    done * 100 / advance.total(),
                    secondsLeft / 60,
                    secondsLeft % 60));
        }
        return text.toString();
    }

    private Duration sinceStart(String step, Instant now) {
        return Duration.between(started.getOrDefault(step, now), now);
    }

    @Override
    public synchronized void stepEnded(String step, boolean completed) {
        long millis = sinceStart(step, clock.instant()).toMillis();
        if (moving) {
            err.steer(Steering.REWRITE_LINE);
        }
        err.printf(Locale.ROOT, "  %-20s ", step);
        paint(completed ? Steering.GREEN : Steering.RED, completed ? "done  " : "failed");
        err.printf(Locale.ROOT, " %6.1f s%n", millis / 1000.0);
        err.flush();
    }

    private void paint(Steering paint, String word) {
        if (color) {
            err.steer(paint);
        }
        err.print(word);
        if (color) {
            err.steer(Steering.PLAIN);
        }
    }
}
