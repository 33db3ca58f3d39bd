package org.arrears.core.replay;

import java.time.LocalDate;
import org.arrears.core.loan.Loan;
import org.arrears.core.money.Component;
import org.arrears.core.policy.Terms;

/**
 * How an unpaid installment bears penalty 罚息 and compound interest 复利 (calculation spec, sections 3 and 4).
 *
 * <p>Rule: from its accrual start to the day it is cleared an installment gathers balance-days 积数, first day counted,
 * last day not 算头不算尾: unpaid principal (by policy principal and interest) for penalty, unpaid interest for compound.
 * Penalty bears nothing, nor does compound.
 *
 * <p>Formula: {@code due = HALF_UP(sum of balance x days x annual rate / days of a year)}, rounded once over the whole
 * sum; nothing in a retroactive grace 宽限期, and for good if the installment is cleared in it. What was settled is
 * subtracted afterwards.
 *
 * <p>Units: minor units of the loan's currency; balance-days in minor units x days.
 *
 * <p>Source: 银发〔2003〕251号 (penalty from the overdue day until cleared, compound on unpaid interest).
 */
final class Accrual {

    private final Terms.Penalty terms;
    private final AppliedRates rates;
    private final boolean onInterestToo;
    private final boolean retroactive;

    Accrual(Loan loan, Terms.Penalty terms) {
        this.terms = terms;
        this.rates = AppliedRates.of(loan, terms);
        this.onInterestToo = terms.basis() == Terms.Basis.PRINCIPAL_AND_INTEREST;
        this.retroactive = terms.grace().mode() == Terms.GraceMode.RETROACTIVE;
    }

    AppliedRates rates() {
        return rates;
    }

    /** Returns balance-days with those of some more days. */
    static long plusBalanceDays(long balanceDays, long balance, long days) {
        return Math.addExact(balanceDays, Math.multiplyExact(balance, days));
    }

    /** Returns the first day of a period that counts for an installment; the period's end or later if none does. */
    static LocalDate firstDay(InstallmentBalance balance, LocalDate since) {
        LocalDate start = balance.installment.accrualStart();
        return since.isAfter(start) ? since : start;
    }

    /** Returns the days by the policy's day count, the first counted, the last not. */
    long days(LocalDate from, LocalDate to) {
        return terms.dayCount().days(from, to);
    }

    /** Returns what bears penalty: the unpaid principal, or principal and interest. */
    long penaltyBasis(InstallmentBalance balance) {
        return onInterestToo ? Math.addExact(balance.principal(), balance.interest()) : balance.principal();
    }

    /** Returns {@code HALF_UP(balance-days x rate / days of a year)}, 0 where nothing bears that part. */
    long rounded(Component part, long balanceDays) {
        if (balanceDays == 0) {
            return 0;
        }
        return switch (part) {
            case PENALTY -> rates.penalty().amountMinor(balanceDays);
            case COMPOUND ->
                rates.compound().isPresent() ? rates.compound().get().amountMinor(balanceDays) : 0;
            case PRINCIPAL, INTEREST, FEE -> throw new IllegalStateException(part.code() + " does not accrue");
        };
    }

    /** Returns what is due of penalty or compound on a day up to which balance-days were added, settled or not. */
    long due(InstallmentBalance balance, Component part, LocalDate on) {
        return due(balance, part, balance.balanceDays(part), on);
    }

    private long due(InstallmentBalance balance, Component part, long balanceDays, LocalDate on) {
        return balanceDays == 0 || isFree(balance, on) ? 0 : rounded(part, balanceDays);
    }

    /** Returns what is outstanding of any part on a day up to which balance-days were added. */
    long outstanding(InstallmentBalance balance, Component part, LocalDate on) {
        return switch (part) {
            case PRINCIPAL -> balance.principal();
            case INTEREST -> balance.interest();
            case FEE -> balance.fee();
            case PENALTY, COMPOUND ->
                balance.balanceDays(part) == 0 ? 0 : due(balance, part, on) - balance.settled(part);
        };
    }

    /** Returns what days from {@code asOf} to the next day, with nothing paid, add to penalty or compound. */
    long addedBy(long days, InstallmentBalance balance, Component part, LocalDate asOf) {
        long bearing = part == Component.PENALTY ? penaltyBasis(balance) : balance.interest();
        long later = plusBalanceDays(balance.balanceDays(part), bearing, days);
        return due(balance, part, later, asOf.plusDays(1)) - due(balance, part, asOf);
    }

    /** Says whether nothing is due whatever the balance-days: in a retroactive grace, or cleared in one. */
    boolean isFree(InstallmentBalance balance, LocalDate on) {
        return balance.isClearedInGrace() || (retroactive && !on.isAfter(graceEnd(balance)));
    }

    /** Returns the last day on which clearing an installment makes it free for good; long ago without such a grace. */
    LocalDate freeThrough(InstallmentBalance balance) {
        return retroactive ? graceEnd(balance) : LocalDate.MIN;
    }

    private LocalDate graceEnd(InstallmentBalance balance) {
        return balance.installment.effectiveOn().plusDays(terms.grace().days());
    }
}
