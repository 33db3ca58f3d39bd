package org.arrears.run;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.arrears.core.policy.RejectBudget;
import org.arrears.db.OsProcess;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One attempt at a run, by the lease it was given: no later attempt of any run may have begun, else it writes nothing
 * more. The only one that writes to the row of its run.
 */
public final class Attempt {

    /** Somebody who has lost the lock may be in the middle of publishing; that takes a moment. */
    private static final String PATIENCE = "1min";

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final RunTable runs;
    private final Run run;
    private final long lease;

    private Attempt(DataSource dataSource, Run run, long lease) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.runs = new RunTable(dataSource);
        this.run = run;
        this.lease = lease;
    }

    /** Begins an attempt; only for the holder of the run lock. */
    static Attempt begin(DataSource dataSource, Run run, Map<Meant, String> meant) {
        return inTransaction(dataSource, jdbc -> {
            insertPolicy(jdbc, run.request());
            AskedFor asked = new AskedFor(run.request());
            String inbox = asked.inboxSha256();
            int begunIn = begunIn(jdbc, run, asked.sha256(), inbox);
            Attempt attempt = new Attempt(dataSource, run.goingOnWith(begunIn), raisedLease(jdbc, run));
            attempt.upsertRun();
            jdbc.sql("UPDATE run SET begun_in = ?, asked_sha256 = ?, inbox_sha256 = ? WHERE run_id = ?")
                    .params(begunIn, asked.sha256(), inbox, run.runId())
                    .update();
            if (!attempt.run.goesOn()) {
                new KeptFiles(jdbc, run).forget();
            }
            meant.forEach((flag, about) -> jdbc.sql(
                            "INSERT INTO run_meant (run_id, flag, about) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                    .params(run.runId(), flag.flag(), about)
                    .update());
            attempt.sign();
            return attempt;
        });
    }

    /**
     * Returns the attempt to go on with: that with which the last one of this run did, if nobody has worked on this
     * database since, the server has not crashed, and it was asked for the same; never if all is to be done again.
     * The inbox may have changed as long as nothing but its files was worked on, which are known one by one.
     */
    private static int begunIn(JdbcClient jdbc, Run run, String asked, String inbox) {
        if (run.request().options().rerun()) {
            return run.attempt();
        }
        return jdbc.sql("""
                        SELECT begun_in FROM run
                        WHERE run_id = :run AND attempts = :attempts AND begun_in IS NOT NULL AND asked_sha256 = :asked
                            AND lease = (SELECT lease FROM run_lease) AND lease = (SELECT max(lease) FROM run_memory)
                            AND (inbox_sha256 = nullif(:inbox, '') OR (
                                SELECT count(DISTINCT split_part(s.step_name, ':', 1)) <= 1
                                FROM batch.batch_step_execution s
                                JOIN batch.batch_job_execution e USING (job_execution_id)
                                WHERE e.job_instance_id = (
                                    SELECT l.job_instance_id FROM batch.batch_job_execution l
                                    ORDER BY l.job_execution_id DESC LIMIT 1)))
                        """)
                .param("run", run.runId())
                .param("attempts", run.attempt() - 1)
                .param("asked", asked)
                .param("inbox", inbox)
                .query(Integer.class)
                .optional()
                .orElse(run.attempt());
    }

    /** Returns the same attempt, knowing what there is of its folder. */
    Attempt finding(FolderState found) {
        return new Attempt(dataSource, run.finding(found), lease);
    }

    /** Begins to make the published folder of a complete run again, which stays complete meanwhile. */
    static Attempt beginAgain(DataSource dataSource, Run run, String why) {
        return inTransaction(dataSource, jdbc -> {
            Attempt attempt = new Attempt(dataSource, run, raisedLease(jdbc, run));
            new KeptFiles(jdbc, run).forget();
            jdbc.sql("UPDATE run SET attempts = attempts + 1, stop_requested = false, made_again = ? WHERE run_id = ?")
                    .params(why, run.runId())
                    .update();
            attempt.sign();
            return attempt;
        });
    }

    private interface Beginning {
        Attempt begin(JdbcClient jdbc);
    }

    private static Attempt inTransaction(DataSource dataSource, Beginning beginning) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        try {
            return new TransactionTemplate(new JdbcTransactionManager(dataSource)).execute(status -> {
                jdbc.sql("SET LOCAL lock_timeout = '" + PATIENCE + "'").update();
                return beginning.begin(jdbc);
            });
        } catch (CannotAcquireLockException publishing) {
            throw new ArrearsException(
                    FailureKind.LOCKED,
                    "a run that has lost the lock of this database is just publishing: run again in a minute",
                    publishing);
        }
    }

    private static void insertPolicy(JdbcClient jdbc, RunRequest request) {
        jdbc.sql("INSERT INTO policy (sha256, name, yaml) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(
                        request.policy().sha256(),
                        request.policy().name(),
                        request.policyFile().yaml())
                .update();
    }

    private static long raisedLease(JdbcClient jdbc, Run run) {
        return jdbc.sql("""
                        INSERT INTO run_lease (lease, run_id) VALUES (1, ?)
                        ON CONFLICT (only_row) DO UPDATE SET lease = run_lease.lease + 1, run_id = excluded.run_id
                        RETURNING lease
                        """).params(run.runId()).query(Long.class).single();
    }

    private void upsertRun() {
        RunRequest request = run.request();
        jdbc.sql("""
                        INSERT INTO run (run_id, job, as_of, run_no, policy_sha256, in_dir, out_dir, status, attempts,
                                         started_at, is_full, max_rejects, charset, mapping_file, rejects_file,
                                         dated, templates_dir, templates_sha256)
                        VALUES (?, ?, ?, ?, ?, ?, ?, 'running', 1, now(), ?, nullif(?, ''), nullif(?, ''),
                                nullif(?, ''), nullif(?, ''), ?, nullif(?, ''), nullif(?, ''))
                        ON CONFLICT (run_id) DO UPDATE
                        SET status = 'running', attempts = run.attempts + 1, exit_code = NULL, message = NULL,
                            ended_at = NULL, stop_requested = false, in_dir = excluded.in_dir,
                            out_dir = excluded.out_dir, is_full = excluded.is_full,
                            max_rejects = excluded.max_rejects, charset = excluded.charset,
                            mapping_file = excluded.mapping_file, rejects_file = excluded.rejects_file,
                            dated = excluded.dated,
                            templates_dir = excluded.templates_dir, templates_sha256 = excluded.templates_sha256
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
                        absolute(request.options().rejects()),
                        request.options().dated(),
                        absolute(request.policyFile().templates().folder()),
                        request.policyFile().templates().sha256().orElse(""))
                .update();
    }

    private static String absolute(Optional<Path> file) {
        return file.map(path -> path.toAbsolutePath().normalize().toString()).orElse("");
    }

    private void sign() {
        jdbc.sql("DELETE FROM run_memory").update();
        jdbc.sql("INSERT INTO run_memory (lease) VALUES (?)").params(lease).update();
        OsProcess process = OsProcess.current();
        jdbc.sql("UPDATE run SET lease = ?, host = ?, pid = ?, os_user = ?, begun_at = now() WHERE run_id = ?")
                .params(lease, process.host(), process.pid(), process.osUser(), run.runId())
                .update();
    }

    public Run run() {
        return run;
    }

    /**
     * Ends the work here if another attempt has begun. Until the transaction ends that asks, none can begin; asked
     * last in it, so that a process that stands still holds up nobody.
     *
     * @throws ArrearsException naming the other
     */
    public void requireLease() {
        boolean ours = jdbc.sql("SELECT lease = ? FROM run_lease FOR SHARE")
                .params(lease)
                .query(Boolean.class)
                .single();
        if (!ours) {
            throw new ArrearsException(
                    FailureKind.LOCKED,
                    "run " + run.runId() + " lost its lock and another took over: " + successor()
                            + "; this one has stopped and published nothing: see arrears runs list");
        }
    }

    private String successor() {
        return runs.lastBegun()
                .map(other -> "attempt " + other.attempts() + " of run " + other.runId()
                        + other.worker().map(worker -> ", " + worker).orElse(""))
                .orElse("a run that is not recorded");
    }

    /** Records how it ended; says whether the run was still its own. */
    boolean end(RunStatus status, String message) {
        // Whatever the server's setting: once it says complete, it and all commits before it are on the server's disk.
        return jdbc.sql("""
                        WITH unneeded AS (
                            DELETE FROM run_file f USING run r
                            WHERE f.run_id = r.run_id AND r.run_id = :run AND r.lease = :lease
                                AND :status = 'completed')
                        UPDATE run SET status = :status, message = :message, ended_at = now()
                        FROM (SELECT set_config('synchronous_commit', replace(
                                  current_setting('synchronous_commit'), 'off', 'on'), true)) AS waits
                        WHERE run_id = :run AND lease = :lease
                        """)
                        .param("run", run.runId())
                        .param("lease", lease)
                        .param("status", status.code())
                        .param("message", message)
                        .update()
                > 0;
    }

    /** Records the exit code that the command ended with; says whether the run was still its own. */
    public boolean exitCode(int exitCode) {
        return jdbc.sql("UPDATE run SET exit_code = ? WHERE run_id = ? AND lease = ?")
                        .params(exitCode, run.runId(), lease)
                        .update()
                > 0;
    }
}
