package org.arrears.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.arrears.db.Database;
import org.arrears.db.TestServer;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is complete is not done again, what is not is done once, and what we rely on in Spring Batch holds. */
class RestartIT {

    private static final LocalDate NIGHT = LocalDate.of(2026, 9, 30);
    private static final String RUN = "assess-2026-09-30-1";
    private static final Database DATABASE = TestServer.freshDatabase("restart");
    private static final List<Integer> ALL =
            IntStream.rangeClosed(1, ManyThings.THINGS + 1).boxed().toList();

    private final JdbcClient jdbc = JdbcClient.create(DATABASE.dataSource());

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void nothingRan() {
        jdbc.sql("TRUNCATE run, batch.batch_job_instance CASCADE").update();
        ManyThings.makeTable(jdbc);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private RunRequest request(RunRequest.Options options) {
        return SomeJob.request(NIGHT, folder, options, "one");
    }

    private Runner.Outcome run() {
        return run(request(RunRequest.Options.ORDINARY));
    }

    private static Runner.Outcome run(RunRequest request) {
        return new Runner(DATABASE, Progress.SILENT, new StopSignal()).run(ManyThings.class, request);
    }

    private List<Integer> done() {
        return ManyThings.done(jdbc);
    }

    private static void at(int number, Runnable what) {
        AtomicInteger times = new AtomicInteger();
        ManyThings.beforeWriting = writing -> {
            if (writing == number && times.getAndIncrement() == 0) {
                what.run();
            }
        };
    }

    private static void failsAt(int number) {
        at(number, () -> {
            throw new IllegalStateException("on purpose");
        });
    }

    private List<String> steps() {
        return jdbc.sql("SELECT split_part(step_name, ':', 1) || ' ' || status || ' ' || write_count"
                        + " FROM batch.batch_step_execution WHERE job_execution_id ="
                        + " (SELECT max(job_execution_id) FROM batch.batch_job_execution) ORDER BY step_execution_id")
                .query(String.class)
                .list();
    }

    private List<String> statuses() {
        return jdbc.sql("SELECT status FROM run UNION ALL (SELECT status FROM batch.batch_job_execution"
                        + " ORDER BY job_execution_id DESC LIMIT 1)")
                .query(String.class)
                .list();
    }

    @Test
    void everyPartitionIsDoneByTheSameWorker() {
        run();
        assertEquals(ALL, done());
        assertEquals(
                List.of(
                        "copy-things COMPLETED 40",
                        "copy-things COMPLETED 10",
                        "copy-things COMPLETED 10",
                        "copy-things COMPLETED 10",
                        "copy-things COMPLETED 10",
                        "write-last COMPLETED 1"),
                steps());
    }

    @Test
    void aRestartDoesOnlyThePartitionsThatAreNotComplete() {
        failsAt(25);
        assertThrows(IllegalStateException.class, this::run);
        assertEquals(
                IntStream.rangeClosed(1, 24).boxed().toList(), done(), "the failed chunk is not there, others are");
        assertEquals(2, run().run().attempt());
        assertEquals(ALL, done());
        assertEquals(
                List.of(
                        "copy-things COMPLETED 20",
                        "copy-things COMPLETED 10",
                        "copy-things COMPLETED 10",
                        "write-last COMPLETED 1"),
                steps());
    }

    @Test
    void noPartitionBeginsAfterOneThatFailed() {
        failsAt(25);
        assertThrows(IllegalStateException.class, this::run);
        assertEquals(
                List.of(
                        "copy-things FAILED 24",
                        "copy-things COMPLETED 10",
                        "copy-things COMPLETED 10",
                        "copy-things FAILED 4",
                        "copy-things STOPPED 0"),
                steps());
    }

    @Test
    void aChunkWhoseCommitFailsIsDoneOnceAndNotPassedOver() {
        jdbc.sql("""
                        CREATE OR REPLACE FUNCTION refuse_23() RETURNS trigger LANGUAGE plpgsql AS $$
                        BEGIN RAISE EXCEPTION 'at commit' USING ERRCODE = '53100'; END $$;
                        CREATE CONSTRAINT TRIGGER refuse_23 AFTER INSERT ON thing_done DEFERRABLE INITIALLY DEFERRED
                        FOR EACH ROW WHEN (NEW.number = 23) EXECUTE FUNCTION refuse_23()
                        """).update();
        try {
            assertThrows(ArrearsException.class, this::run);
        } finally {
            jdbc.sql("DROP TRIGGER refuse_23 ON thing_done").update();
        }
        assertEquals(IntStream.rangeClosed(1, 22).boxed().toList(), done());
        run();
        assertEquals(ALL, done());
    }

    @Test
    void aRerunOfAnUnfinishedRunDoesAllOfItAgain() {
        failsAt(25);
        assertThrows(IllegalStateException.class, this::run);
        run(request(RunRequest.Options.ORDINARY.withRerun(true)));
        assertEquals(ALL, done());
        assertEquals("copy-things COMPLETED 40", steps().get(0));
    }

    @Test
    void anAttemptThatIsAskedForSomethingElseDoesAllAgain() {
        failsAt(25);
        assertThrows(IllegalStateException.class, this::run);
        run(request(RunRequest.Options.ORDINARY.withFull(true)));
        assertEquals(ALL, done());
        assertEquals("copy-things COMPLETED 40", steps().get(0));
    }

    @Test
    void anAttemptAfterAnotherRunDoesAllAgain() {
        failsAt(25);
        assertThrows(IllegalStateException.class, this::run);
        RunRequest one = request(RunRequest.Options.ORDINARY);
        run(new RunRequest(one.job(), NIGHT.plusDays(1), folder, folder, folder, one.policyFile(), one.options()));
        jdbc.sql("TRUNCATE thing_done").update();
        run();
        assertEquals(ALL, done());
        assertEquals("copy-things COMPLETED 40", steps().get(0));
    }

    @Test
    void anAttemptAfterACrashOfTheServerDoesAllAgain() {
        failsAt(25);
        assertThrows(IllegalStateException.class, this::run);
        jdbc.sql("TRUNCATE run_memory, thing_done").update();
        run();
        assertEquals(ALL, done());
        assertEquals("copy-things COMPLETED 40", steps().get(0));
    }

    @Test
    void aStopByAnotherProcessIsSeenAtTheNextChunkAndNothingLaterRuns() {
        at(
                25,
                () -> CompletableFuture.runAsync(() -> assertTrue(new RunTable(DATABASE.dataSource()).requestStop(RUN)))
                        .join());
        ArrearsException stopped = assertThrows(ArrearsException.class, this::run);
        assertEquals(FailureKind.STOPPED, stopped.kind());
        assertEquals(
                IntStream.rangeClosed(1, 26).boxed().toList(),
                done(),
                "the chunk in hand is committed, no other begins");
        assertEquals(List.of("stopped", "STOPPED"), statuses());
        assertTrue(steps().stream().noneMatch(step -> step.startsWith("write-last")), steps()::toString);
        run();
        assertEquals(ALL, done());
        assertEquals(List.of("completed", "COMPLETED"), statuses());
        assertEquals("copy-things COMPLETED 20", steps().get(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 25, 40})
    void aSignalStopsAChunkStepAtItsNextChunkAndBothRecordsSayStopped(int number) {
        StopSignal stop = new StopSignal();
        at(number, stop::request);
        Runner runner = new Runner(DATABASE, Progress.SILENT, stop);
        ArrearsException stopped = assertThrows(
                ArrearsException.class, () -> runner.run(ManyThings.class, request(RunRequest.Options.ORDINARY)));
        assertEquals(FailureKind.STOPPED, stopped.kind());
        assertEquals(List.of("stopped", "STOPPED"), statuses());
        run();
        assertEquals(ALL, done());
    }

    @Test
    void aFrozenAttemptOfAStoppedJobThatWasContinuedWritesNothingMore() {
        at(
                25,
                () -> CompletableFuture.runAsync(() -> {
                            jdbc.sql("UPDATE batch.batch_job_execution SET status = 'STOPPED', end_time = now(),"
                                            + " version = version + 1")
                                    .update();
                            jdbc.sql("UPDATE batch.batch_step_execution SET status = 'STOPPED', end_time = now(),"
                                            + " version = version + 1 WHERE status <> 'COMPLETED'")
                                    .update();
                            jdbc.sql("UPDATE run SET status = 'stopped'").update();
                            jdbc.sql("SELECT count(pg_terminate_backend(pid)) FROM pg_locks WHERE locktype = 'advisory'"
                                            + " AND granted AND database ="
                                            + " (SELECT oid FROM pg_database WHERE datname = current_database())")
                                    .query(Integer.class)
                                    .single();
                            run();
                        })
                        .join());
        ArrearsException fenced = assertThrows(ArrearsException.class, this::run);
        assertEquals(FailureKind.LOCKED, fenced.kind());
        assertEquals(ALL, done());
        assertEquals("completed", statuses().get(0));
    }

    @Test
    void aWorkerThatNeverRanFailsItsStep() {
        ManyThings.worker = step -> new Step() {
            @Override
            public String getName() {
                return step.getName();
            }

            @Override
            public void execute(StepExecution partition) {
                // as a handler whose workers could not start
            }
        };
        IllegalStateException failed = assertThrows(IllegalStateException.class, this::run);
        assertTrue(String.valueOf(failed).contains("FAILED"), failed.toString());
        assertEquals("failed", statuses().get(0));
        assertEquals(List.of(), done());
    }
}
