package org.arrears.sample;

/** A currency of the sample lender, with its minor digits and a round rate to turn CNY terms into its own. */
enum LoanCurrency {
    CNY(2, 1, 1),
    HKD(2, 1, 1),
    USD(2, 1, 8),
    JPY(0, 20, 1),
    KWD(3, 1, 20);

    private static final LoanCurrency[] OVERSEAS = {HKD, USD, JPY, KWD};

    private final int digits;
    private final int times;
    private final int dividedBy;

    LoanCurrency(int digits, int times, int dividedBy) {
        this.digits = digits;
        this.times = times;
        this.dividedBy = dividedBy;
    }

    static LoanCurrency overseas(int number) {
        return OVERSEAS[Math.floorMod(number, OVERSEAS.length)];
    }

    int digits() {
        return digits;
    }

    /** Minor units in one major unit. */
    long unit() {
        return switch (digits) {
            case 0 -> 1;
            case 2 -> 100;
            case 3 -> 1000;
            default -> throw new IllegalStateException("no currency of ours has minor digits " + digits);
        };
    }

    /** Minor units for an amount thought of in yuan. */
    long fromYuan(long yuan) {
        return Math.multiplyExact(yuan, unit() * times) / dividedBy;
    }

    /** Rounds an amount up to whole major units, as people do who pay by hand. */
    long roundUp(long minor) {
        return (minor + unit() - 1) / unit() * unit();
    }
}
