package org.arrears.core.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.arrears.core.calendar.DayCount;
import org.arrears.core.loan.Contracts;
import org.arrears.core.loan.Installment;
import org.arrears.core.loan.Loan;
import org.arrears.core.money.Component;
import org.arrears.core.money.CurrencyUnit;
import org.arrears.core.money.Rate;
import org.arrears.core.money.SomeDues;
import org.arrears.core.policy.Terms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Penalty and compound interest of one installment, as others publish them (calculation spec, sections 4 and 10). */
final class AccrualTest {

    private static final LocalDate DUE = LocalDate.of(2026, 3, 10);

    private static Accrual accrual(
            String rate,
            String multiple,
            Terms.Compound compound,
            Terms.Basis basis,
            DayCount dayCount,
            Terms.Grace grace) {
        Loan loan = new Loan(
                "L1",
                "C1",
                "loan",
                CurrencyUnit.CNY,
                Contracts.over(0),
                Rate.parse(rate).orElseThrow(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Accrual(
                loan, new Terms.Penalty(new BigDecimal(multiple), Optional.empty(), basis, compound, dayCount, grace));
    }

    private static Accrual plain(String rate, String multiple, DayCount dayCount) {
        return accrual(
                rate,
                multiple,
                Terms.Compound.CONTRACT,
                Terms.Basis.PRINCIPAL,
                dayCount,
                new Terms.Grace(Terms.GraceMode.NONE, 0));
    }

    private static Accrual withGrace(Terms.GraceMode mode, int days) {
        return accrual(
                "0.36",
                "1",
                Terms.Compound.CONTRACT,
                Terms.Basis.PRINCIPAL,
                DayCount.ACT_360,
                new Terms.Grace(mode, days));
    }

    private static InstallmentBalance balance(long principal, long interest) {
        Installment agreed = new Installment(1, DUE, SomeDues.owed(principal, interest, 0));
        return new InstallmentBalance(
                new EffectiveInstallment(agreed, DUE, DUE, agreed.owed(), EffectiveInstallment.Moved.NOT_MOVED));
    }

    private static void bear(Accrual accrual, InstallmentBalance balance, LocalDate to) {
        balance.addBalanceDays(accrual.penaltyBasis(balance), accrual.days(DUE, to));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        bank exam, compound on unpaid interest | COMPOUND | 0+3000000000 | 20 | 0.0747 x 1 ACT_360 | 12450000
        bank exam, late at 0.5 % a month | PENALTY | 82000000+0 | 13 | 0.06 x 1 ACT_360 | 177667
        bank exam, 0.05 % a day, 62 days | PENALTY | 200000+0 | 62 | 0.18 x 1 ACT_360 | 6200
        bank exam, settlement-day interest | COMPOUND | 0+40426667 | 42 | 0.048 x 1 ACT_360 | 226389
        web, one day at 4.9 % x 1.3 | PENALTY | 1000000+0 | 1 | 0.049 x 1.3 ACT_365F | 175
        web, one day at 4.9 % x 1.5 | PENALTY | 260000+0 | 1 | 0.049 x 1.5 ACT_365F | 52
        """)
    void balanceDaysBecomeThePublishedAmount(
            String source, Component part, String owed, long days, String terms, long amountMinor) {
        String[] unpaid = owed.split("\\+", -1);
        String[] rate = terms.split(" ", -1);
        Accrual accrual = plain(rate[0], rate[2], DayCount.valueOf(rate[3]));
        InstallmentBalance balance = balance(Long.parseLong(unpaid[0]), Long.parseLong(unpaid[1]));
        bear(accrual, balance, DUE.plusDays(days));
        assertEquals(amountMinor, accrual.due(balance, part, DUE.plusDays(days)));
        assertEquals(amountMinor, accrual.outstanding(balance, part, DUE.plusDays(days)));
    }

    @ParameterizedTest
    @EnumSource(DayCount.class)
    void slicesAddUpToOneSumThatIsRoundedOnce(DayCount dayCount) {
        Accrual accrual = plain("0.01", "1.5", dayCount);
        InstallmentBalance whole = balance(17_999, 333);
        InstallmentBalance sliced = balance(17_999, 333);
        LocalDate end = DUE.plusDays(400);
        bear(accrual, whole, end);
        for (LocalDate day = DUE; day.isBefore(end); day = day.plusDays(1)) {
            sliced.addBalanceDays(accrual.penaltyBasis(sliced), accrual.days(day, day.plusDays(1)));
        }
        assertEquals(accrual.due(whole, Component.PENALTY, end), accrual.due(sliced, Component.PENALTY, end));
        assertEquals(accrual.due(whole, Component.COMPOUND, end), accrual.due(sliced, Component.COMPOUND, end));
    }

    @Test
    void whatWasSettledIsSubtractedFromTheRoundedSum() {
        Accrual accrual = withGrace(Terms.GraceMode.NONE, 0);
        InstallmentBalance balance = balance(100_000, 0);
        bear(accrual, balance, DUE.plusDays(10));
        balance.settle(Component.PENALTY, 400);
        assertEquals(1_000, accrual.due(balance, Component.PENALTY, DUE.plusDays(10)));
        assertEquals(600, accrual.outstanding(balance, Component.PENALTY, DUE.plusDays(10)));
        assertEquals(100, accrual.addedBy(1, balance, Component.PENALTY, DUE.plusDays(10)));
        assertEquals(0, accrual.addedBy(0, balance, Component.PENALTY, DUE.plusDays(10)));
    }

    @Test
    void theBasisMayBePrincipalAndInterest() {
        Accrual accrual = accrual(
                "0.36",
                "1",
                Terms.Compound.NONE,
                Terms.Basis.PRINCIPAL_AND_INTEREST,
                DayCount.ACT_360,
                new Terms.Grace(Terms.GraceMode.NONE, 0));
        InstallmentBalance balance = balance(100_000, 20_000);
        bear(accrual, balance, DUE.plusDays(10));
        assertEquals(1_200, accrual.due(balance, Component.PENALTY, DUE.plusDays(10)));
        assertEquals(0, accrual.due(balance, Component.COMPOUND, DUE.plusDays(10)));
    }

    @ParameterizedTest(name = "{0} of 5 days, cleared after {1}: on day {2} due {3}")
    @CsvSource({
        "RETROACTIVE, , 5, 0",
        "RETROACTIVE, , 6, 600",
        "RETROACTIVE, 5, 9, 0",
        "RETROACTIVE, 6, 9, 600",
        "NONE, , 1, 100",
        "DEFERRED, , 5, 500"
    })
    void aRetroactiveGraceIsFreeWhileItRunsAndForGoodIfItIsKept(
            Terms.GraceMode mode, Integer clearedAfter, int day, long due) {
        Accrual accrual = withGrace(mode, mode == Terms.GraceMode.NONE ? 0 : 5);
        InstallmentBalance balance = balance(100_000, 0);
        int bears = clearedAfter == null ? day : clearedAfter;
        bear(accrual, balance, DUE.plusDays(bears));
        if (clearedAfter != null) {
            balance.settle(Component.PRINCIPAL, 100_000);
            balance.clearIfPaid(DUE.plusDays(clearedAfter), accrual.freeThrough(balance));
        }
        assertEquals(due, accrual.due(balance, Component.PENALTY, DUE.plusDays(day)));
        assertEquals(due == 0, accrual.isFree(balance, DUE.plusDays(day)));
    }

    @Test
    void theLastDayOfAGraceIsFollowedByAllThatItHeldBack() {
        Accrual accrual = withGrace(Terms.GraceMode.RETROACTIVE, 5);
        InstallmentBalance balance = balance(100_000, 0);
        bear(accrual, balance, DUE.plusDays(5));
        assertEquals(600, accrual.addedBy(1, balance, Component.PENALTY, DUE.plusDays(5)));
    }

    @Test
    void anInstallmentIsBorneFromItsAccrualStart() {
        InstallmentBalance balance = balance(1, 0);
        assertEquals(DUE, Accrual.firstDay(balance, LocalDate.MIN));
        assertEquals(DUE.plusDays(3), Accrual.firstDay(balance, DUE.plusDays(3)));
    }

    @Test
    void whatTheContractAsksForIsOutstandingAsItIsUnpaidAndDoesNotAccrue() {
        Accrual accrual = withGrace(Terms.GraceMode.NONE, 0);
        InstallmentBalance balance = balance(70, 5);
        assertEquals(70, accrual.outstanding(balance, Component.PRINCIPAL, DUE));
        assertEquals(5, accrual.outstanding(balance, Component.INTEREST, DUE));
        assertThrows(IllegalStateException.class, () -> accrual.rounded(Component.PRINCIPAL, 1));
        assertThrows(IllegalStateException.class, () -> balance.balanceDays(Component.FEE));
        assertThrows(IllegalStateException.class, () -> balance.unpaid(Component.PENALTY));
    }

    @Test
    void moreBalanceDaysThanALongHoldsAreAnError() {
        assertThrows(ArithmeticException.class, () -> Accrual.plusBalanceDays(0, Long.MAX_VALUE, 2));
        assertThrows(ArithmeticException.class, () -> Accrual.plusBalanceDays(Long.MAX_VALUE, 1, 1));
        assertEquals(7, Accrual.plusBalanceDays(1, 2, 3));
    }
}
