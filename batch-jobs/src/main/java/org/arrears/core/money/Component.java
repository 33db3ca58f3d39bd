package org.arrears.core.money;

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

    /** Says whether the contract asks for it: only that makes a loan overdue; the rest accrues later. */
    public boolean isContractual() {
        return switch (this) {
            case PRINCIPAL, INTEREST, FEE -> true;
            case PENALTY, COMPOUND -> false;
        };
    }
}
