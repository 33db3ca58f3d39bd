package org.arrears.core.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The parts of a debt as one value. */
final class DuesTest {

    private static final Dues SOME = SomeDues.owed(1_000, 200, 30).plus(SomeDues.accrued(4, 5));

    @Test
    void everyComponentIsListedOnce() {
        assertEquals(EnumSet.allOf(Component.class), EnumSet.copyOf(Dues.LISTED));
        assertEquals(Component.values().length, Dues.LISTED.size());
    }

    @Test
    void partsAreAskedForOnceAndInTheOrderInWhichTheyAreListed() {
        List<Component> asked = new ArrayList<>();
        Dues.of(part -> {
            asked.add(part);
            return 0;
        });
        assertEquals(Dues.LISTED, asked);
    }

    @ParameterizedTest
    @CsvSource({"PRINCIPAL, 1000", "INTEREST, 200", "FEE, 30", "PENALTY, 4", "COMPOUND, 5"})
    void everyPartIsFoundUnderItsComponent(Component part, long minor) {
        assertEquals(minor, SOME.get(part));
        assertEquals(minor, Dues.of(part, minor).total());
        assertEquals(Dues.of(part, minor), Dues.of(other -> other == part ? minor : 0));
        assertEquals(SOME, SOME.with(part, 7).with(part, minor));
        assertEquals(SOME.total() + 1, SOME.with(part, minor + 1).total());
    }

    @Test
    void principalInterestAndFeeAreOfTheContractPenaltyAndCompoundCameAfterwards() {
        assertEquals(1_230, SOME.contractual());
        assertEquals(9, SOME.accrued());
        assertEquals(1_239, SOME.total());
        for (Component part : Component.values()) {
            assertEquals(part.isContractual() ? 1 : 0, Dues.of(part, 1).contractual());
            assertEquals(part.isContractual() ? 0 : 1, Dues.of(part, 1).accrued());
        }
    }

    @Test
    void sumsAndDifferencesArePartByPart() {
        assertEquals(SOME, SOME.plus(Dues.NOTHING));
        assertEquals(SOME, SOME.plus(SOME).minus(SOME));
        assertEquals(Dues.NOTHING, SOME.minus(SOME));
        assertEquals(SOME.plus(SOME), Dues.sum(List.of(SOME, SOME), dues -> dues));
        assertEquals(Dues.NOTHING, Dues.sum(List.<Dues>of(), dues -> dues));
    }

    @ParameterizedTest
    @EnumSource(Component.class)
    void noPartFallsBelowNothing(Component part) {
        assertThrows(IllegalStateException.class, () -> Dues.of(part, -1));
        assertThrows(IllegalStateException.class, () -> SOME.minus(SOME.plus(Dues.of(part, 1))));
    }

    @ParameterizedTest
    @EnumSource(Component.class)
    void aSumThatALongCannotHoldIsAnErrorAndNeverAWrap(Component part) {
        Dues most = Dues.of(part, Long.MAX_VALUE);
        assertEquals(Long.MAX_VALUE, most.total());
        assertThrows(ArithmeticException.class, () -> most.plus(Dues.of(part, 1)));
        for (Component other : Component.values()) {
            if (other != part) {
                Dues two = most.with(other, 1);
                assertThrows(ArithmeticException.class, two::total);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Component.class)
    void oneDebtCoversAnotherIfNoPartOfItIsLess(Component part) {
        assertTrue(SOME.covers(SOME));
        assertTrue(SOME.plus(Dues.of(part, 1)).covers(SOME));
        assertFalse(SOME.covers(SOME.plus(Dues.of(part, 1))));
    }
}
