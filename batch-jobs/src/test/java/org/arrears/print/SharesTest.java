package org.arrears.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Percentages add up. */
class SharesTest {

    @Test
    void threeEqualPartsAddUpToAHundredPercent() {
        assertEquals(List.of(3_334L, 3_333L, 3_333L), Shares.of(List.of(1L, 1L, 1L)));
    }

    @Test
    void nothingToShareIsAllZero() {
        assertEquals(List.of(0L, 0L), Shares.of(List.of(0L, 0L)));
        assertEquals(List.of(), Shares.of(List.of()));
    }

    @Test
    void aPartThatIsNothingHasNoShare() {
        assertEquals(List.of(0L, 10_000L), Shares.of(List.of(0L, Long.MAX_VALUE)));
    }

    @Test
    void sharesAlwaysAddUpAndAreLessThanAHundredthOff() {
        long seed = 20_260_930;
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            List<Long> parts = new ArrayList<>();
            for (int n = 1 + random.nextInt(20); n > 0; n--) {
                parts.add((long) random.nextInt(1_000_000));
            }
            long sum = parts.stream().mapToLong(Long::longValue).sum();
            List<Long> shares = Shares.of(parts);
            assertEquals(
                    sum == 0 ? 0 : 10_000,
                    shares.stream().mapToLong(Long::longValue).sum(),
                    "seed " + seed);
            for (int n = 0; n < parts.size() && sum > 0; n++) {
                long off = Math.abs(shares.get(n) * sum - parts.get(n) * 10_000);
                assertTrue(off <= sum, "seed " + seed + ": " + parts + " shared as " + shares);
            }
        }
    }
}
