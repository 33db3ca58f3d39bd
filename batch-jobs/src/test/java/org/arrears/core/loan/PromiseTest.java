package org.arrears.core.loan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.arrears.core.loan.Promise.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A promise of 100 made on 10-01 and due on 10-05, by what was paid and the day. */
final class PromiseTest {

    @ParameterizedTest(name = "{0} paid, on {1}")
    @CsvSource(delimiter = '|', textBlock = """
            0   | 2026-09-30 | OPEN   | false
            0   | 2026-10-01 | OPEN   | true
            99  | 2026-10-05 | OPEN   | true
            99  | 2026-10-06 | BROKEN | false
            100 | 2026-10-03 | KEPT   | false
            100 | 2026-10-06 | KEPT   | false
            250 | 2026-10-05 | KEPT   | false
            """)
    void itIsOpenThroughItsDueDateWhileLessIsPaidAndBrokenAfterIt(
            long paid, LocalDate day, State state, boolean waitedFor) {
        Promise promise = new Promise(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 5), 100, paid);
        assertEquals(state, promise.stateOn(day));
        assertEquals(waitedFor, promise.isWaitedForOn(day));
    }
}
