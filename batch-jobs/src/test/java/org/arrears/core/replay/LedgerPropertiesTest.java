package org.arrears.core.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.arrears.core.loan.Transaction;
import org.arrears.core.money.Component;
import org.arrears.core.money.Dues;
import org.junit.jupiter.api.Test;

/** What must hold of the money in any loan: nothing negative, nothing lost, nothing that shrinks by itself. */
final class LedgerPropertiesTest {

    private static final int LOANS = 2_000;

    @Test
    void noComponentOfAnyInstallmentIsEverNegative() {
        DrawnLoans.check(LOANS, LOANS, (drawn, asOf) -> {
            Ledger ledger = replay(drawn, asOf).ledger();
            for (InstallmentBalance balance : ledger.all()) {
                for (Component component : Component.values()) {
                    long outstanding = ledger.outstanding(balance, component, asOf);
                    assertTrue(outstanding >= 0, component + " " + outstanding);
                }
            }
            assertTrue(ledger.heldMinor() >= 0);
            assertTrue(ledger.dailyAccrual(asOf) >= 0);
            return !ledger.active().isEmpty();
        });
    }

    @Test
    void moneyInIsMoneySettledPlusMoneyHeldToTheCent() {
        DrawnLoans.check(LOANS, LOANS, (drawn, asOf) -> {
            Replay replay = replay(drawn, asOf);
            long settled = 0;
            for (InstallmentBalance balance : replay.ledger().all()) {
                settled += Dues.of(balance::settled).total();
            }
            assertEquals(
                    paidIn(drawn, asOf) + waived(drawn, asOf),
                    settled + replay.ledger().heldMinor());
            return settled > 0;
        });
    }

    private static long paidIn(RandomCase drawn, LocalDate asOf) {
        return CountedTransactions.of(drawn.facts().transactions(), asOf).payments().stream()
                .mapToLong(Transaction::amountMinor)
                .sum();
    }

    /** The waived amounts less what the anomalies say was too much. */
    private static long waived(RandomCase drawn, LocalDate asOf) {
        long asked = CountedTransactions.of(drawn.facts().transactions(), asOf).waivers().stream()
                .mapToLong(Transaction::amountMinor)
                .sum();
        int digits = drawn.facts().loan().currency().digits();
        BigDecimal tooMuch =
                AssessmentInMajorUnits.of(drawn.assessor().assess(drawn.facts(), asOf)).anomalies().stream()
                        .map(anomaly -> anomaly.amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        return asked - tooMuch.movePointRight(digits).longValueExact();
    }

    @Test
    void aDayWithoutNewsAddsExactlyTheDailyAccrualAndTakesNothingAway() {
        DrawnLoans.check(LOANS, LOANS / 2, (drawn, asOf) -> {
            LocalDate tomorrow = asOf.plusDays(1);
            boolean news = drawn.facts().transactions().stream()
                    .anyMatch(txn -> txn.valueOn().equals(tomorrow));
            if (news) {
                return false;
            }
            Assessment.Amounts today =
                    drawn.assessor().assess(drawn.facts(), asOf).amounts();
            Dues next =
                    drawn.assessor().assess(drawn.facts(), tomorrow).amounts().overdue();
            assertTrue(next.penalty() >= today.overdue().penalty(), "penalty fell");
            assertTrue(next.compound() >= today.overdue().compound(), "compound fell");
            assertEquals(next.accrued(), today.overdue().accrued() + today.dailyAccrual());
            return today.dailyAccrual() > 0;
        });
    }

    @Test
    void dpdGoesUpByOneADayWithoutNewsOrStaysAtNothing() {
        DrawnLoans.check(LOANS, LOANS, (drawn, asOf) -> {
            LocalDate tomorrow = asOf.plusDays(1);
            boolean quiet = drawn.facts().transactions().stream()
                    .noneMatch(txn -> txn.valueOn().equals(tomorrow));
            Assessment today = drawn.assessor().assess(drawn.facts(), asOf);
            Assessment next = drawn.assessor().assess(drawn.facts(), tomorrow);
            boolean late =
                    quiet && today.standing().dpd() > 0 && today.amounts().heldCredit() == 0;
            if (late) {
                assertEquals(today.standing().dpd() + 1, next.standing().dpd());
                assertEquals(today.standing().pastDueDays() + 1, next.standing().pastDueDays());
                assertEquals(today.standing().oldestDueOn(), next.standing().oldestDueOn());
            }
            return late;
        });
    }

    private static Replay replay(RandomCase drawn, LocalDate asOf) {
        return drawn.assessor().replay(drawn.facts(), asOf, ReplayLog.NONE);
    }
}
