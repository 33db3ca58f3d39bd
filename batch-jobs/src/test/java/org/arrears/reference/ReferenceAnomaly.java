package org.arrears.reference;

import java.math.BigDecimal;

/** A transaction that could not be used as it stands; the amount is what a waiver could not be applied to. */
public record ReferenceAnomaly(String txnNo, Rule rule, BigDecimal amount) {

    /** Which sentence of the spec makes it one. */
    public enum Rule {
        NAMES_NO_PAYMENT_OR_WAIVER,
        ALREADY_REVERSED,
        WAIVER_EXCEEDS_OUTSTANDING
    }
}
