package org.arrears.cli;

import java.time.Duration;
import java.util.Locale;
import org.arrears.core.text.Shown;
import org.arrears.print.ColumnWidth;
import org.arrears.print.Figures;
import org.arrears.run.Progress.Advance;

/**
 * How far a step has come, in a line whose middle gives way when there is little room.
 *
 * @param head the step and how much is done
 * @param what is done, such as the name of a file
 * @param tail rate, share and time left
 */
record ProgressLine(String head, String what, String tail) {

    /** The time left is guessed when a fiftieth of the work is done. */
    private static final int FIRST_GUESS_AFTER = 50;

    static ProgressLine of(String step) {
        return new ProgressLine(String.format(Locale.ROOT, "  %-20s", step), "", "");
    }

    static ProgressLine of(Advance advance, Duration elapsed) {
        long millis = Math.max(elapsed.toMillis(), 1);
        StringBuilder tail = new StringBuilder(
                String.format(Locale.ROOT, ", %s/s", Figures.grouped(advance.rows() * 1_000 / millis)));
        if (advance.rejected() > 0) {
            tail.append(String.format(Locale.ROOT, ", %s rejected", Figures.grouped(advance.rejected())));
        }
        long done = Math.min(advance.done(), advance.total());
        if (done > 0 && done >= advance.total() / FIRST_GUESS_AFTER) {
            long secondsLeft = Math.round((double) millis / done * (advance.total() - done) / 1_000);
            tail.append(
                    String.format(Locale.ROOT, ", %d %%, %s left", done * 100 / advance.total(), clock(secondsLeft)));
        }
        boolean countsItself = advance.rows() == advance.done() && advance.total() >= advance.rows();
        String of = countsItself && advance.total() > 0
                ? String.format(Locale.ROOT, " of %s", Figures.grouped(advance.total()))
                : "";
        String head = String.format(Locale.ROOT, "  %-20s %s%s ", advance.step(), Figures.grouped(advance.rows()), of);
        return new ProgressLine(head, Shown.line(advance.what()), tail.toString());
    }

    /** The same with the time the step has taken. */
    ProgressLine after(Duration elapsed) {
        String time = clock(elapsed.toSeconds()) + " so far";
        return new ProgressLine(head, what, tail.isEmpty() && what.isEmpty() ? " " + time : tail + ", " + time);
    }

    private static String clock(long seconds) {
        return String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
    }

    String text() {
        return head + what + tail;
    }

    /** The line in so many columns: first its middle gives way, then its end. */
    String within(int columns) {
        int room = columns - ColumnWidth.of(head) - ColumnWidth.of(tail);
        if (ColumnWidth.of(what) <= room) {
            return text();
        }
        String kept = ColumnWidth.cut(what, Math.max(0, room));
        return ColumnWidth.cut(kept.isEmpty() ? head.stripTrailing() + tail : head + kept + tail, columns);
    }
}
