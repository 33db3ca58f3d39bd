package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.arrears.print.ColumnWidth;
import org.arrears.run.Progress;
import org.arrears.run.Progress.Advance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class TerminalProgressTest {

    private final StringWriter err = new StringWriter();
    private final Hands clock = new Hands();
    private int columns = 120;

    /** A clock that is set by hand. */
    private static final class Hands extends Clock {

        private Instant now = Instant.parse("2026-09-29T22:00:00Z");

        void pass(int seconds) {
            now = now.plus(Duration.ofSeconds(seconds));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private TerminalProgress progress(boolean terminal) {
        PrintWriter unread = new PrintWriter(new StringWriter());
        return new TerminalProgress(
                new Console(unread, new PrintWriter(err, true), Map.of(), clock, terminal), false, () -> columns);
    }

    private static Advance rows(long rows, long rejected, long bytes, long of) {
        return new Advance("ingest-files", "rows, loans.csv", rows, rejected, bytes, of);
    }

    @Test
    void aTerminalHasOneLineThatMovesWithRowsRateRejectsAndTimeLeft() {
        TerminalProgress progress = progress(true);
        progress.stepStarted("ingest-files");
        clock.pass(10);
        progress.advanced(rows(1_000_000, 0, 25, 100));
        clock.pass(10);
        progress.advanced(rows(2_500_000, 1_234, 50, 200));
        clock.pass(10);
        progress.stepEnded("ingest-files", true);
        assertEquals(
                "\r\u001b[2K  ingest-files         1,000,000 rows, loans.csv, 100,000/s, 25 %, 0:30 left"
                        + "\r\u001b[2K  ingest-files         2,500,000 rows, loans.csv, 125,000/s,"
                        + " 1,234 rejected, 25 %, 1:00 left"
                        + "\r\u001b[2K  ingest-files         done     30.0 s\n",
                err.toString());
    }

    @Test
    void elsewhereALineComesEveryTenSecondsAtMostAndNoneForAShortStep() {
        TerminalProgress progress = progress(false);
        progress.stepStarted("ingest-files");
        for (int second = 1; second <= 21; second++) {
            clock.pass(1);
            progress.advanced(rows(second * 1_000L, 0, second, 100));
        }
        progress.stepEnded("ingest-files", false);
        assertEquals("""
                  ingest-files         10,000 rows, loans.csv, 1,000/s, 10 %, 1:30 left
                  ingest-files         20,000 rows, loans.csv, 1,000/s, 20 %, 1:20 left
                  ingest-files         failed   21.0 s
                """, err.toString());
    }

    @Test
    void aTerminalIsNotFloodedButSaysAtOnceThatSomethingElseHasBegun() {
        TerminalProgress progress = progress(true);
        progress.stepStarted("ingest-files");
        clock.pass(1);
        progress.advanced(rows(1_000, 0, 1, 100));
        progress.advanced(rows(2_000, 0, 1, 100));
        progress.advanced(new Advance("ingest-files", "rows, checking and indexing loans.csv", 2_000, 0, 100, 100));
        assertEquals(
                "\r\u001b[2K  ingest-files         1,000 rows, loans.csv, 1,000/s"
                        + "\r\u001b[2K  ingest-files         2,000 rows, checking and indexing loans.csv, 2,000/s,"
                        + " 100 %, 0:00 left",
                err.toString());
    }

    @ParameterizedTest(name = "terminal {0}, {1}, NO_COLOR {2}: painted {3}")
    @CsvSource({
        "true, '', '', true",
        "true, --no-color, '', false",
        "true, '', 1, false",
        "false, '', '', false",
    })
    void colourIsForTerminalsUnlessItIsNotWanted(boolean terminal, String option, String noColor, boolean painted) {
        PrintWriter unread = new PrintWriter(new StringWriter());
        Map<String, String> environment = noColor.isEmpty() ? Map.of() : Map.of("NO_COLOR", noColor);
        Console console = new Console(unread, new PrintWriter(err, true), environment, clock, terminal);
        CommonOptions options = new CommonOptions();
        new CommandLine(options).parseArgs(option.isEmpty() ? new String[0] : new String[] {option});
        Progress progress = TerminalProgress.of(console, options);
        progress.stepStarted("publish");
        progress.stepEnded("publish", true);
        assertEquals(painted, err.toString().contains("\u001b[32mdone  \u001b[0m"));
    }

    @Test
    void quietIsSilent() {
        CommonOptions options = new CommonOptions();
        new CommandLine(options).parseArgs("--quiet");
        Console console =
                new Console(new PrintWriter(new StringWriter()), new PrintWriter(err, true), Map.of(), clock, true);
        Progress progress = TerminalProgress.of(console, options);
        progress.stepStarted("publish");
        progress.stepEnded("publish", false);
        assertEquals("", err.toString());
    }

    @Test
    void withoutATotalNothingIsSaidOfTheTimeLeft() {
        TerminalProgress progress = progress(false);
        progress.stepStarted("export-accounts");
        clock.pass(20);
        progress.advanced(new Advance("export-accounts", "rows", 100_000, 0, 0, 0));
        assertEquals("  export-accounts      100,000 rows, 5,000/s\n", err.toString());
    }

    @Test
    void aLineIsCutToTheTerminalAndItsMiddleGivesWayFirst() {
        columns = 60;
        TerminalProgress progress = progress(true);
        progress.stepStarted("ingest-files");
        clock.pass(10);
        progress.advanced(
                new Advance("ingest-files", "rows, checking and indexing 贷款合同明细表.csv", 1_000_000, 0, 25, 100));
        String line = shown().get(0);
        assertEquals(59, ColumnWidth.of(line), line);
        assertTrue(line.startsWith("  ingest-files         1,000,000, 100,000/s, "), line);
        assertTrue(line.endsWith("…"), line);
        columns = 80;
        clock.pass(1);
        progress.advanced(
                new Advance("ingest-files", "rows, checking and indexing 贷款合同明细表.csv", 1_000_000, 0, 25, 100));
        assertEquals("  ingest-files         1,000,000 rows, checking and…, 90,909/s, 25 %, 0:33 left", shown().get(1));
    }

    @Test
    void chineseTakesTwoColumns() {
        columns = 80;
        TerminalProgress progress = progress(true);
        progress.stepStarted("ingest-files");
        clock.pass(10);
        progress.advanced(new Advance("ingest-files", "rows, 二〇二六年九月二十九日全部贷款合同还款计划.csv", 10, 0, 0, 0));
        assertTrue(ColumnWidth.of(shown().get(0)) <= 79, shown().get(0));
        assertTrue(shown().get(0).contains("二〇二六年"), shown().get(0));
        assertTrue(shown().get(0).endsWith("…, 1/s"), shown().get(0));
    }

    @Test
    void aWindowThatBecameSmallerKeepsNoLeftovers() {
        TerminalProgress progress = progress(true);
        progress.stepStarted("ingest-files");
        clock.pass(10);
        progress.advanced(rows(1_000_000, 0, 25, 100));
        columns = 40;
        clock.pass(1);
        progress.advanced(rows(1_000_001, 0, 25, 100));
        assertTrue(err.toString().contains("\u001b[1A\r\u001b[J"), err.toString());
        assertEquals(39, ColumnWidth.of(shown().get(1)), shown().get(1));
    }

    @Test
    void aStepThatTellsNothingIsShownWithItsTime() {
        TerminalProgress progress = progress(true);
        progress.stepStarted("install-assessments");
        clock.pass(1);
        progress.tick();
        assertEquals("", err.toString());
        clock.pass(4);
        progress.tick();
        clock.pass(1);
        progress.tick();
        assertEquals(List.of("  install-assessments  0:05 so far", "  install-assessments  0:06 so far"), shown());
    }

    @Test
    void aStepThatTellsNothingMoreIsShownWithWhatItToldLast() {
        TerminalProgress progress = progress(false);
        progress.stepStarted("print-letters");
        clock.pass(10);
        progress.advanced(new Advance("print-letters", "letters", 2_500, 0, 2_500, 10_000));
        clock.pass(9);
        progress.tick();
        clock.pass(1);
        progress.tick();
        progress.stepEnded("print-letters", true);
        clock.pass(60);
        progress.tick();
        assertEquals("""
                  print-letters        2,500 of 10,000 letters, 250/s, 25 %, 0:30 left
                  print-letters        2,500 of 10,000 letters, 125/s, 25 %, 1:00 left, 0:20 so far
                  print-letters        done     20.0 s
                """, err.toString());
    }

    @Test
    void theWidthIsWhatColumnsSaysElseWhatTheTerminalSaysElseEighty() {
        assertEquals(132, new TerminalWidth(Map.of("COLUMNS", "132"), clock, () -> "24 90\n").getAsInt());
        assertEquals(90, new TerminalWidth(Map.of("COLUMNS", "wide"), clock, () -> "24 90\n").getAsInt());
        assertEquals(80, new TerminalWidth(Map.of(), clock, () -> "").getAsInt());
        assertEquals(80, new TerminalWidth(Map.of(), clock, () -> "0 0\n").getAsInt());
    }

    @Test
    void theTerminalIsAskedAgainSinceWindowsChange() {
        Queue<String> answers = new ArrayDeque<>(List.of("24 90\n", "24 50\n"));
        TerminalWidth width = new TerminalWidth(Map.of(), clock, answers::remove);
        assertEquals(90, width.getAsInt());
        clock.pass(1);
        assertEquals(90, width.getAsInt());
        clock.pass(2);
        assertEquals(50, width.getAsInt());
    }

    /** What the terminal showed, line by line, without what moves its cursor. */
    private List<String> shown() {
        return Arrays.stream(err.toString().split("\u001b\\[[0-9]*[A-Z]|\r"))
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
