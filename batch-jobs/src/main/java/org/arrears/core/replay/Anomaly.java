package org.arrears.core.replay;

/**
 * Something in a loan's facts that cannot be what the lender meant; shown on the account, never dropped.
 *
 * @param subject the transaction number or the value it is about
 */
public record Anomaly(Kind kind, String subject, String text) {

    /** The kinds of anomaly, with their stable codes. */
    public enum Kind {
        REVERSAL_OF_UNKNOWN("reversal-of-unknown"),
        REVERSAL_OF_REVERSAL("reversal-of-reversal"),
        REVERSED_TWICE("reversed-twice"),
        WAIVER_EXCEEDS_OUTSTANDING("waiver-exceeds-outstanding"),
        UNKNOWN_MANUAL_CLASS("unknown-manual-class");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The code in files and on screens. */
        public String code() {
            return code;
        }
    }
}
