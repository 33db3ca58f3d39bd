package org.arrears.core.loan;

/** The kinds of facts that cannot be what the lender meant, with their stable codes (calculation spec, section 19). */
public enum AnomalyKind {
    NO_SCHEDULE("no-schedule"),
    DUE_BEFORE_DISBURSEMENT("due-before-disbursement"),
    DUE_AFTER_MATURITY("due-after-maturity"),
    SCHEDULE_ABOVE_PRINCIPAL("schedule-above-principal"),
    SCHEDULE_BELOW_PRINCIPAL("schedule-below-principal"),
    PAYMENT_BEFORE_DISBURSEMENT("payment-before-disbursement"),
    POSSIBLE_DOUBLE("possible-double"),
    REVERSAL_OF_UNKNOWN("reversal-of-unknown"),
    REVERSAL_OF_REVERSAL("reversal-of-reversal"),
    REVERSED_TWICE("reversed-twice"),
    WAIVER_EXCEEDS_OUTSTANDING("waiver-exceeds-outstanding"),
    UNKNOWN_MANUAL_CLASS("unknown-manual-class");

    private final String code;

    AnomalyKind(String code) {
        this.code = code;
    }

    /** The code in files, policies and on screens. */
    public String code() {
        return code;
    }
}
