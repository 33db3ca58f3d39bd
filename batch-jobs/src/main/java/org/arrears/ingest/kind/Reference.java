package org.arrears.ingest.kind;

import java.util.List;
import java.util.Optional;

/**
 * A column that must name a customer or a loan that is there.
 *
 * @param when the value of another column for which it does; empty if always
 * @param rule what is wrong with a row whose number is unknown, after the number
 */
public record Reference(Target to, String column, Optional<When> when, String rule) {

    /** A column and the value that it must have. */
    public record When(String column, String value) {

        String sql(String alias) {
            return alias + "." + column + " = '" + value + "'";
        }
    }

    static Reference always(Target to, String column, String rule) {
        return new Reference(to, column, Optional.empty(), rule);
    }

    /** The loan that a row belongs to. */
    static Reference ownLoan() {
        return always(Target.LOAN, "loan_no", "is not a loan of this lender: load its loan first");
    }

    public RejectCode unknown() {
        return to.unknown();
    }

    /** Returns the check that the database makes. */
    public StageCheck check() {
        String condition = when.map(only -> only.sql("s") + " AND ").orElse("");
        return new StageCheck(to.unknown(), column, condition + to.lacks(column), rule);
    }

    /** Says whether a good row refers by this. */
    public boolean holds(FileKind kind, RowFields row) {
        return when.map(only -> row.raw(kind.columns().indexOf(only.column())).equals(only.value()))
                .orElse(true);
    }

    /** Says whether a rejected row may refer by this: no other reference of its kind says that it does not. */
    boolean mayHold(FileKind kind, RowFields row) {
        List<Reference> others =
                kind.references().stream().filter(other -> !other.equals(this)).toList();
        return when.isEmpty()
                || holds(kind, row)
                || others.stream().noneMatch(other -> other.when().isPresent() && other.holds(kind, row));
    }

    /** Returns what the staged row with this alias refers to by this, as SQL. */
    String sql(String alias) {
        String number = alias + "." + column;
        return when.map(only -> "CASE WHEN " + only.sql(alias) + " THEN " + number + " END")
                .orElse(number);
    }
}
