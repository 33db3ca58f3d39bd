package org.arrears.core.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.arrears.core.loan.AnomalyKind;
import org.arrears.core.loan.Transaction;
import org.arrears.core.money.Component;
import org.arrears.core.policy.Terms;
import org.junit.jupiter.api.Test;

/** A comparison over drawn loans is hollow unless the drawn loans meet every rule, and meet it often. */
final class RandomCaseTest {

    private static final int LOANS = 2_000;
    private static final int OFTEN = 40;

    private final Map<String, Integer> met = new TreeMap<>();

    @Test
    void oneSeedAlwaysDrawsTheSameCase() {
        assertEquals(RandomCase.of(7), RandomCase.of(7));
    }

    @Test
    void theDrawnLoansMeetEveryRuleOften() {
        for (AnomalyKind kind : AnomalyKind.values()) {
            met.put(kind.code(), 0);
        }
        DrawnLoans.check(LOANS, LOANS, (drawn, asOf) -> {
            Replay replay = drawn.assessor().replay(drawn.facts(), asOf, new OrdersSeen(drawn));
            meetFacts(drawn, asOf, replay);
            meetNumbers(drawn.assessor().assess(replay));
            return true;
        });
        met.forEach((rule, times) -> assertTrue(times >= OFTEN, "seldom met: " + rule + " in " + met));
        assertEquals(37, met.size(), met::toString);
    }

    private void meet(String rule, boolean here) {
        met.merge(rule, here ? 1 : 0, Integer::sum);
    }

    private void meetFacts(RandomCase drawn, LocalDate asOf, Replay replay) {
        Terms terms = drawn.policy().termsOf(drawn.facts().loan().product());
        List<InstallmentBalance> active = replay.ledger().active();
        meet("forgiven within retroactive grace", active.stream().anyMatch(InstallmentBalance::isClearedInGrace));
        meet("still in grace", inGrace(terms, active, asOf));
        meet("deferred grace", terms.penalty().grace().mode() == Terms.GraceMode.DEFERRED);
        meet("accelerated", moved(replay, EffectiveInstallment.Moved.ACCELERATED));
        meet("rolled", moved(replay, EffectiveInstallment.Moved.ROLLED));
        meet(
                "acceleration to come",
                drawn.facts().loan().acceleratedOn().filter(asOf::isBefore).isPresent());
        meet("rate capped", replay.rates().capped());
        meet("own penalty rate", replay.rates().source() == AppliedRates.Source.LOAN);
        meet(
                "terms of the product",
                drawn.policy()
                        .products()
                        .terms()
                        .containsKey(drawn.facts().loan().product()));
        meet("30E/360", terms.penalty().dayCount().code().equals("30E/360"));
        meet("no decimals", drawn.facts().loan().currency().digits() == 0);
        meet("three decimals", drawn.facts().loan().currency().digits() == 3);
        meet("an empty schedule", drawn.facts().schedule().isEmpty());
        meet("nothing due yet", !replay.schedule().isEmpty() && active.isEmpty());
        meet("paid before the first due date", paidEarly(drawn, replay));
        meet(
                "transactions to come",
                drawn.facts().transactions().stream()
                        .anyMatch(txn -> txn.valueOn().isAfter(asOf)));
    }

    private static boolean inGrace(Terms terms, List<InstallmentBalance> active, LocalDate asOf) {
        return terms.penalty().grace().mode() == Terms.GraceMode.RETROACTIVE
                && active.stream()
                        .anyMatch(balance -> !balance.isCleared()
                                && !asOf.isAfter(balance.installment
                                        .effectiveOn()
                                        .plusDays(terms.penalty().grace().days())));
    }

    private static boolean moved(Replay replay, EffectiveInstallment.Moved how) {
        return replay.schedule().stream().anyMatch(installment -> installment.moved() == how);
    }

    private static boolean paidEarly(RandomCase drawn, Replay replay) {
        return !replay.schedule().isEmpty()
                && drawn.facts().transactions().stream()
                        .anyMatch(txn -> txn instanceof Transaction.Payment
                                && txn.valueOn()
                                        .isBefore(replay.schedule().get(0).effectiveOn()));
    }

    private void meetNumbers(Assessment assessed) {
        Assessment.Amounts amounts = assessed.amounts();
        assessed.anomalies().forEach(anomaly -> meet(anomaly.kind().code(), true));
        meet("penalty", amounts.overdue().penalty() > 0);
        meet("compound", amounts.overdue().compound() > 0);
        meet(
                "penalty left after all else is paid",
                amounts.overdue().penalty() > 0 && assessed.standing().pastDueDays() == 0);
        meet("held credit", amounts.heldCredit() > 0);
        meet(
                "grace days of dpd",
                assessed.standing().dpd() > 0
                        && assessed.standing().dpd() < assessed.standing().pastDueDays());
        meet(
                "dpd nothing, days past due",
                assessed.standing().dpd() == 0 && assessed.standing().pastDueDays() > 20);
        meet(
                "a manual class that is worse",
                assessed.loan()
                        .manualClass()
                        .filter(assessed.standing().classification()::equals)
                        .isPresent());
        meet("several missed", assessed.standing().missedInstallments() > 2);
    }

    /** Notes when money is spent in an order other than the usual one. */
    private final class OrdersSeen implements ReplayLog {
        private final List<Component> usual;

        OrdersSeen(RandomCase drawn) {
            usual = drawn.policy()
                    .termsOf(drawn.facts().loan().product())
                    .allocation()
                    .components();
        }

        @Override
        public void spending(SpentBy by, LocalDate on, long pool, int dpd, List<Component> order) {
            meet("another order from a dpd on", by.kind() != SpentBy.Kind.WAIVER && !order.equals(usual));
        }
    }
}
