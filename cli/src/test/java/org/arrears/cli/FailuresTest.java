package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees when a command cannot go on. */
class FailuresTest {

    private final StringWriter err = new StringWriter();
    private final Console console =
            new Console(new PrintWriter(new StringWriter()), new PrintWriter(err), Map.of(), Clock.systemUTC(), false);

    private Failures.Place place(Path home) {
        return new Failures.Place(home, Hints.at(console, home));
    }

    @Test
    void aDefectOfOursIsOneLineAndItsTraceIsInTheLogInHome(@TempDir Path home) throws IOException {
        int code = Failures.report(new IllegalStateException("a broken invariant"), console, place(home), false);
        assertEquals(70, code);
        assertEquals(1, err.toString().lines().count(), err.toString());
        assertTrue(err.toString().contains("a broken invariant"), err.toString());
        String log = Files.readString(home.resolve("defect.log"));
        assertTrue(log.contains("at org.arrears.cli.FailuresTest"), log);
    }

    @Test
    void whatIsSomebodysFaultIsSaidWithoutATrace(@TempDir Path home) {
        int code = Failures.report(
                new ArrearsException(FailureKind.INPUT_REFUSED, "no such file"), console, place(home), false);
        assertEquals(4, code);
        assertEquals("arrears: no such file", err.toString().strip());
        assertTrue(Files.notExists(home.resolve("defect.log")));
    }
}
