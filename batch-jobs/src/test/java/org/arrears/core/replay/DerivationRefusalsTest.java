package org.arrears.core.replay;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.arrears.core.money.Component;
import org.arrears.core.money.Dues;
import org.arrears.core.money.SomeDues;
import org.arrears.core.policy.Terms;
import org.arrears.core.replay.InstallmentOutcome.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An explanation that does not add up cannot be made. */
class DerivationRefusalsTest {

    /** Two installments overdue with penalty and compound interest, one of them in part, and one to come. */
    private static final Derivation GOOD = Explained.of(
            "multiple=1.5 compound=contract",
            "rate 0.1; due 2024-03-01 36000+3600+100; due 2024-04-01 36000+3600+100; due 2024-06-01 36000;"
                    + " pay 2024-03-11 50",
            "2024-04-11");

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "missed installments",
                "overdue principal",
                "overdue interest",
                "overdue fee",
                "overdue penalty",
                "overdue compound",
                "principal balance",
                "daily accrual"
            })
    void aTotalThatIsNotTheSumOfItsPartsIsRefusedByName(String part) {
        Assessment good = GOOD.assessment();
        Assessment.Amounts amounts = good.amounts();
        ToLongFunction<String> more = name -> part.equals(name) ? 1 : 0;
        Assessment wrong = with(
                good,
                good.standing().missedInstallments() + (int) more.applyAsLong("missed installments"),
                new Assessment.Amounts(
                        Dues.of(of -> amounts.overdue().get(of) + more.applyAsLong("overdue " + of.code())),
                        amounts.principalBalance() + more.applyAsLong("principal balance"),
                        amounts.heldCredit(),
                        amounts.dailyAccrual() + more.applyAsLong("daily accrual")));
        assertSays("loan L1: " + part + " is ", () -> derivation(wrong, GOOD.installments()));
    }

    private static Assessment with(Assessment good, int missed, Assessment.Amounts amounts) {
        return new Assessment(
                good.loan(),
                good.asOf(),
                new Assessment.Standing(
                        good.standing().pastDueDays(),
                        good.standing().dpd(),
                        missed,
                        good.standing().oldestDueOn(),
                        good.standing().overdueSince(),
                        good.standing().bucket(),
                        good.standing().classification()),
                amounts,
                good.penaltyAnnualRate(),
                good.lastPaymentOn(),
                good.anomalies(),
                good.stableThrough());
    }

    private static Derivation derivation(Assessment assessment, List<InstallmentOutcome> installments) {
        return new Derivation(
                assessment,
                GOOD.terms(),
                GOOD.rates(),
                installments,
                GOOD.slices(),
                GOOD.spendings(),
                GOOD.reversals(),
                GOOD.later(),
                GOOD.overdueDays(),
                GOOD.bucket(),
                GOOD.classification(),
                GOOD.nextDay());
    }

    private static void assertSays(String message, Runnable refused) {
        IllegalStateException thrown = assertThrows(IllegalStateException.class, refused::run);
        assertTrue(String.valueOf(thrown.getMessage()).startsWith(message), thrown::getMessage);
    }

    @Test
    void theSameAgainIsMade() {
        assertEquals(GOOD, derivation(GOOD.assessment(), GOOD.installments()));
    }

    @ParameterizedTest
    @EnumSource(Component.class)
    void moreUnpaidThanFellDueIsRefused(Component part) {
        InstallmentOutcome whole = GOOD.installments().get(1);
        Dues more = whole.unpaid().plus(Dues.of(part, 1));
        assertSays("unpaid ", () -> outcome(whole, State.OVERDUE, more));
    }

    @ParameterizedTest
    @EnumSource(
            value = Component.class,
            names = {"PENALTY", "COMPOUND"})
    void lessPenaltyOrCompoundThanWasRoundedIsRefused(Component part) {
        InstallmentOutcome whole = GOOD.installments().get(1);
        Dues less = whole.unpaid().minus(Dues.of(part, 1));
        assertSays("unpaid ", () -> outcome(whole, State.OVERDUE, less));
    }

    @Test
    void aClearedInstallmentOwesNothing() {
        InstallmentOutcome whole = GOOD.installments().get(1);
        assertDoesNotThrow(() -> cleared(whole, State.CLEARED, 0, 0, 0));
        assertSays("installment 2 is cleared", () -> cleared(whole, State.CLEARED, 1, 0, 0));
        assertSays("installment 2 is cleared", () -> cleared(whole, State.CLEARED_IN_GRACE, 0, 2, 0));
        assertSays("installment 2 is cleared", () -> cleared(whole, State.CLEARED, 0, 0, 4));
        assertSays("installment 2 is cleared", () -> cleared(whole, State.CLEARED, 5, 5, 0));
        assertSays("installment 2 is cleared", () -> cleared(whole, State.CLEARED, 0, 5, 5));
    }

    private static InstallmentOutcome cleared(
            InstallmentOutcome like, State state, long principal, long interest, long fee) {
        Dues accrued = like.unpaid().minus(like.due().owed());
        return outcome(like, state, accrued.plus(SomeDues.owed(principal, interest, fee)));
    }

    private static InstallmentOutcome outcome(InstallmentOutcome like, State state, Dues unpaid) {
        return new InstallmentOutcome(like.due(), like.reason(), state, unpaid, like.penalty(), like.compound());
    }

    @Test
    void aRoundingBelongsToItsInstallment() {
        InstallmentOutcome first = GOOD.installments().get(0);
        InstallmentOutcome second = GOOD.installments().get(1);
        assertSays(
                "roundings of another installment",
                () -> new InstallmentOutcome(
                        second.due(),
                        second.reason(),
                        State.OVERDUE,
                        Dues.NOTHING,
                        first.penalty(),
                        second.compound()));
        assertSays(
                "roundings of another installment",
                () -> new InstallmentOutcome(
                        second.due(),
                        second.reason(),
                        State.OVERDUE,
                        Dues.NOTHING,
                        second.penalty(),
                        first.compound()));
    }

    @Test
    void aDayTakesNothingAwayButMayCountNothing() {
        assertDoesNotThrow(() -> new NextDay(1, 0, Dues.NOTHING));
        assertThrows(IllegalStateException.class, () -> new NextDay(1, -1, Dues.NOTHING));
        assertThrows(IllegalStateException.class, () -> new NextDay(1, 1, SomeDues.owed(1, 0, 0)));
    }

    @Test
    void anAllocationIsMoreThanNothingAndNoMoreThanWasThere() {
        assertDoesNotThrow(() -> allocation(5, 5));
        assertThrows(IllegalStateException.class, () -> allocation(5, 0));
        assertThrows(IllegalStateException.class, () -> allocation(5, 6));
    }

    private static Spending.Allocation allocation(long outstanding, long amount) {
        return new Spending.Allocation(1, Component.FEE, outstanding, amount, Optional.empty());
    }

    @Test
    void overdueDaysHaveACauseAndKeepToTheTolerance() {
        assertDoesNotThrow(() -> overdueDays(Optional.of(1), 5, 100, 100, 0));
        assertDoesNotThrow(() -> overdueDays(Optional.empty(), 0, 0, 0, 0));
        assertDoesNotThrow(() -> overdueDays(Optional.of(1), 5, 101, 100, 3));
        assertThrows(IllegalStateException.class, () -> overdueDays(Optional.of(1), 5, 100, 100, 3));
        assertThrows(IllegalStateException.class, () -> overdueDays(Optional.of(1), 5, 101, 100, 5));
        assertThrows(IllegalStateException.class, () -> overdueDays(Optional.empty(), 5, 101, 100, 3));
        assertThrows(IllegalStateException.class, () -> overdueDays(Optional.of(1), 0, 0, 0, 0));
    }

    private static OverdueDays overdueDays(
            Optional<Integer> oldest, int pastDueDays, long overdue, long tolerance, int dpd) {
        return new OverdueDays(oldest, Terms.Counting.EXCLUDE_DUE_DATE, pastDueDays, 2, overdue, tolerance, dpd);
    }
}
