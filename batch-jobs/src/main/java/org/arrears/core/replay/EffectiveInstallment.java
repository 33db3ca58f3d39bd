package org.arrears.core.replay;

import java.time.LocalDate;
import org.arrears.core.loan.Installment;
import org.arrears.core.money.Dues;

/**
 * An installment as it takes effect after rolling and acceleration (calculation spec, section 1).
 *
 * @param contractual the installment as agreed
 * @param effectiveOn {@code e}: the day it is effectively due
 * @param accrualStart {@code s}: the first day that can bear penalty
 * @param owed what falls due of principal, interest and fee
 * @param moved why it differs from what was agreed
 */
public record EffectiveInstallment(
        Installment contractual, LocalDate effectiveOn, LocalDate accrualStart, Dues owed, Moved moved) {

    /** Why an effective due date differs from the contractual one. */
    public enum Moved {
        NOT_MOVED,
        /** To or from a business day. */
        ROLLED,
        /** Called in early; interest and fee no longer fall due. */
        ACCELERATED
    }

    public int seq() {
        return contractual.seq();
    }
}
