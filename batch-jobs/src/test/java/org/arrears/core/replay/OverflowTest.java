package org.arrears.core.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.arrears.core.loan.Contracts;
import org.arrears.core.loan.Installment;
import org.arrears.core.loan.Loan;
import org.arrears.core.loan.LoanFacts;
import org.arrears.core.loan.Transaction;
import org.arrears.core.money.CurrencyUnit;
import org.arrears.core.money.Rate;
import org.arrears.core.money.SomeDues;
import org.junit.jupiter.api.Test;

/** Section 0: overflow is an error that names the loan, never a wrap. */
final class OverflowTest {

    private static final LocalDate DUE = LocalDate.of(2024, 3, 1);
    private static final long HALF = Long.MAX_VALUE / 2 + 1;

    private static void refused(String policy, List<Installment> schedule, List<Transaction> transactions) {
        Loan loan = new Loan(
                "L-77",
                "C1",
                "loan",
                CurrencyUnit.CNY,
                Contracts.over(0),
                Rate.parse("1").orElseThrow(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Assessor assessor = new Assessor(PolicyText.of(policy).policy(), Set.of(), Set.of());
        LoanFacts facts = new LoanFacts(loan, schedule, transactions);
        ArithmeticException overflow =
                assertThrows(ArithmeticException.class, () -> assessor.assess(facts, DUE.plusDays(10)));
        assertEquals("loan L-77: an amount is too large to compute exactly", overflow.getMessage());
        assertTrue(overflow.getCause() instanceof ArithmeticException);
    }

    @Test
    void aProductOfBalanceAndDaysTooLargeIsAnError() {
        refused("default", List.of(new Installment(1, DUE, SomeDues.owed(HALF, 0, 0))), List.of());
    }

    @Test
    void aSumOfPrincipalInterestAndFeeThatWrapsToNothingIsNotCleared() {
        refused(
                "default",
                List.of(new Installment(1, DUE, SomeDues.owed(Long.MAX_VALUE, Long.MAX_VALUE, 2))),
                List.of());
    }

    @Test
    void aBasisOfPrincipalAndInterestTooLargeIsAnError() {
        refused(
                "basis=principal+interest",
                List.of(new Installment(1, DUE.plusDays(9), SomeDues.owed(HALF, HALF, 0))),
                List.of());
    }

    @Test
    void aBalanceTooLargeIsAnErrorThatNamesTheLoan() {
        Installment later = new Installment(1, DUE.plusDays(90), SomeDues.owed(HALF, 0, 0));
        Installment last = new Installment(2, DUE.plusDays(99), SomeDues.owed(HALF, 0, 0));
        refused("default", List.of(later, last), List.of());
    }

    @Test
    void heldCreditTooLargeIsAnError() {
        refused(
                "default",
                List.of(),
                List.of(new Transaction.Payment("T1", DUE, HALF), new Transaction.Payment("T2", DUE, HALF)));
    }

    @Test
    void anOverdueSumTooLargeForTheToleranceIsAnError() {
        Installment today = new Installment(1, DUE.plusDays(10), SomeDues.owed(HALF, 0, 0));
        Installment too = new Installment(2, DUE.plusDays(10), SomeDues.owed(0, HALF, 0));
        refused("counting=include-due-date", List.of(today, too), List.of());
    }
}
