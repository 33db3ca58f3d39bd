package org.arrears.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What differs between two policies, by path. */
class TermChangesTest {

    private static String between(String before, String after) {
        return TermChanges.between(PolicyText.of(before), PolicyText.of(after)).figures().stream()
                .map(change -> change.path() + " " + change.before() + " -> " + change.after())
                .collect(Collectors.joining("; "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1.5           | 1.50                      | ''
            1.5           | 1.4                       | penalty.multiple 1.5 -> 1.4
            1.5           | 1.5, max-annual-rate: 0.2 | penalty.max-annual-rate none -> 0.2
            1.5           | 1.5, day-count: ACT/365F  | penalty.day-count ACT/360 -> ACT/365F
            1.5           | 1.5, compound: none       | penalty.compound penalty -> none
            M1: 1-30      | MX: 1-30                  | buckets.ranges.M1 1-30 -> none; buckets.ranges.MX none -> 1-30
            1-30, M2: 31+ | 1-60, M2: 61+             | buckets.ranges.M1 1-30 -> 1-60; buckets.ranges.M2 31+ -> 61+
            """)
    void aChangedTermIsNamedWithBothValues(String piece, String replaced, String expected) {
        assertEquals(expected, between(PolicyText.PLAIN, PolicyText.PLAIN.replace(piece, replaced)));
    }

    @Test
    void aProductThatFollowsThePolicyIsNotNamedAgain() {
        String own = "products:\n  CARD: { delinquency: { grace-days: 3 } }\n";
        assertEquals(
                "penalty.multiple 1.5 -> 1.4",
                between(PolicyText.PLAIN + own, PolicyText.PLAIN.replace("1.5", "1.4") + own));
    }

    @Test
    void aProductsOwnTermIsNamedWithTheProduct() {
        String own = "products:\n  CARD: { penalty: { multiple: 1.4 } }\n";
        assertEquals("products.CARD.penalty.multiple 1.5 -> 1.4", between(PolicyText.PLAIN, PolicyText.PLAIN + own));
    }

    @Test
    void whatHoldsALoanChangesNoFigureAndIsNamedWhateverItsOrder() {
        String hold = "anomalies: { hold: [no-schedule, possible-double] }\n";
        String turned = "anomalies: { hold: [possible-double, no-schedule] }\n";
        TermChanges changes =
                TermChanges.between(PolicyText.of(PolicyText.PLAIN), PolicyText.of(PolicyText.PLAIN + hold));
        assertEquals(List.of("anomalies"), changes.elsewhere());
        assertEquals(List.of(), changes.figures());
        assertEquals(
                List.of(),
                TermChanges.between(PolicyText.of(PolicyText.PLAIN + hold), PolicyText.of(PolicyText.PLAIN + turned))
                        .elsewhere());
    }

    @Test
    void sectionsWithoutAFigureAreNamedApart() {
        TermChanges changes = TermChanges.between(
                PolicyText.of(PolicyText.PLAIN),
                PolicyText.of(PolicyText.PLAIN + "files: { max-rejects: 7 }\ntimezone: UTC\n"));
        assertEquals(List.of(), changes.figures());
        assertEquals(List.of("timezone", "files"), changes.elsewhere());
    }
}
