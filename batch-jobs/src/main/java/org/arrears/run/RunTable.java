package org.arrears.run;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.arrears.core.policy.RejectBudget;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code run} and {@code policy}. */
public final class RunTable {

    private static final String SELECT = """
            SELECT r.*, p.name AS policy_name
            FROM run r JOIN policy p ON p.sha256 = r.policy_sha256
            """;

    private final JdbcClient jdbc;

    public RunTable(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Returns the latest run of a job for a date. */
    public Optional<RunRecord> latest(String job, LocalDate asOf) {
        return jdbc.sql(SELECT + " WHERE job = ? AND as_of = ? ORDER BY run_no DESC LIMIT 1")
                .params(job, asOf)
                .query(RunTable::record)
                .optional();
    }

    public Optional<RunRecord> find(String runId) {
        return jdbc.sql(SELECT + " WHERE run_id = ?")
                .params(runId)
                .query(RunTable::record)
                .optional();
    }

    /** Returns the newest runs, newest first. */
    public List<RunRecord> newest(int limit) {
        return jdbc.sql(SELECT + " ORDER BY started_at DESC, run_id DESC LIMIT ?")
                .params(limit)
                .query(RunTable::record)
                .list();
    }

    /** Returns the text of the policy that the latest run used, of any job; one of these does not count. */
    public Optional<String> latestPolicy(String exceptSha256) {
        return jdbc.sql("SELECT p.yaml FROM run r JOIN policy p ON p.sha256 = r.policy_sha256"
                        + " WHERE p.sha256 <> ? ORDER BY r.started_at DESC LIMIT 1")
                .params(exceptSha256)
                .query(String.class)
                .optional();
    }

    /** Returns the text of the policy under which a date was assessed, or the last date before it. */
    public Optional<String> policyOfAssessment(LocalDate asOf) {
        return jdbc.sql("SELECT p.yaml FROM assessed a JOIN policy p ON p.sha256 = a.policy_sha256"
                        + " ORDER BY (a.as_of <= :asOf) DESC, abs(a.as_of - :asOf::date) LIMIT 1")
                .param("asOf", asOf)
                .query(String.class)
                .optional();
    }

    /** Returns the text of a policy by its digest. */
    public String policy(String sha256) {
        return jdbc.sql("SELECT yaml FROM policy WHERE sha256 = ?")
                .params(sha256)
                .query(String.class)
                .single();
    }

    /** Returns the options that a run was begun with. */
    public RunRequest.Options options(String runId) {
        return jdbc.sql("SELECT is_full, max_rejects, charset, mapping_file, rejects_file FROM run WHERE run_id = ?")
                .params(runId)
                .query((row, number) -> RunRequest.Options.ORDINARY
                        .withFull(row.getBoolean(1))
                        .withFiles(
                                Optional.ofNullable(row.getString(2)).flatMap(RejectBudget::parse),
                                Optional.ofNullable(row.getString(3)).map(Charset::forName))
                        .withMapping(Optional.ofNullable(row.getString(4)).map(Path::of))
                        .withRejects(Optional.ofNullable(row.getString(5)).map(Path::of)))
                .single();
    }

    /** Asks a running run to stop; says whether there was one. */
    public boolean requestStop(String runId) {
        return jdbc.sql("UPDATE run SET stop_requested = true WHERE run_id = ? AND status = 'running'")
                        .params(runId)
                        .update()
                > 0;
    }

    /** Says whether somebody asked the run to stop. */
    boolean stopRequested(String runId) {
        return jdbc.sql("SELECT stop_requested FROM run WHERE run_id = ?")
                .params(runId)
                .query(Boolean.class)
                .single();
    }

    /** Records that an attempt begins. */
    void begin(Run run) {
        RunRequest request = run.request();
        jdbc.sql("INSERT INTO policy (sha256, name, yaml) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(
                        request.policy().sha256(),
                        request.policy().name(),
                        request.policyFile().yaml())
                .update();
        jdbc.sql("""
                        INSERT INTO run (run_id, job, as_of, run_no, policy_sha256, in_dir, out_dir, status, attempts,
                                         started_at, is_full, max_rejects, charset, mapping_file, rejects_file)
                        VALUES (?, ?, ?, ?, ?, ?, ?, 'running', 1, now(), ?, nullif(?, ''), nullif(?, ''),
                                nullif(?, ''), nullif(?, ''))
                        ON CONFLICT (run_id) DO UPDATE
                        SET status = 'running', attempts = run.attempts + 1, exit_code = NULL, message = NULL,
                            ended_at = NULL, stop_requested = false, in_dir = excluded.in_dir,
                            out_dir = excluded.out_dir, is_full = excluded.is_full,
                            max_rejects = excluded.max_rejects, charset = excluded.charset,
                            mapping_file = excluded.mapping_file, rejects_file = excluded.rejects_file
                        """)
                .params(
                        run.runId(),
                        request.job(),
                        request.asOf(),
                        run.runNo(),
                        request.policy().sha256(),
                        request.in().toString(),
                        request.out().toString(),
                        request.options().full(),
                        request.options()
                                .maxRejects()
                                .map(RejectBudget::toString)
                                .orElse(""),
                        request.options().charset().map(Charset::name).orElse(""),
                        absolute(request.options().mapping()),
                        absolute(request.options().rejects()))
                .update();
    }

    private static String absolute(Optional<Path> file) {
        return file.map(path -> path.toAbsolutePath().normalize().toString()).orElse("");
    }

    /** Records why a run replays every loan; a later attempt may have to replay less. */
    public void noteFullReplay(Run run, String reason) {
        jdbc.sql("UPDATE run SET full_replay = ? WHERE run_id = ?")
                .params(reason, run.runId())
                .update();
    }

    /** Records how an attempt ended. */
    void end(Run run, RunStatus status, String message) {
        // Whatever the server's setting: once it says complete, it and all commits before it are on the server's disk.
        jdbc.sql("""
                        UPDATE run SET status = ?, message = ?, ended_at = now()
                        FROM (SELECT set_config('synchronous_commit', replace(
                                  current_setting('synchronous_commit'), 'off', 'on'), true)) AS waits
                        WHERE run_id = ?
                        """).params(status.code(), message, run.runId()).update();
    }

    /** Records the exit code that the command ended with. */
    public void exitCode(String runId, int exitCode) {
        jdbc.sql("UPDATE run SET exit_code = ? WHERE run_id = ?")
                .params(exitCode, runId)
                .update();
    }

    private static RunRecord record(ResultSet row, int number) throws SQLException {
        Integer exitCode = row.getObject("exit_code", Integer.class);
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        String message = row.getString("message");
        return new RunRecord(
                row.getString("run_id"),
                row.getString("job"),
                row.getObject("as_of", LocalDate.class),
                row.getInt("run_no"),
                row.getString("policy_name"),
                row.getString("policy_sha256"),
                row.getString("in_dir"),
                row.getString("out_dir"),
                RunStatus.of(row.getString("status")),
                row.getInt("attempts"),
                Optional.ofNullable(exitCode),
                message == null ? "" : message,
                Optional.ofNullable(row.getString("full_replay")),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(ended).map(OffsetDateTime::toInstant));
    }
}
