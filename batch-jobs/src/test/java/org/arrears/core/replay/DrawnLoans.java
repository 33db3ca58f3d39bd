package org.arrears.core.replay;

import java.time.LocalDate;

/** Runs a property over drawn loans and, when it fails, says everything needed to see the loan again. */
final class DrawnLoans {

    /** Something that must hold for every loan on every date. */
    interface Property {
        /** Fails unless it holds, and returns whether the loan was one it says anything about. */
        boolean holdsFor(RandomCase drawn, LocalDate asOf);
    }

    private DrawnLoans() {}

    /** Checks a property and that it was about at least {@code atLeast} of the drawn loans and dates. */
    static void check(int loans, int atLeast, Property property) {
        long first = RandomCase.firstSeed();
        int relevant = 0;
        for (long seed = first; seed < first + loans; seed++) {
            RandomCase drawn = RandomCase.of(seed);
            for (LocalDate asOf : drawn.dates()) {
                relevant += holds(property, drawn, asOf) ? 1 : 0;
            }
        }
        if (relevant < atLeast) {
            throw new AssertionError(
                    "the property was about " + relevant + " loans and dates only, from seed " + first);
        }
    }

    private static boolean holds(Property property, RandomCase drawn, LocalDate asOf) {
        try {
            return property.holdsFor(drawn, asOf);
        } catch (AssertionError | RuntimeException broken) {
            throw new AssertionError(drawn.told(asOf) + broken.getMessage(), broken);
        }
    }
}
