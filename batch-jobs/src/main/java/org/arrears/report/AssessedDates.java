package org.arrears.report;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.arrears.core.policy.NamedRanges;
import org.arrears.core.policy.PolicyReader;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which dates have been assessed, and under which policy. */
final class AssessedDates {

    private final JdbcClient jdbc;

    AssessedDates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The policy of an assessment. */
    record Under(String name, String sha256, String yaml) {}

    /** Refuses a date that has not been assessed; returns its policy. */
    Under require(LocalDate asOf) {
        return jdbc.sql("""
                        SELECT p.name, p.sha256, p.yaml
                        FROM assessed a JOIN policy p ON p.sha256 = a.policy_sha256 WHERE a.as_of = ?
                        """)
                .params(asOf)
                .query((row, number) -> new Under(row.getString(1), row.getString(2), row.getString(3)))
                .optional()
                .orElseThrow(() -> new ArrearsException(
                        FailureKind.INPUT_REFUSED,
                        "no assessment for " + asOf + ": run arrears nightly or assess --as-of " + asOf + " first"));
    }

    /** Returns the latest assessed date before another. */
    Optional<LocalDate> before(LocalDate asOf) {
        return jdbc.sql("SELECT as_of FROM assessed WHERE as_of < ? ORDER BY as_of DESC LIMIT 1")
                .params(asOf)
                .query(LocalDate.class)
                .optional();
    }

    /** Returns the order of buckets, mild to grave by their policy; names it does not know come last, by name. */
    static Comparator<String> gravity(Under policy) {
        List<String> names = new ArrayList<>();
        PolicyReader.read(policy.yaml().getBytes(StandardCharsets.UTF_8), policy.name())
                .match(
                        (read, warnings) -> names.addAll(read.buckets().ranges().stream()
                                .map(NamedRanges.Named::name)
                                .toList()),
                        errors -> false);
        return Comparator.<String>comparingInt(name -> names.contains(name) ? names.indexOf(name) : names.size())
                .thenComparing(Comparator.naturalOrder());
    }
}
