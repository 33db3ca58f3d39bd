package org.arrears.sample;

/** What the lender says of a loan. */
enum LoanStatus {
    ACTIVE("active"),
    SETTLED("settled"),
    WRITTEN_OFF("written_off");

    private final String text;

    LoanStatus(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
