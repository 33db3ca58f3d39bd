package org.arrears.core.loan;

/** What a debt is made of; what a payment is spent on. */
public enum Component {
    FEE("fee"),
    PENALTY("penalty"),
    COMPOUND("compound"),
    INTEREST("interest"),
    PRINCIPAL("principal");

    private final String code;

    Component(String code) {
        this.code = code;
    }

    /** The name in files and policies. */
    public String code() {
        return code;
    }
}
