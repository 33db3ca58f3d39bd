package org.arrears.reference;

import java.math.BigDecimal;

/**
 * Something that cannot be true.
 *
 * @param subject the transaction, or empty if it is about the schedule or the loan
 * @param amount what a waiver could not be applied to
 */
public record ReferenceAnomaly(String subject, Rule rule, BigDecimal amount) implements Comparable<ReferenceAnomaly> {

    /** Which sentence of the spec makes it one. */
    public enum Rule {
        NAMES_NO_PAYMENT_OR_WAIVER,
        ALREADY_REVERSED,
        WAIVER_EXCEEDS_OUTSTANDING,
        NO_SCHEDULE,
        DUE_BEFORE_DISBURSEMENT,
        DUE_AFTER_MATURITY,
        SCHEDULE_ABOVE_PRINCIPAL,
        SCHEDULE_BELOW_PRINCIPAL,
        PAYMENT_BEFORE_DISBURSEMENT,
        POSSIBLE_DOUBLE,
        UNKNOWN_MANUAL_CLASS
    }

    static ReferenceAnomaly of(String subject, Rule rule) {
        return new ReferenceAnomaly(subject, rule, BigDecimal.ZERO);
    }

    @Override
    public int compareTo(ReferenceAnomaly other) {
        int bySubject = subject.compareTo(other.subject);
        return bySubject != 0 ? bySubject : rule.compareTo(other.rule);
    }
}
