package org.arrears.sample;

/** A product of the sample lender: its share of the book, its terms and how it is repaid. */
enum Product {
    MORTGAGE(40, 60, 1, 300_000, 3_000_000, 310, 420),
    CARD(420, 6, 3, 2_000, 40_000, 1_200, 1_560),
    AUTO(120, 12, 3, 50_000, 300_000, 420, 720),
    SME(100, 6, 3, 100_000, 1_000_000, 385, 650),
    CONSUMER(320, 6, 3, 3_000, 80_000, 720, 1_600);

    private static final Product[] ALL = values();

    private final int perMille;
    private final int fewestMonths;
    private final int termChoices;
    private final int leastYuan;
    private final int mostYuan;
    private final int leastBasisPoints;
    private final int mostBasisPoints;

    Product(
            int perMille,
            int fewestMonths,
            int termChoices,
            int leastYuan,
            int mostYuan,
            int leastBasisPoints,
            int mostBasisPoints) {
        this.perMille = perMille;
        this.fewestMonths = fewestMonths;
        this.termChoices = termChoices;
        this.leastYuan = leastYuan;
        this.mostYuan = mostYuan;
        this.leastBasisPoints = leastBasisPoints;
        this.mostBasisPoints = mostBasisPoints;
    }

    static Product draw(Dice dice) {
        int left = dice.below(1000);
        for (Product product : ALL) {
            left -= product.perMille;
            if (left < 0) {
                return product;
            }
        }
        throw new IllegalStateException("the shares of the products do not add up to 1000");
    }

    /** The shortest term or half of it longer, or twice it. */
    int drawMonths(Dice dice) {
        return fewestMonths + fewestMonths / 2 * dice.below(termChoices);
    }

    /** A principal in whole hundreds of yuan; small loans are commoner than large ones. */
    int drawPrincipalYuan(Dice dice) {
        int hundreds = (mostYuan - leastYuan) / 100;
        return leastYuan + Math.min(dice.below(hundreds), dice.below(hundreds)) * 100;
    }

    int drawRateBasisPoints(Dice dice) {
        return dice.between(leastBasisPoints, mostBasisPoints);
    }

    /** The fee of every installment. */
    int feeYuan() {
        return this == CARD ? 5 : 0;
    }

    /** Whether interest is paid monthly and the whole principal with the last installment. */
    boolean bullet() {
        return this == SME;
    }
}
