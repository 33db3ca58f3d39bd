package org.arrears.core.loan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.arrears.core.money.Component;
import org.arrears.core.money.CurrencyUnit;
import org.arrears.core.money.Dues;
import org.arrears.core.money.Rate;
import org.arrears.core.money.SomeDues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts that cannot be facts are refused where they are made. */
final class LoanFactsTest {

    private static final LocalDate DAY = LocalDate.of(2024, 3, 1);

    private static Loan loan(String loanNo, String customerNo) {
        return new Loan(
                loanNo,
                customerNo,
                "p",
                CurrencyUnit.CNY,
                Contracts.over(0),
                Rate.ZERO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @ParameterizedTest(name = "installment {0} of {1} + {2} + {3}")
    @CsvSource({"0, 1, 1, 1", "-1, 1, 1, 1", "1, -1, 1, 1", "1, 1, -1, 1", "1, 1, 1, -1"})
    void anInstallmentBelowItsLimitsIsRefused(int seq, long principal, long interest, long fee) {
        assertThrows(
                IllegalStateException.class, () -> new Installment(seq, DAY, SomeDues.owed(principal, interest, fee)));
    }

    @Test
    void anInstallmentOfNothingIsOne() {
        assertEquals(0, new Installment(1, DAY, Dues.NOTHING).owed().total());
    }

    @Test
    void noScheduleAsksForPenaltyOrCompoundInterest() {
        assertThrows(IllegalStateException.class, () -> new Installment(1, DAY, SomeDues.accrued(1, 0)));
        assertThrows(IllegalStateException.class, () -> new Installment(1, DAY, SomeDues.accrued(0, 1)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void aTransactionHasAnAmount(long amount) {
        assertThrows(IllegalStateException.class, () -> new Transaction.Payment("T1", DAY, amount));
        assertThrows(IllegalStateException.class, () -> new Transaction.Waiver("T1", DAY, amount, Component.FEE));
        assertThrows(IllegalStateException.class, () -> new Transaction.Reversal("T1", DAY, amount, "T0"));
    }

    @Test
    void aLoanHasItsNumberAndItsCustomer() {
        assertThrows(IllegalStateException.class, () -> loan("", "C1"));
        assertThrows(IllegalStateException.class, () -> loan("L1", ""));
        assertEquals("L1", loan("L1", "C1").loanNo());
    }

    @Test
    void alteringTheListsAfterwardsDoesNotAlterTheFacts() {
        List<Installment> schedule = new ArrayList<>(List.of(new Installment(1, DAY, SomeDues.owed(1, 0, 0))));
        List<Transaction> transactions = new ArrayList<>(List.of(new Transaction.Payment("T1", DAY, 1)));
        LoanFacts facts = new LoanFacts(loan("L1", "C1"), schedule, transactions);
        schedule.clear();
        transactions.clear();
        assertEquals(1, facts.schedule().size());
        assertEquals(1, facts.transactions().size());
    }
}
