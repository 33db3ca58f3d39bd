package org.arrears.sample;

import java.time.LocalDate;

/**
 * One transaction and the night whose file brings it; a reversal names the ordinal (from 1) of a posting of the same
 * loan.
 */
record Posting(int night, String type, LocalDate valueOn, long amount, String component, int reverses) {
    static final int NOTHING = 0;
    static final int AN_UNKNOWN_TRANSACTION = -1;

    Posting {
        if (night < 0 || amount <= 0 || reverses < AN_UNKNOWN_TRANSACTION) {
            throw new IllegalStateException(
                    "no posting has night " + night + ", amount " + amount + ", reverses " + reverses);
        }
    }

    static Posting payment(int night, LocalDate valueOn, long amount) {
        return new Posting(night, "payment", valueOn, amount, "", NOTHING);
    }

    static Posting waiver(int night, LocalDate valueOn, long amount, String component) {
        return new Posting(night, "waiver", valueOn, amount, component, NOTHING);
    }

    static Posting reversal(int night, LocalDate valueOn, long amount, int ordinal) {
        return new Posting(night, "reversal", valueOn, amount, "", ordinal);
    }
}
