package org.arrears.run;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.arrears.core.policy.RejectBudget;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables {@code run} and {@code policy}. */
public final class RunTable {

    /** A run is at work if it was the last to begin and somebody holds the lock. */
    private static final String SELECT = "SELECT r.*, p.name AS policy_name, r.status = 'running' AND NOT ("
            + RunLock.LOCK.held() + " AND r.lease IS NOT DISTINCT FROM (SELECT lease FROM run_lease)) AS is_dead"
            + " FROM run r JOIN policy p ON p.sha256 = r.policy_sha256";

    private final DataSource dataSource;
    private final JdbcClient jdbc;

    public RunTable(DataSource dataSource) {
        this.dataSource = dataSource;
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

    /** Returns the run that began last: the one at work, if any is. */
    Optional<RunRecord> lastBegun() {
        return jdbc.sql(SELECT + " WHERE r.lease = (SELECT lease FROM run_lease)")
                .query(RunTable::record)
                .optional();
    }

    /** Returns the newest date that is assessed. */
    Optional<LocalDate> newestAssessed() {
        return jdbc.sql("SELECT as_of FROM assessed ORDER BY as_of DESC LIMIT 1")
                .query(LocalDate.class)
                .optional();
    }

    /** Returns what was said to be meant for a run. */
    Set<Meant> meant(String runId) {
        return jdbc.sql("SELECT flag FROM run_meant WHERE run_id = ?")
                .params(runId)
                .query((row, number) -> Meant.of(row.getString(1)))
                .set();
    }

    /** Returns the newest runs, newest first. */
    public List<RunRecord> newest(int limit) {
        return jdbc.sql(SELECT + " ORDER BY started_at DESC, run_id DESC LIMIT ?")
                .params(limit)
                .query(RunTable::record)
                .list();
    }

    /** Returns the policy that the latest run used, of any job; one of these does not count. */
    public Optional<StoredPolicy> latestPolicy(String exceptSha256) {
        return jdbc.sql("SELECT p.yaml, r.templates_dir FROM run r JOIN policy p ON p.sha256 = r.policy_sha256"
                        + " WHERE p.sha256 <> ? ORDER BY r.started_at DESC LIMIT 1")
                .params(exceptSha256)
                .query((row, number) -> new StoredPolicy(
                        row.getString(1), Optional.ofNullable(row.getString(2)).map(Path::of)))
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
        return jdbc.sql("SELECT is_full, max_rejects, charset, mapping_file, rejects_file, dated"
                        + " FROM run WHERE run_id = ?")
                .params(runId)
                .query((row, number) -> RunRequest.Options.ORDINARY
                        .withFull(row.getBoolean(1))
                        .withFiles(
                                Optional.ofNullable(row.getString(2)).flatMap(RejectBudget::parse),
                                Optional.ofNullable(row.getString(3)).map(Charset::forName))
                        .withMapping(Optional.ofNullable(row.getString(4)).map(Path::of))
                        .withRejects(Optional.ofNullable(row.getString(5)).map(Path::of))
                        .withDated(row.getBoolean(6)))
                .single();
    }

    /** Returns the templates that a run was begun with. */
    public TemplateSet templates(String runId) {
        return jdbc.sql("SELECT templates_dir, templates_sha256 FROM run WHERE run_id = ?")
                .params(runId)
                .query((row, number) -> new TemplateSet(
                        Optional.ofNullable(row.getString(1)).map(Path::of), Optional.ofNullable(row.getString(2))))
                .single();
    }

    /**
     * Asks a run at work to stop, also one that only makes its folder again: in its record, for its loops, and in the
     * job repository, for its chunks. Says whether it is at work.
     */
    public boolean requestStop(String runId) {
        boolean atWork = jdbc.sql("UPDATE run r SET stop_requested = true WHERE run_id = ? AND (status = 'running' OR "
                                + RunLock.LOCK.held() + " AND r.lease = (SELECT lease FROM run_lease))")
                        .params(runId)
                        .update()
                > 0;
        if (atWork) {
            new RunningJob(dataSource).stop(find(runId).orElseThrow());
        }
        return atWork;
    }

    /** Says whether somebody asked the run to stop. */
    boolean stopRequested(String runId) {
        return jdbc.sql("SELECT stop_requested FROM run WHERE run_id = ?")
                .params(runId)
                .query(Boolean.class)
                .single();
    }

    /** Records why a run replays every loan; a later attempt may have to replay less. */
    public void noteFullReplay(Run run, String reason) {
        jdbc.sql("UPDATE run SET full_replay = ? WHERE run_id = ? AND attempts = ?")
                .params(reason, run.runId(), run.attempt())
                .update();
    }

    private static RunRecord record(ResultSet row, int number) throws SQLException {
        return new RunRecord(
                row.getString("run_id"),
                row.getString("job"),
                row.getObject("as_of", LocalDate.class),
                row.getInt("run_no"),
                new RunRecord.Policy(row.getString("policy_name"), row.getString("policy_sha256")),
                new RunRecord.Folders(row.getString("in_dir"), row.getString("out_dir")),
                state(row),
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("full_replay")),
                Optional.ofNullable(row.getString("made_again")),
                worker(row),
                row.getObject("started_at", OffsetDateTime.class).toInstant());
    }

    private static RunRecord.State state(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        String message = row.getString("message");
        return new RunRecord.State(
                row.getBoolean("is_dead") ? RunStatus.DIED : RunStatus.of(row.getString("status")),
                Optional.ofNullable(row.getObject("exit_code", Integer.class)),
                message == null ? "" : message,
                Optional.ofNullable(ended).map(OffsetDateTime::toInstant));
    }

    private static Optional<Worker> worker(ResultSet row) throws SQLException {
        String host = row.getString("host");
        return host == null
                ? Optional.empty()
                : Optional.of(new Worker(
                        host,
                        row.getLong("pid"),
                        row.getString("os_user"),
                        row.getObject("begun_at", OffsetDateTime.class).toInstant()));
    }
}
