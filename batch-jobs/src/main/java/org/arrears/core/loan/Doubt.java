package org.arrears.core.loan;

import java.util.Arrays;

/** Why a loan is not acted on though nobody holds it, the first that applies first. */
public enum Doubt {
    /** A row about the loan or its customer was rejected and nobody has mended it. */
    ROW_REJECTED("row-rejected"),
    /** Its facts cannot be true, by an anomaly that the policy holds loans for. */
    FACTS_DOUBTFUL("facts-doubtful");

    private final String code;

    Doubt(String code) {
        this.code = code;
    }

    /** The reason in files and on screens. */
    public String code() {
        return code;
    }

    /** Returns the doubt with a code. */
    public static Doubt of(String code) {
        return Arrays.stream(values())
                .filter(doubt -> doubt.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no doubt " + code));
    }
}
