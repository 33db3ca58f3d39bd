package org.arrears.core.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.arrears.core.loan.LoanFacts;
import org.arrears.core.loan.Transaction;
import org.arrears.core.money.Component;
import org.arrears.core.money.Dues;
import org.arrears.core.replay.DerivationCases.Case;
import org.arrears.core.replay.Spending.Allocation;
import org.arrears.core.replay.Spending.Kind;
import org.junit.jupiter.api.Test;

/** The parts of a derivation add up to the assessment, for loans drawn from printed seeds. */
class DerivationSumsTest {

    private static final long FIRST_SEED = Long.getLong("seed", 1);
    private static final int DRAWS = Integer.getInteger("draws", 6_000);

    private final Set<String> met = new TreeSet<>();

    @Test
    void thePartsOfEveryDrawnLoanAddUpToItsAssessment() {
        System.out.println("DerivationSumsTest: -Dseed=" + FIRST_SEED + " -Ddraws=" + DRAWS);
        for (long seed = FIRST_SEED; seed < FIRST_SEED + DRAWS; seed++) {
            Case drawn = DerivationCases.draw(seed);
            try {
                check(drawn, drawn.explained());
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("-Dseed=" + seed + " -Ddraws=1: " + drawn, failure);
            }
        }
        assertEquals(
                "accelerated, capped, cleared-in-grace, component-first, compound, from-dpd, held, manual,"
                        + " odd reversal, penalty paid, reversal, rolled, tolerated, waiver, waiver too large,"
                        + " within grace",
                String.join(", ", met),
                "the draws from seed " + FIRST_SEED + " do not meet every rule");
    }

    private void check(Case drawn, Derivation derivation) {
        assertEquals(drawn.assessor().assess(drawn.facts(), drawn.asOf()), derivation.assessment());
        derivation.installments().forEach(outcome -> slicesAddUp(derivation, outcome));
        derivation.installments().forEach(outcome -> whatIsLeftIsWhatWasNotSettled(derivation, outcome));
        everyPaymentIsSpentOrHeld(drawn, derivation);
        heldCreditIsHandedOn(derivation);
        totals(derivation);
        payingWhatItSaysLeavesNothingDue(drawn, derivation);
        note(derivation);
    }

    private static void slicesAddUp(Derivation derivation, InstallmentOutcome outcome) {
        List<AccrualSlice> slices = derivation.slicesOf(outcome.seq());
        long np = 0;
        long nq = 0;
        for (int i = 0; i < slices.size(); i++) {
            AccrualSlice slice = slices.get(i);
            np += slice.penaltyBasisMinor() * slice.days();
            nq += slice.interestMinor() * slice.days();
            assertEquals(np, slice.penaltyBalanceDaysSoFar());
            assertEquals(nq, slice.compoundBalanceDaysSoFar());
            assertEquals(
                    i == 0 ? outcome.due().accrualStart() : slices.get(i - 1).to(), slice.from());
        }
        assertEquals(np, outcome.penalty().balanceDays());
        assertEquals(nq, outcome.compound().balanceDays());
    }

    private static void whatIsLeftIsWhatWasNotSettled(Derivation derivation, InstallmentOutcome outcome) {
        EffectiveInstallment due = outcome.due();
        int seq = outcome.seq();
        Dues settled = Dues.of(part -> part.isContractual() ? settled(derivation, seq, part) : 0);
        Dues.LISTED.stream()
                .filter(Component::isContractual)
                .forEach(part -> assertEquals(
                        due.owed().get(part) - settled.get(part),
                        outcome.unpaid().get(part)));
        assertEquals(
                settled(derivation, seq, Component.PENALTY), outcome.penalty().settledMinor());
        assertEquals(
                settled(derivation, seq, Component.COMPOUND), outcome.compound().settledMinor());
    }

    private static long settled(Derivation derivation, int seq, Component component) {
        return derivation.spendings().stream()
                .flatMap(spending -> spending.allocations().stream())
                .filter(part -> part.seq() == seq && part.component() == component)
                .mapToLong(Allocation::amountMinor)
                .sum();
    }

    private static void everyPaymentIsSpentOrHeld(Case drawn, Derivation derivation) {
        List<Optional<Transaction>> removed =
                derivation.reversals().stream().map(ReversalEffect::removed).toList();
        long paid = drawn.facts().transactions().stream()
                .filter(Transaction.Payment.class::isInstance)
                .filter(payment -> !payment.valueOn().isAfter(drawn.asOf()))
                .filter(payment -> !removed.contains(Optional.of(payment)))
                .mapToLong(Transaction::amountMinor)
                .sum();
        long spent = allocations(derivation, EnumSet.of(Kind.PAYMENT, Kind.HELD_CREDIT))
                .mapToLong(Allocation::amountMinor)
                .sum();
        assertEquals(paid, spent + derivation.assessment().amounts().heldCredit());
    }

    private static void heldCreditIsHandedOn(Derivation derivation) {
        long held = 0;
        for (Spending spending : derivation.spendings()) {
            if (spending.kind() == Kind.PAYMENT) {
                assertEquals(held, spending.heldBeforeMinor());
            } else if (spending.kind() == Kind.HELD_CREDIT) {
                assertEquals(held, spending.poolMinor());
            }
            held = spending.kind() == Kind.WAIVER ? held : spending.leftMinor();
        }
        assertEquals(derivation.assessment().amounts().heldCredit(), held);
    }

    private static void totals(Derivation derivation) {
        Assessment.Amounts amounts = derivation.assessment().amounts();
        List<InstallmentOutcome> overdue = derivation.installments().stream()
                .filter(InstallmentOutcome::isOverdue)
                .toList();
        long contractual = sum(overdue, outcome -> outcome.unpaid().contractual());
        long penalty =
                sum(derivation.installments(), outcome -> outcome.penalty().outstandingMinor());
        long compound =
                sum(derivation.installments(), outcome -> outcome.compound().outstandingMinor());
        assertEquals(amounts.overdue().total(), contractual + penalty + compound);
        assertEquals(derivation.overdueDays().overdueMinor(), contractual);
        assertEquals(
                amounts.principalBalance(),
                sum(derivation.installments(), outcome -> outcome.unpaid().principal()));
        assertEquals(
                amounts.dailyAccrual(),
                sum(
                        derivation.nextDay(),
                        next -> next.added().penalty() + next.added().compound()));
        assertTrue(derivation.toPayMinor() >= amounts.overdue().total());
    }

    private static void payingWhatItSaysLeavesNothingDue(Case drawn, Derivation derivation) {
        long toPay = derivation.toPayMinor();
        if (toPay == 0) {
            return;
        }
        assertEquals(0, derivation.assessment().amounts().heldCredit(), "credit is held while something is due");
        List<Transaction> transactions = new ArrayList<>(drawn.facts().transactions());
        transactions.add(new Transaction.Payment("Z", drawn.asOf(), toPay));
        LoanFacts paid = new LoanFacts(drawn.facts().loan(), drawn.facts().schedule(), transactions);
        Derivation after = drawn.assessor().explain(paid, drawn.asOf());
        assertEquals(0, after.toPayMinor());
        assertEquals(0, after.assessment().standing().dpd());
        assertEquals(0, after.assessment().amounts().heldCredit());
    }

    private static <T> long sum(List<T> parts, ToLongFunction<T> amount) {
        return parts.stream().mapToLong(amount).sum();
    }

    private static Stream<Allocation> allocations(Derivation derivation, Set<Kind> kinds) {
        return derivation.spendings().stream()
                .filter(spending -> kinds.contains(spending.kind()))
                .flatMap(spending -> spending.allocations().stream());
    }

    /** Notes which rules a draw met, so that a generator gone dull is seen. */
    private void note(Derivation derivation) {
        for (InstallmentOutcome outcome : derivation.installments()) {
            meet("accelerated", outcome.reason() == InstallmentOutcome.DateReason.ACCELERATED);
            meet("rolled", outcome.due().moved() == EffectiveInstallment.Moved.ROLLED);
            meet(
                    "cleared-in-grace",
                    outcome.state() == InstallmentOutcome.State.CLEARED_IN_GRACE
                            && outcome.penalty().roundedMinor() > 0);
            meet("within grace", outcome.penalty().free() == Rounding.Free.WITHIN_GRACE);
            meet("compound", outcome.compound().dueMinor() > 0);
        }
        for (Spending spending : derivation.spendings()) {
            meet("held", spending.kind() == Kind.HELD_CREDIT);
            meet("waiver", spending.kind() == Kind.WAIVER && spending.leftMinor() == 0);
            meet("waiver too large", spending.kind() == Kind.WAIVER && spending.leftMinor() > 0);
            meet("from-dpd", spending.fromDpd().isPresent());
            spending.allocations().forEach(part -> meet("penalty paid", part.component() == Component.PENALTY));
        }
        derivation
                .reversals()
                .forEach(effect -> meet("reversal", effect.removed().isPresent()));
        derivation
                .reversals()
                .forEach(effect -> meet("odd reversal", effect.removed().isEmpty()));
        meet("capped", derivation.rates().capped());
        meet(
                "component-first",
                derivation.terms().terms().allocation().order().name().equals("COMPONENT_FIRST"));
        meet("manual", derivation.classification().effect() == ClassDecision.ManualEffect.HOLDS);
        meet("tolerated", derivation.overdueDays().isTolerated());
    }

    private void meet(String rule, boolean happened) {
        if (happened) {
            met.add(rule);
        }
    }
}
