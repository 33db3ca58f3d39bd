package org.arrears.core.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.arrears.core.loan.AnomalyKind;
import org.arrears.core.loan.Installment;
import org.arrears.core.loan.Loan;
import org.arrears.core.loan.LoanFacts;
import org.arrears.core.loan.Transaction;
import org.arrears.core.loan.Transaction.Payment;
import org.arrears.core.loan.Transaction.Reversal;
import org.junit.jupiter.api.Test;

/** What must hold for any loan, whatever its numbers: the promises of sections 0 and 2, over drawn loans. */
final class ReplayPropertiesTest {

    private static final int LOANS = 1_000;

    @Test
    void assessingTwiceGivesTheSame() {
        DrawnLoans.check(LOANS, LOANS, (drawn, asOf) -> {
            Assessor assessor = drawn.assessor();
            Assessment once = assessor.assess(drawn.facts(), asOf);
            assertEquals(once, assessor.assess(drawn.facts(), asOf));
            assertEquals(once, drawn.assessor().assess(drawn.facts(), asOf));
            return true;
        });
    }

    @Test
    void theOrderInWhichFactsAreListedIsIrrelevant() {
        DrawnLoans.check(LOANS, LOANS, (drawn, asOf) -> {
            LoanFacts facts = drawn.facts();
            List<Installment> schedule = new ArrayList<>(facts.schedule());
            List<Transaction> transactions = new ArrayList<>(facts.transactions());
            Collections.shuffle(schedule, new Random(drawn.seed()));
            Collections.shuffle(transactions, new Random(drawn.seed()));
            LoanFacts shuffled = new LoanFacts(facts.loan(), schedule, transactions);
            assertEquals(assess(drawn, asOf), drawn.assessor().assess(shuffled, asOf));
            return !shuffled.equals(facts);
        });
    }

    @Test
    void aPaymentSplitInTwoOnOneDayIsOnePayment() {
        DrawnLoans.check(LOANS, LOANS / 4, (drawn, asOf) -> {
            Optional<Payment> whole = drawn.facts().transactions().stream()
                    .filter(Payment.class::isInstance)
                    .map(Payment.class::cast)
                    .filter(payment -> payment.amountMinor() > 1 && !isReversed(drawn, payment))
                    .findFirst();
            if (whole.isEmpty() || !drawn.hasOneOrderOfComponents()) {
                return false;
            }
            Payment payment = whole.get();
            long part = 1 + Math.floorMod(drawn.seed() * 31, payment.amountMinor() - 1);
            List<Transaction> split = new ArrayList<>(drawn.facts().transactions());
            split.remove(payment);
            split.add(new Payment(payment.txnNo(), payment.valueOn(), part));
            split.add(new Payment("Z1", payment.valueOn(), payment.amountMinor() - part));
            assertEquals(
                    withoutAnomalies(assess(drawn, asOf)),
                    withoutAnomalies(assess(drawn.withTransactions(split), asOf)));
            return !payment.valueOn().isAfter(asOf);
        });
    }

    private static boolean isReversed(RandomCase drawn, Payment payment) {
        return drawn.facts().transactions().stream()
                .anyMatch(other -> other instanceof Reversal reversal
                        && reversal.reverses().equals(payment.txnNo()));
    }

    @Test
    void aPaymentAndItsReversalAreAsIfNeitherHadHappened() {
        DrawnLoans.check(LOANS, LOANS, (drawn, asOf) -> {
            LocalDate paidOn = asOf.minusDays(Math.floorMod(drawn.seed(), 90));
            LocalDate reversedOn = asOf.minusDays(Math.floorMod(drawn.seed(), 70));
            RandomCase both =
                    drawn.plus(new Payment("Z1", paidOn, 12_345), new Reversal("Z2", reversedOn, 12_345, "Z1"));
            assertEquals(assess(drawn, asOf), assess(both, asOf));
            return true;
        });
    }

    @Test
    void aReversalDatedAfterTheBusinessDateUndoesNothingYet() {
        DrawnLoans.check(LOANS, LOANS, (drawn, asOf) -> {
            RandomCase paid = drawn.plus(new Payment("Z1", asOf, 12_345));
            RandomCase reversed = paid.plus(new Reversal("Z2", asOf.plusDays(1), 12_345, "Z1"));
            assertEquals(
                    AssessmentInMajorUnits.of(assess(paid, asOf)), AssessmentInMajorUnits.of(assess(reversed, asOf)));
            return true;
        });
    }

    @Test
    void aReversalOfAPaymentNotYetKnownIsAnAnomalyUntilThePaymentIs() {
        DrawnLoans.check(LOANS, LOANS, (drawn, asOf) -> {
            RandomCase early =
                    drawn.plus(new Reversal("Z2", asOf, 12_345, "Z1"), new Payment("Z1", asOf.plusDays(1), 12_345));
            Assessment known = assess(early, asOf);
            assertEquals(assess(drawn, asOf).amounts(), known.amounts());
            assertTrue(known.anomalies().stream()
                    .anyMatch(anomaly -> anomaly.kind() == AnomalyKind.REVERSAL_OF_UNKNOWN
                            && anomaly.subject().equals("Z2")));
            assertEquals(assess(drawn, asOf.plusDays(1)), assess(early, asOf.plusDays(1)));
            return true;
        });
    }

    @Test
    void aBackdatedPaymentIsAsIfItHadBeenKnownAllAlong() {
        DrawnLoans.check(LOANS, LOANS, (drawn, asOf) -> {
            Payment late = new Payment("T20b", asOf.minusDays(40), 54_321);
            Assessor assessor = drawn.assessor();
            assessor.assess(drawn.facts(), asOf.minusDays(20));
            assessor.assess(drawn.facts(), asOf);
            List<Transaction> first = new ArrayList<>(List.of(late));
            first.addAll(drawn.facts().transactions());
            Assessment corrected = assessor.assess(drawn.plus(late).facts(), asOf);
            assertEquals(assess(drawn.withTransactions(first), asOf), corrected);
            assertEquals(drawn.reference(drawn.plus(late).facts(), asOf), AssessmentInMajorUnits.of(corrected));
            return true;
        });
    }

    @Test
    void factsAfterTheBusinessDateAreAsIfTheyWereNotThere() {
        DrawnLoans.check(LOANS, LOANS / 2, (drawn, asOf) -> {
            List<Transaction> known = drawn.facts().transactions().stream()
                    .filter(transaction -> !transaction.valueOn().isAfter(asOf))
                    .toList();
            Loan loan = drawn.facts().loan();
            Optional<LocalDate> accelerated = loan.acceleratedOn().filter(on -> !on.isAfter(asOf));
            Loan thatDay = new Loan(
                    loan.loanNo(),
                    loan.customerNo(),
                    loan.product(),
                    loan.currency(),
                    loan.contract(),
                    loan.annualRate(),
                    loan.penaltyAnnualRate(),
                    accelerated,
                    loan.manualClass());
            LoanFacts then = new LoanFacts(thatDay, drawn.facts().schedule(), known);
            assertEquals(
                    AssessmentInMajorUnits.of(drawn.assessor().assess(then, asOf)),
                    AssessmentInMajorUnits.of(assess(drawn, asOf)));
            return !then.equals(drawn.facts());
        });
    }

    @Test
    void anAssessmentHoldsForEveryDayThroughWhichItSaysItIsStable() {
        DrawnLoans.check(LOANS, LOANS / 2, (drawn, asOf) -> {
            Assessment today = assess(drawn, asOf);
            LocalDate last =
                    today.stableThrough().isBefore(asOf.plusDays(800)) ? today.stableThrough() : asOf.plusDays(800);
            assertTrue(!last.isBefore(asOf), "stable through a day before the business date");
            long days = last.toEpochDay() - asOf.toEpochDay();
            for (long ahead : List.of(0L, Math.min(1, days), days / 3, days / 2, days)) {
                assertEquals(today, dated(assess(drawn, asOf.plusDays(ahead)), asOf));
            }
            return days > 0;
        });
    }

    private static Assessment dated(Assessment assessed, LocalDate asOf) {
        return with(assessed, asOf, assessed.anomalies());
    }

    /** Two halves of a payment are two payments that can be before the disbursement, or equal. */
    private static Assessment withoutAnomalies(Assessment assessed) {
        return with(assessed, assessed.asOf(), List.of());
    }

    private static Assessment with(Assessment assessed, LocalDate asOf, List<Anomaly> anomalies) {
        return new Assessment(
                assessed.loan(),
                asOf,
                assessed.standing(),
                assessed.amounts(),
                assessed.penaltyAnnualRate(),
                assessed.lastPaymentOn(),
                anomalies,
                assessed.stableThrough());
    }

    private static Assessment assess(RandomCase drawn, LocalDate asOf) {
        return drawn.assessor().assess(drawn.facts(), asOf);
    }
}
