package org.arrears.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.arrears.db.Database;
import org.arrears.db.TestServer;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs go on from every state that a death can leave behind. */
class RunnerIT {

    private static final LocalDate NIGHT = LocalDate.of(2026, 9, 30);
    private static final Database DATABASE = TestServer.freshDatabase("runner");

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

    private RunRequest request(RunRequest.Options options, String name) {
        return SomeJob.request(NIGHT, folder, options, name);
    }

    private Runner.Outcome run() {
        return run(request(RunRequest.Options.ORDINARY, "one"));
    }

    private Runner.Outcome run(RunRequest request) {
        return new Runner(DATABASE, Progress.SILENT, stop).run(SomeJob.class, request);
    }

    private void runCompletesWith(String... steps) {
        Runner.Outcome outcome = run();
        assertFalse(outcome.alreadyComplete());
        assertEquals(List.of(steps), SomeJob.DONE);
        assertEquals("completed", status());
    }

    private String status() {
        return jdbc.sql("SELECT status FROM run ORDER BY run_no DESC LIMIT 1")
                .query(String.class)
                .single();
    }

    /** Makes the record say what it would say had the process died at that moment. */
    private void died(String... statements) {
        jdbc.sql("UPDATE run SET status = 'running', ended_at = NULL").update();
        for (String statement : statements) {
            jdbc.sql(statement).update();
        }
        SomeJob.DONE.clear();
    }

    @Test
    void aCompleteRunIsNotDoneAgain() {
        runCompletesWith("first", "part a", "last");
        assertTrue(run().alreadyComplete());
        assertEquals(3, SomeJob.DONE.size());
    }

    @Test
    void aRerunIsANewRunOfTheSameDate() {
        run();
        Runner.Outcome again = run(request(RunRequest.Options.ORDINARY.withRerun(true), "one"));
        assertEquals("assess-2026-09-30-2", again.run().runId());
        assertEquals(6, SomeJob.DONE.size());
    }

    @Test
    void aFailedRunGoesOnUnderItsNumber() {
        SomeJob.work = name -> {
            if (name.equals("last")) {
                throw new IllegalStateException("on purpose");
            }
        };
        assertThrows(IllegalStateException.class, this::run);
        assertEquals("failed", status());
        SomeJob.work = name -> {};
        SomeJob.DONE.clear();
        Runner.Outcome outcome = run();
        assertEquals("assess-2026-09-30-1", outcome.run().runId());
        assertEquals(2, outcome.run().attempt());
        assertEquals(List.of("last"), SomeJob.DONE, "what is complete is not done again");
        assertEquals("completed", status());
    }

    @Test
    void aFailedRunUnderAnotherPolicyIsANewRun() {
        SomeJob.work = name -> {
            throw new IllegalStateException("on purpose");
        };
        assertThrows(IllegalStateException.class, this::run);
        SomeJob.work = name -> {};
        assertEquals(
                "assess-2026-09-30-2",
                run(request(RunRequest.Options.ORDINARY, "two")).run().runId());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aRunThatDiedInAStepGoesOnHoweverOftenItDies(int deaths) {
        run();
        for (int i = 0; i < deaths; i++) {
            died(
                    "UPDATE batch.batch_job_execution SET status = 'STARTED', exit_code = 'UNKNOWN', end_time = NULL"
                            + " WHERE job_execution_id = (SELECT max(job_execution_id) FROM batch.batch_job_execution)",
                    "UPDATE batch.batch_step_execution SET status = 'STARTED', end_time = NULL WHERE job_execution_id ="
                            + " (SELECT max(job_execution_id) FROM batch.batch_job_execution)"
                            + " AND step_name IN ('last', 'middle') OR step_name LIKE 'middle:%'");
            runCompletesWith("part a", "last");
        }
        assertEquals(
                deaths + 1,
                jdbc.sql("SELECT attempts FROM run").query(Integer.class).single());
    }

    @Test
    void aRunThatDiedBeforeItsFirstExecutionWasStoredGoesOn() {
        run();
        died("TRUNCATE batch.batch_job_execution CASCADE", "UPDATE batch.batch_job_instance SET version = 0");
        runCompletesWith("first", "part a", "last");
    }

    @Test
    void aRunThatDiedBeforeAnythingOfItWasStoredGoesOn() {
        run();
        died("TRUNCATE batch.batch_job_instance CASCADE");
        runCompletesWith("first", "part a", "last");
    }

    @Test
    void aRunThatDiedAfterItsLastStepIsComplete() {
        run();
        died();
        runCompletesWith();
        assertTrue(run().alreadyComplete());
    }

    @Test
    void aRunThatDiedWhileAPartitionWasMadeGoesOnWithWhatThePartitionCovers() {
        run();
        died(
                "UPDATE batch.batch_job_execution SET status = 'STARTED', end_time = NULL",
                "UPDATE batch.batch_step_execution SET status = 'STARTING', start_time = NULL, end_time = NULL"
                        + " WHERE step_name LIKE 'middle:%'",
                "UPDATE batch.batch_step_execution SET status = 'STARTED', end_time = NULL WHERE step_name = 'middle'",
                "DELETE FROM batch.batch_step_execution_context WHERE step_execution_id IN"
                        + " (SELECT step_execution_id FROM batch.batch_step_execution WHERE step_name = 'last')",
                "DELETE FROM batch.batch_step_execution WHERE step_name = 'last'",
                "UPDATE batch.batch_step_execution_context c SET short_context = o.short_context,"
                        + " serialized_context = o.serialized_context FROM batch.batch_step_execution_context o"
                        + " JOIN batch.batch_step_execution f ON f.step_execution_id = o.step_execution_id"
                        + " WHERE f.step_name = 'first' AND c.step_execution_id IN"
                        + " (SELECT step_execution_id FROM batch.batch_step_execution"
                        + " WHERE step_name LIKE 'middle:%')");
        runCompletesWith("part a", "last");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNKNOWN", "ABANDONED", "STOPPING", "STARTING", "STOPPED"})
    void aRunWhoseEndNobodyKnowsGoesOn(String status) {
        run();
        died(
                "UPDATE batch.batch_job_execution SET status = '" + status + "'",
                "UPDATE batch.batch_step_execution SET status = '" + status + "' WHERE step_name <> 'first'");
        runCompletesWith("part a", "last");
    }

    @Test
    void aStopInTheMiddleRollsItsStepBackAndTheRunGoesOn() {
        SomeJob.work = name -> {
            if (name.equals("part a")) {
                stop.request();
            }
            stop.check();
        };
        ArrearsException stopped = assertThrows(ArrearsException.class, this::run);
        assertEquals(FailureKind.STOPPED, stopped.kind());
        assertEquals("stopped", status());
        assertEquals(
                List.of("STOPPED"),
                jdbc.sql("SELECT status FROM batch.batch_job_execution")
                        .query(String.class)
                        .list());
        SomeJob.work = name -> {};
        SomeJob.DONE.clear();
        Runner.Outcome outcome = new Runner(DATABASE, Progress.SILENT, new StopSignal())
                .run(SomeJob.class, request(RunRequest.Options.ORDINARY, "one"));
        assertEquals("assess-2026-09-30-1", outcome.run().runId());
        assertEquals("completed", status());
    }

    @Test
    void aFailureThatSomebodyMayBeBlamedForIsReportedAsTheirs() {
        SomeJob.work = name -> {
            if (name.equals("part a")) {
                throw new ArrearsException(FailureKind.INPUT_REFUSED, "your file");
            }
        };
        ArrearsException theirs = assertThrows(ArrearsException.class, this::run);
        assertEquals("your file", theirs.getMessage());
        assertEquals("refused", status());
    }

    @Test
    void aFileThatCannotBeWrittenIsTheFaultOfTheEnvironment() {
        SomeJob.work = name -> {
            throw new java.io.UncheckedIOException(new IOException("No space left on device"));
        };
        ArrearsException environment = assertThrows(ArrearsException.class, this::run);
        assertEquals(FailureKind.FAILED, environment.kind());
        assertTrue(String.valueOf(environment.getMessage()).contains("No space left on device"));
        assertEquals("failed", status());
    }

    @ParameterizedTest(name = "{0} in {2}")
    @CsvSource(delimiter = '|', textBlock = """
            53100 | DATABASE_UNAVAILABLE | first  | disk is full
            53100 | DATABASE_UNAVAILABLE | part a | disk is full
            53200 | DATABASE_UNAVAILABLE | part a | out of memory
            25006 | DATABASE_UNAVAILABLE | last   | read-only
            42501 | DATABASE_UNAVAILABLE | first  | lacks a right
            57014 | DATABASE_UNAVAILABLE | part a | statement_timeout
            57P01 | DATABASE_UNAVAILABLE | last   | was stopped
            40P01 | FAILED               | part a | another session
            """)
    void whatTheDatabaseRefusesInTheMiddleOfAStepIsNamed(String state, FailureKind kind, String step, String says) {
        SomeJob.work = name -> {
            if (name.equals(step)) {
                jdbc.sql("DO $$ BEGIN RAISE EXCEPTION 'words of the server' USING ERRCODE = '" + state + "'; END $$")
                        .update();
            }
        };
        ArrearsException named = assertThrows(ArrearsException.class, this::run);
        assertEquals(kind, named.kind());
        String said = String.valueOf(named.getMessage());
        assertTrue(said.contains(says) && said.contains("words of the server"), said);
        assertEquals("failed", status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"first", "part a", "last"})
    void aHeapThatIsTooSmallIsSaidWithWhatToSetWhereverItRunsOut(String step) {
        SomeJob.work = name -> {
            if (name.equals(step)) {
                throw new OutOfMemoryError("Java heap space");
            }
        };
        ArrearsException small = assertThrows(ArrearsException.class, this::run);
        assertEquals(FailureKind.FAILED, small.kind());
        String said = String.valueOf(small.getMessage());
        assertTrue(said.contains("Java heap space") && said.contains("ARREARS_JAVA_OPTS"), said);
        assertEquals("failed", status());
    }

    @Test
    void theCommitThatSaysCompleteWaitsForTheDiskThoughTheServerIsSetNotTo() {
        jdbc.sql("""
                        CREATE TABLE IF NOT EXISTS commit_of_run (status text, waits text);
                        CREATE OR REPLACE FUNCTION note_commit() RETURNS trigger LANGUAGE plpgsql AS $$
                        BEGIN
                            INSERT INTO commit_of_run VALUES (NEW.status, current_setting('synchronous_commit'));
                            RETURN NULL;
                        END $$;
                        CREATE CONSTRAINT TRIGGER note_commit AFTER UPDATE ON run DEFERRABLE INITIALLY DEFERRED
                        FOR EACH ROW EXECUTE FUNCTION note_commit();
                        ALTER DATABASE runner SET synchronous_commit = off
                        """).update();
        try (Database careless = TestServer.again("runner")) {
            new Runner(careless, Progress.SILENT, stop).run(SomeJob.class, request(RunRequest.Options.ORDINARY, "one"));
            assertEquals(
                    "off",
                    JdbcClient.create(careless.dataSource())
                            .sql("SHOW synchronous_commit")
                            .query(String.class)
                            .single());
            assertEquals(
                    List.of("on"),
                    jdbc.sql("SELECT waits FROM commit_of_run WHERE status = 'completed'")
                            .query(String.class)
                            .list());
        } finally {
            jdbc.sql("DROP TRIGGER note_commit ON run; DROP TABLE commit_of_run;"
                            + " ALTER DATABASE runner RESET synchronous_commit")
                    .update();
        }
    }

    @Test
    void aDefectOfOursIsNobodyElsesFault() {
        SomeJob.work = name -> {
            throw new NullPointerException("ours");
        };
        IllegalStateException defect = assertThrows(IllegalStateException.class, this::run);
        assertEquals("ours", defect.getCause() == null ? "" : defect.getCause().getMessage());
    }

    @Test
    void aSecondRunnerIsLockedOutWhileTheFirstWorks() {
        List<FailureKind> kinds = new ArrayList<>();
        SomeJob.work = name -> {
            if (name.equals("first") && kinds.isEmpty()) {
                ArrearsException locked = assertThrows(ArrearsException.class, this::run);
                kinds.add(locked.kind());
            }
        };
        run();
        assertEquals(List.of(FailureKind.LOCKED), kinds);
        assertEquals(List.of("first", "part a", "last"), SomeJob.DONE);
    }
}
