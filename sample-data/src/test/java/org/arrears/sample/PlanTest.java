package org.arrears.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Repayment schedules. */
class PlanTest {
    private static final LocalDate NEXT_DUE = LocalDate.of(2026, 3, 31);

    /** Level payments as any loan calculator gives them; our whole-number factor may lose a fen. */
    @ParameterizedTest
    @CsvSource({"10000000, 1200, 12, 888488", "10000000, 600, 24, 443206", "20000000, 345, 60, 363387"})
    void theFirstInstallmentIsTheLevelPayment(long principal, int basisPoints, int months, long payment) {
        Terms terms = new Terms(Product.CONSUMER, LoanCurrency.CNY, principal, basisPoints, months);
        long total = terms.at(0, NEXT_DUE).schedule().get(0).total();
        assertTrue(Math.abs(total - payment) <= 1, "payment " + total);
    }

    @Test
    void installmentsFallDueOnTheSameDayOrTheLastOfTheMonth() {
        Terms terms = new Terms(Product.CONSUMER, LoanCurrency.CNY, 1_000_000, 1200, 6);
        List<LocalDate> due = terms.at(2, NEXT_DUE).schedule().stream()
                .map(Installment::dueOn)
                .toList();
        assertEquals("[2026-01-31, 2026-02-28, 2026-03-31, 2026-04-30, 2026-05-31, 2026-06-30]", due.toString());
    }

    @Test
    void anSmeLoanPaysInterestMonthlyAndThePrincipalLast() {
        Terms terms = new Terms(Product.SME, LoanCurrency.CNY, 50_000_000, 480, 3);
        List<Installment> schedule = terms.at(0, NEXT_DUE).schedule();
        assertEquals(
                List.of(0L, 0L, 50_000_000L),
                schedule.stream().map(Installment::principal).toList());
        assertEquals(
                List.of(200_000L, 200_000L, 200_000L),
                schedule.stream().map(Installment::interest).toList());
    }
}
