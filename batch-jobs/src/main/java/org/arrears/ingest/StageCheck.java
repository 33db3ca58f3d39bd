package org.arrears.ingest;

/**
 * A check over the staged rows {@code s} that needs other rows.
 *
 * @param column the column at fault
 * @param violation SQL condition that is true for a bad row
 * @param rule what is wrong, after the value
 * @param againstOwnTable whether it compares with rows that were there before, so that an empty table needs it not
 */
record StageCheck(RejectCode code, String column, String violation, String rule, boolean againstOwnTable) {

    StageCheck(RejectCode code, String column, String violation, String rule) {
        this(code, column, violation, rule, false);
    }

    static StageCheck unknownLoan() {
        return new StageCheck(
                RejectCode.UNKNOWN_LOAN,
                "loan_no",
                "NOT EXISTS (SELECT 1 FROM loan l WHERE l.loan_no = s.loan_no)",
                "is not a loan of this lender: load its loan first");
    }

    /** A row of a loan of which another row was rejected. */
    static StageCheck loanIncomplete() {
        return new StageCheck(
                RejectCode.LOAN_INCOMPLETE,
                "loan_no",
                "EXISTS (SELECT 1 FROM " + StageRejects.TABLE + " r WHERE r.loan_no = s.loan_no)",
                "has a rejected row: its schedule stays as it was until all its rows are right");
    }

    /** A key that an earlier row of the same delivery has; a load finds it when it makes the primary key. */
    static StageCheck duplicateKey(Destination destination) {
        String keys = String.join(", ", destination.key());
        return new StageCheck(
                RejectCode.DUPLICATE_KEY,
                destination.key().get(0),
                "",
                "is here a second time: key (" + keys + ") of an earlier row of this delivery");
    }
}
