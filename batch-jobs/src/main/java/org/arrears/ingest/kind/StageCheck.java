package org.arrears.ingest.kind;

/**
 * A check over the staged rows {@code s} that needs other rows.
 *
 * @param column the column at fault
 * @param violation SQL condition that is true for a bad row
 * @param rule what is wrong, after the value
 * @param againstOwnTable whether it compares with rows that were there before, so that an empty table needs it not
 */
public record StageCheck(RejectCode code, String column, String violation, String rule, boolean againstOwnTable) {

    /** The table in which the rejected rows of a delivery are kept beside its stage. */
    public static final String REJECTS = "stage_reject";

    StageCheck(RejectCode code, String column, String violation, String rule) {
        this(code, column, violation, rule, false);
    }

    /** A row of a loan of which another row was rejected. */
    public static StageCheck loanIncomplete() {
        return new StageCheck(
                RejectCode.LOAN_INCOMPLETE,
                "loan_no",
                "EXISTS (SELECT 1 FROM " + REJECTS + " r WHERE r.loan_no = s.loan_no)",
                "has a rejected row: its schedule stays as it was until all its rows are right");
    }

    /** A key that an earlier row of the same delivery has; a load finds it when it makes the primary key. */
    public static StageCheck duplicateKey(FileKind kind) {
        String keys = String.join(", ", kind.key());
        return new StageCheck(
                RejectCode.DUPLICATE_KEY,
                kind.key().get(0),
                "",
                "is here a second time: key (" + keys + ") of an earlier row of this delivery");
    }
}
