package org.arrears.core.replay;

import java.time.LocalDate;
import org.arrears.core.money.Component;
import org.arrears.core.money.Dues;

/** One installment while it is replayed: what is outstanding, its products, and what was settled. Minor units. */
final class Position {

    final EffectiveInstallment installment;
    private long principal;
    private long interest;
    private long fee;
    private long penaltyProduct;
    private long compoundProduct;
    private long penaltySettled;
    private long compoundSettled;
    private boolean cleared;
    private boolean forgiven;

    Position(EffectiveInstallment installment) {
        this.installment = installment;
        Dues owed = installment.owed();
        this.principal = owed.principal();
        this.interest = owed.interest();
        this.fee = owed.fee();
    }

    /** Adds the balance-days of {@code days}; the basis says whether interest bears penalty too. */
    void accrue(long days, boolean onInterestToo) {
        penaltyProduct =
                plusBalanceDays(penaltyProduct, onInterestToo ? Math.addExact(principal, interest) : principal, days);
        compoundProduct = plusBalanceDays(compoundProduct, interest, days);
    }

    static long plusBalanceDays(long product, long balance, long days) {
        return Math.addExact(product, Math.multiplyExact(balance, days));
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

    /** Marks it cleared if nothing contractual is left; forgiven if that was within a retroactive grace. */
    void clearIfPaid(LocalDate on, LocalDate forgivenUntil) {
        if (!cleared && contractual() == 0) {
            cleared = true;
            forgiven = !on.isAfter(forgivenUntil);
        }
    }

    /** Returns what is unpaid of principal, interest and fee together. */
    long contractual() {
        return Math.addExact(Math.addExact(principal, interest), fee);
    }

    /** Returns what is unpaid of principal, interest and fee. */
    Dues unpaid() {
        return Dues.of(part -> switch (part) {
            case PRINCIPAL -> principal;
            case INTEREST -> interest;
            case FEE -> fee;
            case PENALTY, COMPOUND -> 0;
        });
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

    long penaltyProduct() {
        return penaltyProduct;
    }

    long compoundProduct() {
        return compoundProduct;
    }

    long penaltySettled() {
        return penaltySettled;
    }

    long compoundSettled() {
        return compoundSettled;
    }

    boolean isCleared() {
        return cleared;
    }

    /** Says whether it was cleared within a retroactive grace, so that it never bears penalty. */
    boolean isForgiven() {
        return forgiven;
    }
}
