package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.arrears.run.Progress;
import org.arrears.run.Progress.Advance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class TerminalProgressTest {

    private final StringWriter err = new StringWriter();
    private final Hands clock = new Hands();

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
                new Surroundings(unread, new PrintWriter(err, true), Map.of(), clock, terminal), false);
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
        Surroundings world = new Surroundings(unread, new PrintWriter(err, true), environment, clock, terminal);
        CommonOptions options = new CommonOptions();
        new CommandLine(options).parseArgs(option.isEmpty() ? new String[0] : new String[] {option});
        Progress progress = TerminalProgress.of(world, options);
        progress.stepStarted("publish");
        progress.stepEnded("publish", true);
        assertEquals(painted, err.toString().contains("\u001b[32mdone  \u001b[0m"));
    }

    @Test
    void quietIsSilent() {
        CommonOptions options = new CommonOptions();
        new CommandLine(options).parseArgs("--quiet");
        Surroundings world = new Surroundings(
                new PrintWriter(new StringWriter()), new PrintWriter(err, true), Map.of(), clock, true);
        Progress progress = TerminalProgress.of(world, options);
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
}
