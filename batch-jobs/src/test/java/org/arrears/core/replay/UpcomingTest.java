package org.arrears.core.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Optional;
import org.arrears.core.money.SomeDues;
import org.junit.jupiter.api.Test;

/** What falls due next, as a reminder before the due date says it. */
class UpcomingTest {

    private static final String LOAN = "rate 0.1; due 2024-03-01 360+30+1; due 2024-04-01 360+20+2";

    private static Optional<Upcoming> upcoming(String loan, String asOf) {
        return Explained.assessor("default").upcoming(LoanText.facts(loan), LocalDate.parse(asOf));
    }

    private static Optional<Upcoming> of(String dueOn, long principal, long interest, long fee) {
        return Optional.of(new Upcoming(LocalDate.parse(dueOn), SomeDues.owed(principal, interest, fee)));
    }

    @Test
    void theNextDueDateAfterTheBusinessDateAndItsThreeParts() {
        assertEquals(of("2024-03-01", 36_000, 3_000, 100), upcoming(LOAN, "2024-02-29"));
        assertEquals(of("2024-04-01", 36_000, 2_000, 200), upcoming(LOAN, "2024-03-01"));
        assertEquals(38_200, upcoming(LOAN, "2024-03-01").orElseThrow().due().total());
        assertEquals(Optional.empty(), upcoming(LOAN, "2024-04-01"));
    }

    @Test
    void whatIsHeldCountsAndWhatCoversItLeavesNothingToRemindOf() {
        String paid = LOAN + "; pay 2024-02-01 ";
        assertEquals(of("2024-03-01", 36_000, 2_950, 0), upcoming(paid + "1.50", "2024-02-10"));
        assertEquals(of("2024-03-01", 1, 0, 0), upcoming(paid + "390.99", "2024-02-10"));
        assertEquals(Optional.empty(), upcoming(paid + "391", "2024-02-10"));
    }

    @Test
    void anOlderInstallmentThatIsUnpaidIsNotAskedForAgain() {
        assertEquals(of("2024-04-01", 36_000, 2_000, 200), upcoming(LOAN, "2024-03-20"));
    }

    @Test
    void aPaymentThatIsNotKnownYetDoesNotCount() {
        assertEquals(of("2024-03-01", 36_000, 3_000, 100), upcoming(LOAN + "; pay 2024-02-20 391", "2024-02-10"));
    }
}
