package org.arrears.assess;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.arrears.core.replay.Assessor;
import org.arrears.db.BulkLoad;
import org.arrears.run.KeyRange;
import org.arrears.run.Run;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables {@code assessment}, {@code assessment_candidate}, {@code assessment_new} and {@code assessed}.
 *
 * <p>An assessment holds from {@code as_of} through {@code through_on}, so a night writes only what can have changed.
 */
final class AssessmentTable {

    /** All columns but the key. */
    private static final List<String> VALUES = AssessmentWriter.COLUMNS.stream()
            .filter(column -> !column.equals("loan_no") && !column.equals("as_of"))
            .toList();

    private static final String SET_VALUES =
            VALUES.stream().map(column -> column + " = excluded." + column).collect(Collectors.joining(", "));

    private final JdbcClient jdbc;

    AssessmentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the last assessment was made under. */
    private record Last(LocalDate asOf, String policySha256, int fileNo, int edition) {}

    /**
     * Chooses what must be replayed; returns why all loans must, or nothing if only candidates.
     *
     * <p>All loans, if asked for, on the first run, for a date before one already assessed, under another policy, by
     * another edition of the calculation or after a calendar file; else the loans that a file touched and those whose
     * assessment has run out.
     */
    Optional<FullReplay> choose(Run run) {
        jdbc.sql("TRUNCATE assessment_new, assessment_candidate, assessment_choice")
                .update();
        Optional<Last> last = jdbc.sql(
                        "SELECT as_of, policy_sha256, file_no, edition FROM assessed" + " ORDER BY as_of DESC LIMIT 1")
                .query((row, number) ->
                        new Last(row.getObject(1, LocalDate.class), row.getString(2), row.getInt(3), row.getInt(4)))
                .optional();
        Optional<FullReplay> why = whyAll(run, last);
        if (why.isEmpty()) {
            fillCandidates(run, last.orElseThrow());
        }
        jdbc.sql("INSERT INTO assessment_choice (only_candidates) VALUES (?)")
                .params(why.isEmpty())
                .update();
        return why;
    }

    /** Returns what was chosen; partitions on other machines must see it, so it is in the database. */
    boolean onlyCandidates() {
        return jdbc.sql("SELECT only_candidates FROM assessment_choice")
                .query(Boolean.class)
                .single();
    }

    private void fillCandidates(Run run, Last last) {
        jdbc.sql("""
                        INSERT INTO assessment_candidate (loan_no)
                        SELECT loan_no FROM loan_change WHERE file_no > :fileNo
                        UNION
                        SELECT loan_no FROM assessment_on(:last) WHERE through_on < :asOf
                        """)
                .param("fileNo", last.fileNo())
                .param("last", last.asOf())
                .param("asOf", run.asOf())
                .update();
        jdbc.sql("ANALYZE assessment_candidate").update();
    }

    private Optional<FullReplay> whyAll(Run run, Optional<Last> last) {
        if (run.request().options().full()) {
            return Optional.of(FullReplay.ASKED_FOR);
        }
        if (last.isEmpty()) {
            return Optional.of(FullReplay.FIRST_ASSESSMENT);
        }
        if (run.asOf().isBefore(last.get().asOf())) {
            return Optional.of(FullReplay.EARLIER_DATE);
        }
        if (!run.policy().sha256().equals(last.get().policySha256())) {
            return Optional.of(FullReplay.POLICY_CHANGED);
        }
        if (last.get().edition() != Assessor.EDITION) {
            return Optional.of(FullReplay.PROGRAM_CHANGED);
        }
        boolean calendarCame = jdbc.sql(
                        "SELECT EXISTS (SELECT 1 FROM source_file WHERE kind = 'calendar' AND file_no > ?)")
                .params(last.get().fileNo())
                .query(Boolean.class)
                .single();
        return calendarCame ? Optional.of(FullReplay.CALENDAR_CHANGED) : Optional.empty();
    }

    /** Returns ranges of loan numbers with about as many loans each; together they hold every number there can be. */
    List<KeyRange> ranges(boolean onlyCandidates, int count) {
        String table = onlyCandidates ? "assessment_candidate" : "loan";
        return KeyRange.cut(jdbc, "SELECT loan_no AS key FROM " + table, count);
    }

    /** Deletes what has been worked out for a range. */
    void forget(KeyRange range) {
        jdbc.sql("DELETE FROM assessment_new WHERE " + range.condition("loan_no"))
                .update();
    }

    long toAssess(boolean onlyCandidates) {
        return jdbc.sql("SELECT count(*) FROM loan"
                        + (onlyCandidates ? " JOIN assessment_candidate USING (loan_no)" : "")
                        + " WHERE status <> 'settled'")
                .query(Long.class)
                .single();
    }

    /**
     * Puts the new assessments in force and notes under what they were made; refuses if one is missing. Says the same
     * again if that is done: a process may die before it is recorded.
     */
    long install(Run run, boolean onlyCandidates) {
        if (jdbc.sql("UPDATE assessment_choice SET installed = true WHERE NOT installed")
                        .update()
                == 0) {
            return jdbc.sql("SELECT replayed FROM assessed WHERE as_of = ?")
                    .params(run.asOf())
                    .query(Long.class)
                    .single();
        }
        long expected = toAssess(onlyCandidates);
        long found = jdbc.sql("SELECT count(*) FROM assessment_new")
                .query(Long.class)
                .single();
        if (found != expected) {
            throw new IllegalStateException(expected + " loans to assess, " + found + " assessments made");
        }
        if (BulkLoad.suits(jdbc, "assessment")) {
            BulkLoad bulk = BulkLoad.begin(jdbc, "assessment");
            jdbc.sql("INSERT INTO assessment SELECT * FROM assessment_new").update();
            bulk.makeKey();
            bulk.makeIndexes();
        } else {
            replace(run.asOf(), onlyCandidates);
        }
        jdbc.sql("""
                        INSERT INTO assessed (as_of, policy_sha256, file_no, loans, replayed, edition)
                        SELECT :asOf, :policy, coalesce(max(file_no), 0),
                               (SELECT count(*) FROM assessment_on(:asOf)),
                               :replayed, :edition
                        FROM source_file
                        ON CONFLICT (as_of) DO UPDATE
                        SET policy_sha256 = excluded.policy_sha256, file_no = excluded.file_no, loans = excluded.loans,
                            replayed = excluded.replayed, edition = excluded.edition
                        """)
                .param("asOf", run.asOf())
                .param("policy", run.policy().sha256())
                .param("replayed", found)
                .param("edition", Assessor.EDITION)
                .update();
        jdbc.sql("TRUNCATE assessment_new").update();
        return found;
    }

    /**
     * Replaces what is in force by what came out otherwise. After a full replay, rows that say the same already stay,
     * so that it writes no more than an ordinary night, whose candidates nearly all come out otherwise.
     */
    private void replace(LocalDate asOf, boolean onlyCandidates) {
        jdbc.sql("CREATE TEMP TABLE assessment_same (loan_no text COLLATE \"C\") ON COMMIT DROP")
                .update();
        if (!onlyCandidates) {
            jdbc.sql("INSERT INTO assessment_same SELECT loan_no"
                            + " FROM assessment_new n JOIN assessment_on(:asOf) a USING (loan_no)"
                            + " WHERE (" + prefixed("a.") + ") IS NOT DISTINCT FROM (" + prefixed("n.") + ")")
                    .param("asOf", asOf)
                    .update();
        }
        jdbc.sql("ANALYZE assessment_same").update();
        String these = onlyCandidates
                ? " AND loan_no IN (SELECT loan_no FROM assessment_candidate)"
                : " AND NOT EXISTS (SELECT 1 FROM assessment_same s WHERE s.loan_no = assessment.loan_no)";
        keepForLaterDates(asOf, these);
        jdbc.sql("UPDATE assessment SET through_on = :asOf::date - 1 WHERE as_of < :asOf AND through_on >= :asOf"
                        + these)
                .param("asOf", asOf)
                .update();
        jdbc.sql("DELETE FROM assessment WHERE as_of = :asOf" + these
                        + " AND NOT EXISTS (SELECT 1 FROM assessment_new n WHERE n.loan_no = assessment.loan_no)")
                .param("asOf", asOf)
                .update();
        jdbc.sql("""
                        UPDATE assessment_new n SET through_on = later.as_of - 1
                        FROM (SELECT loan_no, min(as_of) AS as_of FROM assessment WHERE as_of > :asOf GROUP BY loan_no)
                            later
                        WHERE later.loan_no = n.loan_no AND later.as_of <= n.through_on
                        """).param("asOf", asOf).update();
        jdbc.sql("INSERT INTO assessment AS a SELECT * FROM assessment_new n"
                        + " WHERE NOT EXISTS (SELECT 1 FROM assessment_same s WHERE s.loan_no = n.loan_no)"
                        + " ORDER BY loan_no ON CONFLICT (loan_no, as_of) DO UPDATE SET " + SET_VALUES
                        + " WHERE a IS DISTINCT FROM excluded")
                .update();
        jdbc.sql("DROP TABLE assessment_same").update();
    }

    private static String prefixed(String row) {
        return VALUES.stream().map(column -> row + column).collect(Collectors.joining(", "));
    }

    /**
     * Cuts off what an assessment that is about to be replaced says of later dates already assessed and keeps it: a run
     * for an earlier date changes nothing of theirs.
     */
    private void keepForLaterDates(LocalDate asOf, String these) {
        String columns = String.join(", ", AssessmentWriter.COLUMNS);
        jdbc.sql("SELECT min(as_of) FROM assessed WHERE as_of > ? HAVING count(*) > 0")
                .params(asOf)
                .query(LocalDate.class)
                .optional()
                .ifPresent(next -> jdbc.sql("INSERT INTO assessment (" + columns + ") SELECT "
                                + columns.replace(" as_of,", " :next,")
                                + " FROM assessment WHERE as_of <= :asOf AND through_on >= :next" + these)
                        .param("asOf", asOf)
                        .param("next", next)
                        .update());
    }
}
