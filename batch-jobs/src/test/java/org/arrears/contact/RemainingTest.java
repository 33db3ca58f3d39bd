package org.arrears.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.arrears.contact.Remaining.Stop;
import org.arrears.facts.Doubt;
import org.arrears.facts.Hold;
import org.junit.jupiter.api.Test;

/** What is told when the loans of a debtor are stopped for several reasons. */
final class RemainingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);
    private static final Stop REJECTED = Stop.of(Doubt.ROW_REJECTED);
    private static final Stop DOUBTFUL = Stop.of(Doubt.FACTS_DOUBTFUL);
    private static final Stop PROMISE = Stop.ofPromise(DAY);
    private static final Stop FOR_GOOD = Stop.of(new Hold("deceased", Optional.empty(), List.of("all")));
    private static final Stop LONGER = Stop.of(new Hold("dispute", Optional.of(DAY.plusDays(9)), List.of("sms")));

    private static Optional<Stop> told(Stop... stops) {
        return new Remaining(List.of(), List.of(stops)).stop();
    }

    @Test
    void aDoubtIsToldBeforeAHoldAndARejectedRowBeforeADoubtfulFact() {
        assertEquals(Optional.of(REJECTED), told(FOR_GOOD, DOUBTFUL, REJECTED, PROMISE));
        assertEquals(Optional.of(DOUBTFUL), told(PROMISE, FOR_GOOD, DOUBTFUL));
    }

    @Test
    void amongHoldsAndPromisesTheLongestIsTold() {
        assertEquals(Optional.of(FOR_GOOD), told(PROMISE, LONGER, FOR_GOOD));
        assertEquals(Optional.of(LONGER), told(PROMISE, LONGER));
        assertEquals(Optional.of(DAY.plusDays(10)), LONGER.until());
        assertEquals(Optional.empty(), told());
    }
}
