package org.arrears.summary;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.arrears.core.money.Amounts;
import org.arrears.core.money.CurrencyUnit;
import org.arrears.core.replay.Assessment;
import org.arrears.facts.AssessedDates;
import org.arrears.facts.DuesColumns;
import org.arrears.run.RunRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a run did. */
public final class RunSummaries {

    private final JdbcClient jdbc;

    public RunSummaries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public RunSummary of(RunRecord run) {
        boolean assessed = new AssessedDates(jdbc).include(run);
        return new RunSummary(
                run,
                files(run),
                assessed ? buckets(run.asOf()) : List.of(),
                assessed ? totals(run.asOf()) : List.of(),
                notices(run.asOf()),
                suppressed(run.asOf()),
                RunNotes.of(jdbc, run),
                steps(run));
    }

    /**
     * Reads what this run took, and what the runs before it that it replaces took for the same date; a file that was
     * read again beside a new one counts once, as it was read last.
     */
    private List<RunSummary.InputFile> files(RunRecord run) {
        return jdbc.sql("""
                        SELECT * FROM (
                            SELECT DISTINCT ON (name, sha256, mapping_sha256) * FROM source_file
                            WHERE run_id IN (SELECT run_id FROM run WHERE job = ? AND as_of = ? AND run_no <= ?)
                            ORDER BY name, sha256, mapping_sha256, file_no DESC) f
                        ORDER BY file_no
                        """)
                .params(run.job(), run.asOf(), run.runNo())
                .query((row, number) -> new RunSummary.InputFile(
                        row.getString("name"),
                        row.getString("kind"),
                        row.getString("sha256"),
                        row.getLong("rows"),
                        row.getLong("accepted"),
                        row.getLong("rejected"),
                        row.getLong("repeated"),
                        row.getLong("outdated"),
                        counts(row.getString("cleared")),
                        sums(row.getString("sums")),
                        Objects.requireNonNullElse(row.getString("mapping_sha256"), "")))
                .list();
    }

    private static Map<String, Long> counts(String json) {
        return new TreeMap<>(JsonMapper.shared().readValue(json, new TypeReference<Map<String, Long>>() {}));
    }

    private static Map<String, BigDecimal> sums(String json) {
        Map<String, BigDecimal> sums =
                JsonMapper.shared().readValue(json, new TypeReference<Map<String, BigDecimal>>() {});
        return new TreeMap<>(sums);
    }

    public List<RunSummary.Bucket> buckets(LocalDate asOf) {
        return jdbc.sql("""
                        SELECT bucket, currency, count(*) AS accounts, sum(total_overdue)::bigint AS total_overdue
                        FROM assessment_on(:asOf)
                        GROUP BY bucket, currency
                        ORDER BY min(min(dpd)) OVER (PARTITION BY bucket), bucket, currency
                        """)
                .param("asOf", asOf)
                .query((row, number) -> new RunSummary.Bucket(
                        row.getString("bucket"),
                        row.getString("currency"),
                        row.getLong("accounts"),
                        amount(row, "total_overdue")))
                .list();
    }

    public List<RunSummary.CurrencyTotals> totals(LocalDate asOf) {
        return jdbc.sql("SELECT " + DuesColumns.sums() + """
                               , currency, count(*) AS accounts,
                               sum(principal_balance)::bigint AS principal_balance,
                               sum(held_credit)::bigint AS held_credit,
                               sum(daily_accrual)::bigint AS daily_accrual
                        FROM assessment_on(:asOf)
                        GROUP BY currency ORDER BY currency
                        """)
                .param("asOf", asOf)
                .query((row, number) -> new RunSummary.CurrencyTotals(
                        CurrencyUnit.of(row.getString("currency")).orElseThrow(),
                        row.getLong("accounts"),
                        new Assessment.Amounts(
                                DuesColumns.read(row),
                                row.getLong("principal_balance"),
                                row.getLong("held_credit"),
                                row.getLong("daily_accrual"))))
                .list();
    }

    private static String amount(ResultSet row, String column) throws SQLException {
        int digits = CurrencyUnit.of(row.getString("currency")).orElseThrow().digits();
        return Amounts.format(row.getLong(column), digits);
    }

    private List<RunSummary.Count> notices(LocalDate asOf) {
        return counts("SELECT channel, stage, count(*) FROM notice WHERE as_of = ? GROUP BY 1, 2 ORDER BY 1, 2", asOf);
    }

    private List<RunSummary.Count> suppressed(LocalDate asOf) {
        return counts(
                "SELECT channel, reason, count(*) FROM notice_suppression WHERE as_of = ? GROUP BY 1, 2 ORDER BY 1, 2",
                asOf);
    }

    private List<RunSummary.Count> counts(String sql, LocalDate asOf) {
        return jdbc.sql(sql)
                .params(asOf)
                .query((row, number) -> new RunSummary.Count(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    /**
     * Reads the steps of a run that was begun, over the attempts that went on with it: what the latest wrote, and what
     * earlier ones wrote that stands. Partitions are counted in the step that split them.
     */
    private List<RunSummary.StepTime> steps(RunRecord run) {
        return jdbc.sql("""
                        WITH begun AS (
                            SELECT e.job_instance_id, max(e.job_execution_id) AS latest
                            FROM batch.batch_job_execution e
                            JOIN batch.batch_job_instance i USING (job_instance_id)
                            JOIN batch.batch_job_execution_params d ON d.job_execution_id = e.job_execution_id
                                AND d.parameter_name = 'asOf' AND d.parameter_value = :asOf
                            JOIN batch.batch_job_execution_params n ON n.job_execution_id = e.job_execution_id
                                AND n.parameter_name = 'runNo' AND n.parameter_value = :runNo
                            WHERE i.job_name = :job
                            GROUP BY e.job_instance_id ORDER BY latest DESC LIMIT 1),
                        ended AS (
                            SELECT DISTINCT ON (s.step_name) s.*, split_part(s.step_name, ':', 1) AS step,
                                   CASE WHEN s.job_execution_id = latest THEN s.write_count ELSE 0 END AS written,
                                   CASE WHEN s.job_execution_id < latest AND s.status = 'COMPLETED'
                                       THEN s.write_count ELSE 0 END AS kept
                            FROM batch.batch_step_execution s
                            JOIN batch.batch_job_execution e USING (job_execution_id) JOIN begun USING (job_instance_id)
                            ORDER BY s.step_name, s.step_execution_id DESC),
                        parts AS (
                            SELECT step, sum(written)::bigint AS written, sum(kept)::bigint AS kept
                            FROM ended WHERE step_name <> step GROUP BY step)
                        SELECT s.step, s.status, coalesce(p.written, s.written) AS written,
                               coalesce(p.kept, s.kept) AS kept,
                               coalesce(extract(epoch FROM s.end_time - s.start_time) * 1000, 0)::bigint AS millis
                        FROM ended s LEFT JOIN parts p USING (step)
                        WHERE s.step_name = s.step
                        ORDER BY s.step_execution_id
                        """)
                .param("asOf", run.asOf().toString())
                .param("runNo", Integer.toString(run.runNo()))
                .param("job", run.job())
                .query((row, number) -> new RunSummary.StepTime(
                        row.getString("step"),
                        row.getString("status"),
                        row.getLong("written"),
                        row.getLong("kept"),
                        row.getLong("millis")))
                .list();
    }
}
