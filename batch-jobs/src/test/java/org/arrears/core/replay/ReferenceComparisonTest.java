package org.arrears.core.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.arrears.reference.ReferenceAssessment;
import org.junit.jupiter.api.Test;

/** The replay by event days against the plain walk through all days, on drawn loans. */
final class ReferenceComparisonTest {

    /** {@code -Dloans=} for a longer run. */
    private static final int LOANS = Integer.getInteger("loans", 6_000);

    @Test
    void theReplayAndThePlainWalkAgreeOnEveryNumber() {
        long first = RandomCase.firstSeed();
        int overdue = 0;
        for (long seed = first; seed < first + LOANS; seed++) {
            RandomCase drawn = RandomCase.of(seed);
            Assessor assessor = drawn.assessor();
            for (LocalDate asOf : drawn.dates()) {
                Assessment assessed = assessor.assess(drawn.facts(), asOf);
                ReferenceAssessment expected = drawn.reference(drawn.facts(), asOf);
                assertEquals(expected, AssessmentInMajorUnits.of(assessed), () -> drawn.told(asOf));
                overdue += assessed.amounts().overdue().total() > 0 ? 1 : 0;
            }
        }
        assertTrue(overdue > LOANS, "too few drawn loans owe anything: " + overdue);
    }
}
