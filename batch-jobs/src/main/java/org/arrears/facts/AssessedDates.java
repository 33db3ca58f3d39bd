package org.arrears.facts;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.arrears.core.policy.NamedRanges;
import org.arrears.core.policy.Policy;
import org.arrears.core.policy.PolicyReader;
import org.arrears.core.policy.Products;
import org.arrears.core.replay.Assessor;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.run.RunRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which dates have been assessed, and under which policy. */
public final class AssessedDates {

    private final JdbcClient jdbc;

    public AssessedDates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The policy of an assessment. */
    public record Under(String name, String sha256, String yaml) {

        /** Reads it; empty if this version of the program would refuse it. */
        public Optional<Policy> read() {
            return PolicyReader.read(yaml.getBytes(StandardCharsets.UTF_8), name)
                    .match((read, warnings) -> Optional.of(read), errors -> Optional.empty());
        }

        /** Returns the products that it names. */
        public Products products() {
            return read().map(Policy::products).orElse(Products.NONE);
        }
    }

    /** Says whether the date of a run was assessed with all files that it took; else no figure of it is the run's. */
    public boolean include(RunRecord run) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM assessed WHERE as_of = ? AND file_no >=
                            (SELECT coalesce(max(file_no), 0) FROM source_file WHERE run_id = ?))
                        """)
                .params(run.asOf(), run.runId())
                .query(Boolean.class)
                .single();
    }

    /** Returns the policy of a run. */
    public Under policy(String sha256) {
        return jdbc.sql("SELECT name, sha256, yaml FROM policy WHERE sha256 = ?")
                .params(sha256)
                .query((row, number) -> new Under(row.getString(1), row.getString(2), row.getString(3)))
                .single();
    }

    /** Refuses a date that has not been assessed; returns its policy. */
    public Under require(LocalDate asOf) {
        return jdbc.sql("""
                        SELECT p.name, p.sha256, p.yaml
                        FROM assessed a JOIN policy p ON p.sha256 = a.policy_sha256 WHERE a.as_of = ?
                        """)
                .params(asOf)
                .query((row, number) -> new Under(row.getString(1), row.getString(2), row.getString(3)))
                .optional()
                .orElseThrow(() -> new ArrearsException(
                        FailureKind.INPUT_REFUSED,
                        "no assessment for " + asOf + ": run arrears nightly or arrears assess --as-of " + asOf
                                + " first"));
    }

    /** Refuses also a date whose assessment an older edition of the calculation made; returns its policy. */
    public Under requireCurrent(LocalDate asOf) {
        Under policy = require(asOf);
        int edition = jdbc.sql("SELECT edition FROM assessed WHERE as_of = ?")
                .params(asOf)
                .query(Integer.class)
                .single();
        if (edition != Assessor.EDITION) {
            throw new ArrearsException(
                    FailureKind.INPUT_REFUSED,
                    "the assessment of " + asOf + " is by an older version, which did not look for facts that cannot be"
                            + " true: run arrears assess --as-of " + asOf + " --rerun first");
        }
        return policy;
    }

    /** Returns the latest assessed date before another. */
    public Optional<LocalDate> before(LocalDate asOf) {
        return jdbc.sql("SELECT as_of FROM assessed WHERE as_of < ? ORDER BY as_of DESC LIMIT 1")
                .params(asOf)
                .query(LocalDate.class)
                .optional();
    }

    /** Returns the order of buckets, mild to grave by their policy; names it does not know come last, by name. */
    public static Comparator<String> gravity(Under policy) {
        List<String> names = policy.read().map(Policy::buckets).map(NamedRanges::ranges).orElse(List.of()).stream()
                .map(NamedRanges.Named::name)
                .toList();
        return Comparator.<String>comparingInt(name -> names.contains(name) ? names.indexOf(name) : names.size())
                .thenComparing(Comparator.naturalOrder());
    }
}
