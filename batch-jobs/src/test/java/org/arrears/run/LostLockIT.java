package org.arrears.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.arrears.db.Database;
import org.arrears.db.OsProcess;
import org.arrears.db.TestServer;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A run that loses its lock commits nothing beside another, and who is refused learns by whom. */
class LostLockIT {

    private static final LocalDate NIGHT = LocalDate.of(2026, 9, 30);
    private static final Database DATABASE = TestServer.freshDatabase("lost_lock");

    private final StopSignal stop = new StopSignal();
    private final JdbcClient jdbc = JdbcClient.create(DATABASE.dataSource());

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void nothingRan() {
        jdbc.sql("TRUNCATE run, batch.batch_job_instance CASCADE").update();
        SomeJob.DONE.clear();
        SomeJob.work = name -> {};
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private RunRequest request() {
        return SomeJob.request(NIGHT, folder, RunRequest.Options.ORDINARY, "one");
    }

    private Runner.Outcome run() {
        return new Runner(DATABASE, Progress.SILENT, stop).run(SomeJob.class, request());
    }

    private String status() {
        return jdbc.sql("SELECT status FROM run").query(String.class).single();
    }

    /** Ends the session that holds the run lock, as an operator or a firewall would. */
    private void endTheSessionOfTheLock() {
        assertEquals(
                1,
                jdbc.sql("SELECT count(pg_terminate_backend(pid)) FROM pg_locks WHERE locktype = 'advisory' AND granted"
                                + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                        .query(Integer.class)
                        .single());
    }

    private void workUntilStopped() {
        for (int look = 0; look < 200; look++) {
            stop.check();
            sleep(100);
        }
        throw new AssertionError("nobody stopped a run that has lost its lock");
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException hurried) {
            throw new IllegalStateException(hurried);
        }
    }

    /** Runs a second command in a thread of its own, as another process would. */
    private Runner.Outcome elsewhere(RunRequest request) {
        return CompletableFuture.supplyAsync(
                        () -> new Runner(DATABASE, Progress.SILENT, new StopSignal()).run(SomeJob.class, request))
                .join();
    }

    /** Does something once, in the first step of the first run. */
    private static Consumer<String> onceInTheFirstStep(Runnable what) {
        AtomicBoolean done = new AtomicBoolean();
        return name -> {
            if (name.equals("first") && !done.getAndSet(true)) {
                what.run();
            }
        };
    }

    @Test
    void aRunThatLosesItsLockStopsAndSaysSo() {
        SomeJob.work = onceInTheFirstStep(() -> {
            endTheSessionOfTheLock();
            workUntilStopped();
        });
        ArrearsException lost = assertThrows(ArrearsException.class, this::run);
        assertEquals(FailureKind.DATABASE_UNAVAILABLE, lost.kind());
        assertTrue(
                String.valueOf(lost.getMessage())
                        .startsWith(
                                "lost the lock of this database with its connection (FATAL: terminating connection"),
                lost.getMessage());
        assertEquals(List.of("first"), SomeJob.DONE);
        assertEquals("failed", status());
        Runner.Outcome again = elsewhere(request());
        assertEquals(2, again.run().attempt());
        assertEquals("completed", status());
    }

    @Test
    void aRunThatLostItsLockToAnotherAttemptCommitsNothingMore() {
        SomeJob.work = onceInTheFirstStep(() -> {
            endTheSessionOfTheLock();
            assertFalse(elsewhere(request()).alreadyComplete());
        });
        ArrearsException takenOver = assertThrows(ArrearsException.class, this::run);
        assertEquals(FailureKind.LOCKED, takenOver.kind());
        assertTrue(
                String.valueOf(takenOver.getMessage())
                        .startsWith("run assess-2026-09-30-1 lost its lock and another took over:"
                                + " attempt 2 of run assess-2026-09-30-1, process "),
                takenOver.getMessage());
        assertEquals(List.of("first", "first", "part a", "last"), SomeJob.DONE);
        assertEquals("completed", status(), "the row is the other's");
        assertEquals(
                List.of("COMPLETED"),
                jdbc.sql("SELECT DISTINCT status FROM batch.batch_step_execution WHERE job_execution_id ="
                                + " (SELECT max(job_execution_id) FROM batch.batch_job_execution)")
                        .query(String.class)
                        .list());
    }

    @Test
    void aRunOfAnotherDateTakesOverToo() {
        RunRequest one = request();
        RunRequest other =
                new RunRequest(one.job(), NIGHT.plusDays(1), folder, folder, folder, one.policyFile(), one.options());
        SomeJob.work = onceInTheFirstStep(() -> {
            endTheSessionOfTheLock();
            elsewhere(other);
        });
        ArrearsException takenOver = assertThrows(ArrearsException.class, this::run);
        assertEquals(FailureKind.LOCKED, takenOver.kind());
        assertTrue(
                String.valueOf(takenOver.getMessage()).contains("attempt 1 of run assess-2026-10-01-1"),
                takenOver.getMessage());
        assertEquals(
                List.of("assess-2026-09-30-1 failed", "assess-2026-10-01-1 completed"),
                jdbc.sql("SELECT run_id || ' ' || status FROM run ORDER BY 1")
                        .query(String.class)
                        .list());
    }

    @Test
    void whoIsLockedOutIsToldByWhomAndWritesNothing() {
        List<String> messages = new ArrayList<>();
        SomeJob.work = onceInTheFirstStep(() -> {
            List<String> before = rows();
            Runner second = new Runner(DATABASE, Progress.SILENT, new StopSignal());
            ArrearsException locked = assertThrows(ArrearsException.class, () -> second.run(SomeJob.class, request()));
            messages.add(locked.getMessage());
            assertTrue(second.attempt().isEmpty());
            assertEquals(before, rows());
        });
        run();
        OsProcess process = OsProcess.current();
        String expected = "another run holds the lock of this database: run assess-2026-09-30-1, process "
                + process.pid() + " of " + process.osUser() + " on " + process.host()
                + ", since 20..-..-..T..:..:..Z: wait for it \\(arrears runs list\\), or stop it"
                + " \\(arrears runs stop assess-2026-09-30-1\\), then run again";
        assertTrue(messages.get(0).matches(expected), messages.get(0));
    }

    private List<String> rows() {
        return jdbc.sql("SELECT r::text FROM run r").query(String.class).list();
    }

    @Test
    void aRunThatIsMarkedAsRunningAndHasNoLockHasDied() {
        RunTable runs = new RunTable(DATABASE.dataSource());
        List<RunStatus> seen = new ArrayList<>();
        SomeJob.work = onceInTheFirstStep(() -> seen.add(CompletableFuture.supplyAsync(
                        () -> runs.find("assess-2026-09-30-1").orElseThrow().status())
                .join()));
        run();
        jdbc.sql("UPDATE run SET status = 'running', ended_at = NULL").update();
        seen.add(runs.find("assess-2026-09-30-1").orElseThrow().status());
        assertEquals(List.of(RunStatus.RUNNING, RunStatus.DIED), seen);
    }
}
