package org.arrears.core.replay;

import java.time.LocalDate;
import org.arrears.core.money.Component;
import org.arrears.core.money.Dues;

/**
 * One installment while it is replayed: what is unpaid of principal, interest and fee, its balance-days 积数, and what
 * was settled of penalty and compound interest. Minor units, and minor units x days.
 */
final class InstallmentBalance {

    final EffectiveInstallment installment;
    private long principal;
    private long interest;
    private long fee;
    private long penaltyBalanceDays;
    private long compoundBalanceDays;
    private long penaltySettled;
    private long compoundSettled;
    private boolean cleared;
    private boolean clearedInGrace;

    InstallmentBalance(EffectiveInstallment installment) {
        this.installment = installment;
        Dues owed = installment.owed();
        this.principal = owed.principal();
        this.interest = owed.interest();
        this.fee = owed.fee();
    }

    /** Adds some days of balances; the basis is what bears penalty, interest bears compound. */
    void addBalanceDays(long penaltyBasis, long days) {
        penaltyBalanceDays = Accrual.plusBalanceDays(penaltyBalanceDays, penaltyBasis, days);
        compoundBalanceDays = Accrual.plusBalanceDays(compoundBalanceDays, interest, days);
    }

    /** Takes an amount off a component; the caller has checked that it is outstanding. */
    void settle(Component component, long amount) {
        switch (component) {
            case FEE -> fee -= amount;
            case PENALTY -> penaltySettled += amount;
            case COMPOUND -> compoundSettled += amount;
            case INTEREST -> interest -= amount;
            case PRINCIPAL -> principal -= amount;
        }
    }

    /** Marks it cleared if nothing contractual is left; free for good if that was within a retroactive grace. */
    void clearIfPaid(LocalDate on, LocalDate freeThrough) {
        if (!cleared && contractual() == 0) {
            cleared = true;
            clearedInGrace = !on.isAfter(freeThrough);
        }
    }

    /** Returns what is unpaid of principal, interest and fee together. */
    long contractual() {
        return Math.addExact(Math.addExact(principal, interest), fee);
    }

    /** Returns what is unpaid of principal, interest and fee. */
    Dues unpaid() {
        return Dues.of(part -> part.isContractual() ? unpaid(part) : 0);
    }

    /** Returns what is unpaid of a contractual part. */
    long unpaid(Component part) {
        return switch (part) {
            case PRINCIPAL -> principal;
            case INTEREST -> interest;
            case FEE -> fee;
            case PENALTY, COMPOUND -> throw new IllegalStateException(part.code() + " is not of the contract");
        };
    }

    long principal() {
        return principal;
    }

    long interest() {
        return interest;
    }

    long fee() {
        return fee;
    }

    /** Returns the balance-days that penalty or compound interest is worked out from. */
    long balanceDays(Component part) {
        return switch (part) {
            case PENALTY -> penaltyBalanceDays;
            case COMPOUND -> compoundBalanceDays;
            case PRINCIPAL, INTEREST, FEE -> throw new IllegalStateException(part.code() + " does not accrue");
        };
    }

    /** Returns what was settled of penalty or compound interest. */
    long settled(Component part) {
        return switch (part) {
            case PENALTY -> penaltySettled;
            case COMPOUND -> compoundSettled;
            case PRINCIPAL, INTEREST, FEE -> installment.owed().get(part) - unpaid(part);
        };
    }

    boolean isCleared() {
        return cleared;
    }

    /** Says whether it was cleared within a retroactive grace, so that it never bears penalty. */
    boolean isClearedInGrace() {
        return clearedInGrace;
    }
}
