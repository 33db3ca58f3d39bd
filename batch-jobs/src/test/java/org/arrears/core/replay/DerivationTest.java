package org.arrears.core.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.arrears.core.loan.Transaction;
import org.arrears.core.money.Dues;
import org.arrears.core.money.SomeDues;
import org.arrears.core.policy.Terms;
import org.arrears.core.replay.InstallmentOutcome.DateReason;
import org.arrears.core.replay.InstallmentOutcome.State;
import org.arrears.core.replay.Rounding.Free;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an explanation says beside the figures: reasons, states, orders, and what was undone. */
class DerivationTest {

    private static final String ONE_DUE = "rate 0.1; due 2024-03-01 36000";

    private static <T> List<T> each(Derivation derivation, Function<InstallmentOutcome, T> said) {
        return derivation.installments().stream().map(said).toList();
    }

    @Test
    void anInstallmentSaysWhyItFallsDueWhenItDoes() {
        Derivation derivation = Explained.of(
                "roll=following holidays=2024-05-01",
                "due 2024-03-01 100; due 2024-03-02 100; due 2024-05-01 100; due 2024-08-01 100;"
                        + " accelerated 2024-06-03",
                "2024-06-10");
        assertEquals(
                List.of(
                        DateReason.AS_AGREED,
                        DateReason.ROLLED_FROM_WEEKEND,
                        DateReason.ROLLED_FROM_HOLIDAY,
                        DateReason.ACCELERATED),
                each(derivation, InstallmentOutcome::reason));
        assertEquals(
                List.of("2024-03-01", "2024-03-04", "2024-05-02", "2024-06-03"),
                each(derivation, outcome -> outcome.effectiveOn().toString()));
        assertEquals(LocalDate.of(2024, 6, 10), derivation.asOf());
    }

    @Test
    void anInstallmentSaysHowFarItHasComeAndWhetherGraceFreesIt() {
        Derivation derivation = Explained.of(
                "grace=retroactive:5",
                "rate 0.1; due 2024-03-01 36000; due 2024-04-01 36000; due 2024-05-01 36000; due 2024-05-10 36000;"
                        + " due 2024-06-01 36000; pay 2024-03-04 36000; pay 2024-04-11 36100",
                "2024-05-10");
        assertEquals(
                List.of(State.CLEARED_IN_GRACE, State.CLEARED, State.OVERDUE, State.DUE, State.NOT_DUE_YET),
                each(derivation, InstallmentOutcome::state));
        assertEquals(
                List.of(Free.CLEARED_IN_GRACE, Free.NO, Free.NO, Free.WITHIN_GRACE, Free.NO),
                each(derivation, outcome -> outcome.penalty().free()));
        assertEquals(List.of(true, true, true, true, false), each(derivation, InstallmentOutcome::isActive));
        assertEquals(
                2,
                derivation.slicesOf(2).size()
                        + derivation.slicesOf(4).size()
                        + derivation.slicesOf(1).size());
    }

    @Test
    void aReversalSaysWhatItRemovedAndTransactionsToComeAreNamed() {
        Derivation derivation = Explained.of(
                "default",
                ONE_DUE + "; pay 2024-03-02 10; pay 2024-03-03 20; reverse 2024-03-04 T1; reverse 2024-03-05 T9;"
                        + " reverse 2024-03-06 T3; waive 2024-03-07 fee 5; pay 2024-04-01 30; reverse 2024-04-02 T2",
                "2024-03-10");
        assertEquals(
                List.of("T3 T1", "T4 -", "T5 -"),
                derivation.reversals().stream()
                        .map(undone -> undone.reversal().txnNo() + " "
                                + undone.removed().map(Transaction::txnNo).orElse("-"))
                        .toList());
        assertEquals(
                List.of("T7", "T8"),
                derivation.later().stream().map(Transaction::txnNo).toList());
    }

    @Test
    void whatIsToldOnItsOwnDayIsNotToCome() {
        Derivation derivation =
                Explained.of("default", ONE_DUE + "; pay 2024-03-10 10; reverse 2024-03-10 T1", "2024-03-10");
        assertEquals(List.of(), derivation.later());
        assertEquals(1, derivation.reversals().size());
    }

    @Test
    void aPaymentSaysWhichThresholdChoseItsOrder() {
        Derivation derivation = Explained.of(
                "from=30:interest;91:principal",
                "rate 0; due 2024-01-01 1000; pay 2024-01-30 1; pay 2024-01-31 1; pay 2024-04-01 1;"
                        + " waive 2024-04-02 principal 1",
                "2024-04-02");
        assertEquals(
                List.of(Optional.empty(), Optional.of(30), Optional.of(91), Optional.empty()),
                derivation.spendings().stream().map(Spending::fromDpd).toList());
    }

    @Test
    void heldCreditThatFindsNothingToSettleIsNoStep() {
        Derivation derivation =
                Explained.of("default", "due 2024-03-01 1000; pay 2024-01-10 100; pay 2024-01-20 50", "2024-03-05");
        assertEquals(
                List.of("payment 100.00 of 100.00", "payment 50.00 of 150.00", "held-credit 150.00 of 150.00"),
                derivation.spendings().stream()
                        .map(spending -> spending.kind().code() + " " + yuan(spending.amountMinor()) + " of "
                                + yuan(spending.poolMinor()))
                        .toList());
    }

    private static String yuan(long minor) {
        return org.arrears.core.money.Amounts.format(minor, 2);
    }

    @ParameterizedTest(name = "{0} {1} adds {2}")
    @CsvSource({"ACT/360, 2024-05-30, 1500", "30E/360, 2024-05-29, 1500", "30E/360, 2024-05-30, 0"})
    void oneMoreDayIsNamedWhereItAddsSomething(String dayCount, String asOf, long adds) {
        Derivation derivation = Explained.of(
                "multiple=1.5 days=" + dayCount,
                "rate 0.1; due 2024-03-01 36000; due 2024-04-01 0.01; pay 2024-03-01 36000",
                asOf);
        Derivation unpaid = Explained.of("multiple=1.5 days=" + dayCount, ONE_DUE, asOf);
        assertEquals(List.of(), derivation.nextDay(), "a tenth of a cent in a month is nothing a day");
        assertEquals(adds, Dues.sum(unpaid.nextDay(), NextDay::added).penalty());
        assertEquals(adds == 0 ? 0 : 1, unpaid.nextDay().size());
    }

    @Test
    void compoundInterestAloneIsNamedToo() {
        Derivation derivation = Explained.of("compound=contract", "rate 0.1; due 2024-03-01 0+36000", "2024-03-11");
        assertEquals(List.of(new NextDay(1, 1, SomeDues.accrued(0, 1_000))), derivation.nextDay());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"class 次级, holds, 次级", "class 关注, not-worse, 关注", "class 正常, not-worse, 关注", "class 坏, unknown, 关注"})
    void aManualClassSaysWhatItDoes(String manual, String effect, String chosen) {
        ClassDecision decision =
                Explained.of("default", ONE_DUE + "; " + manual, "2024-03-20").classification();
        assertEquals(effect, decision.effect().code());
        assertEquals(chosen, decision.chosen());
    }

    @Test
    void withoutAManualClassNothingIsSaidOfOne() {
        assertEquals(
                "none",
                Explained.of("default", ONE_DUE, "2024-03-20")
                        .classification()
                        .effect()
                        .code());
    }

    @Test
    void whatIsWithinTheToleranceIsSaidToBe() {
        assertTrue(Explained.of("tolerance=36000", ONE_DUE, "2024-03-20")
                .overdueDays()
                .isTolerated());
        assertFalse(Explained.of("tolerance=35999.99", ONE_DUE, "2024-03-20")
                .overdueDays()
                .isTolerated());
        assertFalse(Explained.of("tolerance=36000", ONE_DUE, "2024-03-01")
                .overdueDays()
                .isTolerated());
    }

    @Test
    void aTermIsTheProductsIfItDiffersFromThePolicys() {
        Terms general = PolicyText.of("multiple=1.5").policy().terms();
        Terms own = PolicyText.of("multiple=1.5 days=ACT/365F").policy().terms();
        TermsInForce terms = new TermsInForce("card", own, general);
        assertEquals("product", terms.origin(term -> term.penalty().dayCount()).code());
        assertEquals("policy", terms.origin(term -> term.penalty().multiple()).code());
    }

    @Test
    void codesAreTheWordsOfTheFiles() {
        assertEquals(
                "as-agreed, rolled-from-weekend, rolled-from-holiday, accelerated",
                codes(DateReason.values(), DateReason::code));
        assertEquals("not-due-yet, due, overdue, cleared, cleared-in-grace", codes(State.values(), State::code));
        assertEquals("payment, waiver, held-credit", codes(Spending.Kind.values(), Spending.Kind::code));
    }

    private static <T> String codes(T[] values, Function<T, String> code) {
        return String.join(", ", Arrays.stream(values).map(code).toList());
    }
}
