package org.arrears.core.loan;

/** The lender's own state of a loan. */
public enum LoanStatus {
    ACTIVE("active"),
    /** Closed: not assessed any more. */
    SETTLED("settled"),
    /** Off the books and still owed (账销案存): assessed like any other. */
    WRITTEN_OFF("written_off");

    private final String code;

    LoanStatus(String code) {
        this.code = code;
    }

    /** The name in files. */
    public String code() {
        return code;
    }
}
