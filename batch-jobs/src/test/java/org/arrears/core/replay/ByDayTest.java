package org.arrears.core.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Things taken day by day. */
final class ByDayTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 10);

    @Test
    void eachDayTakesWhatHappensOnItAndNoMore() {
        ByDay<LocalDate> days = new ByDay<>(List.of(FIRST, FIRST, FIRST.plusDays(2)), day -> day);
        assertEquals(FIRST, days.nextOr(FIRST.plusDays(9)));
        assertEquals(FIRST.minusDays(1), days.nextOr(FIRST.minusDays(1)));
        assertFalse(days.hasNextBy(FIRST.minusDays(1)));
        assertTrue(days.hasNextBy(FIRST));
        assertEquals(FIRST, days.take());
        assertEquals(FIRST, days.take());
        assertFalse(days.hasNextBy(FIRST.plusDays(1)));
        assertEquals(FIRST.plusDays(2), days.nextOr(FIRST.plusDays(9)));
        assertEquals(FIRST.plusDays(2), days.take());
        assertEquals(FIRST.plusDays(9), days.nextOr(FIRST.plusDays(9)));
        assertFalse(days.hasNextBy(LocalDate.MAX));
    }
}
