package org.arrears.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.arrears.core.money.Component;
import org.arrears.core.policy.Terms;
import org.arrears.core.policy.Terms.GraceMode;

/** One installment while the days go by, amounts in major units (sections 3 and 4). */
final class ReferenceInstallment {

    private final ReferenceRates rates;
    private final LocalDate due;
    private final int seq;
    private BigDecimal principal;
    private BigDecimal interest;
    private BigDecimal fee;
    private BigDecimal penaltyBalanceDays = BigDecimal.ZERO;
    private BigDecimal interestBalanceDays = BigDecimal.ZERO;
    private BigDecimal penaltySettled = BigDecimal.ZERO;
    private BigDecimal compoundSettled = BigDecimal.ZERO;
    private boolean active;
    private boolean clearedWithinGrace;

    ReferenceInstallment(
            ReferenceRates rates, LocalDate due, int seq, BigDecimal principal, BigDecimal interest, BigDecimal fee) {
        this.rates = rates;
        this.due = due;
        this.seq = seq;
        this.principal = principal;
        this.interest = interest;
        this.fee = fee;
    }

    /** Lets the night from {@code yesterday} to {@code today} pass. */
    void passNight(LocalDate yesterday, LocalDate today) {
        Terms.Penalty terms = rates.terms();
        LocalDate start = terms.grace().mode() == GraceMode.DEFERRED
                ? due.plusDays(terms.grace().days())
                : due;
        if (yesterday.isBefore(start)) {
            return;
        }
        BigDecimal days = BigDecimal.valueOf(ReferenceDates.days(terms.dayCount(), yesterday, today));
        BigDecimal base = terms.basis() == Terms.Basis.PRINCIPAL_AND_INTEREST ? principal.add(interest) : principal;
        penaltyBalanceDays = penaltyBalanceDays.add(base.multiply(days));
        interestBalanceDays = interestBalanceDays.add(interest.multiply(days));
    }

    void activate() {
        active = true;
        noticeClearing(due);
    }

    BigDecimal outstanding(Component component, LocalDate day) {
        return switch (component) {
            case PRINCIPAL -> principal;
            case INTEREST -> interest;
            case FEE -> fee;
            case PENALTY -> due(penaltyBalanceDays, rates.penalty(), day).subtract(penaltySettled);
            case COMPOUND -> due(interestBalanceDays, rates.compound(), day).subtract(compoundSettled);
        };
    }

    private BigDecimal due(BigDecimal balanceDays, BigDecimal rate, LocalDate day) {
        Terms.Grace grace = rates.terms().grace();
        boolean stillFree = grace.mode() == GraceMode.RETROACTIVE && !day.isAfter(due.plusDays(grace.days()));
        if (stillFree || clearedWithinGrace) {
            return BigDecimal.ZERO;
        }
        BigDecimal year = BigDecimal.valueOf(ReferenceDates.year(rates.terms().dayCount()));
        return balanceDays.multiply(rate).divide(year, rates.digits(), RoundingMode.HALF_UP);
    }

    /** Takes an amount off a component's outstanding. */
    void settle(Component component, BigDecimal amount, LocalDate day) {
        switch (component) {
            case PRINCIPAL -> principal = principal.subtract(amount);
            case INTEREST -> interest = interest.subtract(amount);
            case FEE -> fee = fee.subtract(amount);
            case PENALTY -> penaltySettled = penaltySettled.add(amount);
            case COMPOUND -> compoundSettled = compoundSettled.add(amount);
        }
        noticeClearing(day);
    }

    private void noticeClearing(LocalDate day) {
        Terms.Grace grace = rates.terms().grace();
        boolean inGrace = !day.isAfter(due.plusDays(grace.days()));
        if (grace.mode() == GraceMode.RETROACTIVE && inGrace && contractual().signum() == 0) {
            clearedWithinGrace = true;
        }
    }

    /** What the contract asks for and has not got: principal, interest and fee. */
    BigDecimal contractual() {
        return principal.add(interest).add(fee);
    }

    LocalDate due() {
        return due;
    }

    int seq() {
        return seq;
    }

    boolean active() {
        return active;
    }
}
