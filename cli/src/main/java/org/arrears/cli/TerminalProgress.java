package org.arrears.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;
import org.arrears.cli.Screen.Steering;
import org.arrears.print.ColumnWidth;
import org.arrears.run.Progress;

/**
 * Progress on stderr: a line that moves on a terminal and never wraps there, plain lines every ten seconds elsewhere. A
 * step that tells nothing is shown with the time it has taken.
 */
final class TerminalProgress implements Progress {

    private static final Duration MOVING_LINE_EVERY = Duration.ofMillis(200);
    private static final Duration PLAIN_LINE_EVERY = Duration.ofSeconds(10);
    private static final Duration ELAPSED_AFTER = Duration.ofSeconds(2);
    private static final Duration ELAPSED_EVERY = Duration.ofMillis(900);

    private final Screen err;
    private final Clock clock;
    private final boolean moving;
    private final boolean color;
    private final IntSupplier width;
    private final Map<String, Instant> started = new ConcurrentHashMap<>();
    private Optional<Advance> last = Optional.empty();
    private String step = "";
    private Instant lastLine = Instant.EPOCH;
    private int shownColumns;

    TerminalProgress(Console console, boolean color, IntSupplier width) {
        this.err = console.err();
        this.clock = console.clock();
        this.moving = console.terminal();
        this.color = color;
        this.width = width;
    }

    /** Returns what a command tells its user by, if the user wants to be told. */
    static Progress of(Console console, CommonOptions options) {
        if (options.quiet()) {
            return SILENT;
        }
        TerminalProgress progress = new TerminalProgress(
                console, options.color(console), new TerminalWidth(console.environment(), console.clock()));
        new ProgressTicker(progress).start();
        return progress;
    }

    @Override
    public synchronized void stepStarted(String name) {
        started.put(name, clock.instant());
        step = name;
        last = Optional.empty();
        lastLine = moving ? Instant.EPOCH : clock.instant();
    }

    @Override
    public synchronized void advanced(Advance advance) {
        Instant now = clock.instant();
        boolean soon = Duration.between(lastLine, now).compareTo(moving ? MOVING_LINE_EVERY : PLAIN_LINE_EVERY) < 0;
        boolean somethingElse = moving && !last.map(Advance::what).equals(Optional.of(advance.what()));
        last = Optional.of(advance);
        if (!soon || somethingElse) {
            show(ProgressLine.of(advance, sinceStart(advance.step(), now)), now);
        }
    }

    /** Time passes; a step that has told nothing lately is shown with the time it has taken. */
    synchronized void tick() {
        Instant now = clock.instant();
        Duration silent = Duration.between(lastLine, now);
        Duration elapsed = sinceStart(step, now);
        boolean due = moving
                ? silent.compareTo(shownColumns > 0 ? ELAPSED_EVERY : ELAPSED_AFTER) >= 0
                : silent.compareTo(PLAIN_LINE_EVERY) >= 0;
        if (!step.isEmpty() && due && elapsed.compareTo(ELAPSED_AFTER) >= 0) {
            show(
                    last.map(advance -> ProgressLine.of(advance, elapsed))
                            .orElse(ProgressLine.of(step))
                            .after(elapsed),
                    now);
        }
    }

    private void show(ProgressLine line, Instant now) {
        lastLine = now;
        if (moving) {
            int columns = width.getAsInt();
            String text = line.within(columns - 1);
            clear(columns);
            err.print(text);
            shownColumns = ColumnWidth.of(text);
        } else {
            err.println(line.text());
        }
        err.flush();
    }

    /** A line that was shown before the window became smaller takes several lines now. */
    private void clear(int columns) {
        int above = shownColumns == 0 ? 0 : (shownColumns - 1) / Math.max(1, columns);
        for (int line = 0; line < above; line++) {
            err.steer(Steering.LINE_UP);
        }
        err.steer(above == 0 ? Steering.REWRITE_LINE : Steering.REWRITE_BELOW);
    }

    private Duration sinceStart(String name, Instant now) {
        return Duration.between(started.getOrDefault(name, now), now);
    }

    @Override
    public synchronized void stepEnded(String name, boolean completed) {
        long millis = sinceStart(name, clock.instant()).toMillis();
        step = "";
        if (moving) {
            clear(width.getAsInt());
        }
        shownColumns = 0;
        err.printf(Locale.ROOT, "  %-20s ", name);
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
