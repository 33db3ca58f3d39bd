package org.arrears.core.money;

/** Debts for tests. */
public final class SomeDues {

    private SomeDues() {}

    /** What an installment asks for. */
    public static Dues owed(long principal, long interest, long fee) {
        return Dues.of(Component.PRINCIPAL, principal)
                .with(Component.INTEREST, interest)
                .with(Component.FEE, fee);
    }

    /** What being late adds. */
    public static Dues accrued(long penalty, long compound) {
        return Dues.of(Component.PENALTY, penalty).with(Component.COMPOUND, compound);
    }
}
