package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.arrears.failure.FailureKind;
import org.arrears.run.RunEnd;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The one place that knows which number an end of a command is. */
class ExitCodesTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            DONE,              0
            DONE_WITH_REJECTS, 3
            """)
    void aRunThatDidItsWorkSaysWhetherRowsWereRejected(RunEnd end, int code) {
        assertEquals(code, ExitCodes.of(end));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            INPUT_REFUSED,         4
            CONFIGURATION_INVALID, 5
            LOCKED,                6
            DATABASE_UNAVAILABLE,  7
            STOPPED,               1
            FAILED,                1
            """)
    void aFailureSaysWhoseFaultItIs(FailureKind kind, int code) {
        assertEquals(code, ExitCodes.of(kind));
    }
}
