package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.arrears.cli.Shell.Ended;
import org.arrears.db.OsProcess;
import org.arrears.run.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** {@code arrears runs} of runs that live, have died, or have lost their lock; and two runs at once. */
class RunsCommandIT {

    private static final String RUN = "nightly-2026-09-29-1";

    private final Path folder;
    private final Lender lender;

    RunsCommandIT(@TempDir Path folder) {
        this.folder = folder;
        this.lender = new Lender("runs_command", folder);
    }

    private Ended runs(String... arguments) {
        List<String> all = new ArrayList<>(List.of("runs"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--home", lender.home().toString(), "--db", lender.url()));
        return lender.shell().run(all);
    }

    private String row() {
        return lender.jdbc()
                .sql("SELECT status || ' ' || coalesce(exit_code::text, '-') FROM run")
                .query(String.class)
                .single();
    }

    /** Waits until something in the database is so. */
    private void await(String condition) {
        for (int look = 0; look < 600; look++) {
            if (lender.jdbc().sql("SELECT " + condition).query(Boolean.class).single()) {
                return;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException hurried) {
                throw new IllegalStateException(hurried);
            }
        }
        throw new AssertionError("never came to be: " + condition);
    }

    private static String blocked(int sessions) {
        return "count(*) >= " + sessions + " FROM pg_stat_activity WHERE datname = current_database()"
                + " AND wait_event_type = 'Lock'";
    }

    /** Keeps every run from deciding notices until it is closed. */
    private Connection holdingUp() throws Exception {
        return holdingUp("notice_suppression");
    }

    /** Keeps every run from a table until it is closed. */
    private Connection holdingUp(String table) throws Exception {
        Connection connection = TestServer.dataSource("runs_command").getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");
        }
        return connection;
    }

    private CompletableFuture<Ended> inTheBackground(List<String> command) {
        return CompletableFuture.supplyAsync(() -> lender.shell().run(command));
    }

    private void endTheSessionOfTheLock() {
        lender.jdbc()
                .sql("SELECT count(pg_terminate_backend(pid)) FROM pg_locks WHERE locktype = 'advisory' AND granted"
                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                .query(Integer.class)
                .single();
    }

    @Test
    void aRunThatLostItsLockToASecondEndsAndTheFolderIsTheSeconds() throws Exception {
        List<String> command = lender.nightly(Lender.NIGHT_1);
        CompletableFuture<Ended> first;
        CompletableFuture<Ended> second;
        try (Connection held = holdingUp()) {
            first = inTheBackground(command);
            await(blocked(1));
            endTheSessionOfTheLock();
            second = inTheBackground(command);
            await("attempts = 2 FROM run");
            await(blocked(2));
            held.rollback();
        }
        Ended ended = first.get(2, TimeUnit.MINUTES);
        assertEquals(ExitCodes.LOCKED, ended.code(), ended.err());
        assertTrue(
                ended.err()
                        .contains("arrears: run " + RUN + " lost its lock and another took over: attempt 2 of run "
                                + RUN + ", process "),
                ended.err());
        second.get(2, TimeUnit.MINUTES).with(ExitCodes.DONE_WITH_REJECTS);
        assertEquals("completed 3", row());
        Tree published = new Tree(lender.published(Lender.NIGHT_1));
        assertEquals(2, published.json("run.json").get("attempts").asInt());
        assertEquals(3, record().get("exit_code").asInt());
        Lender calm = new Lender("runs_calm", folder.resolve("calm"));
        calm.run(Lender.NIGHT_1).with(ExitCodes.DONE_WITH_REJECTS);
        assertEquals(new Tree(calm.published(Lender.NIGHT_1)).results(), published.results());
        assertEquals(List.of(), Tables.differences(Tables.rows(calm.jdbc()), Tables.rows(lender.jdbc())));
        assertEquals(new Tree(calm.out()).names(1), new Tree(lender.out()).names(1), "nothing unfinished lies about");
    }

    @Test
    void aRunThatLostItsLockToNobodyEndsWithSevenAndIsContinued() throws Exception {
        CompletableFuture<Ended> first;
        try (Connection held = holdingUp()) {
            first = inTheBackground(lender.nightly(Lender.NIGHT_1));
            await(blocked(1));
            endTheSessionOfTheLock();
            TimeUnit.SECONDS.sleep(3);
            held.rollback();
        }
        Ended ended = first.get(2, TimeUnit.MINUTES);
        assertEquals(ExitCodes.DATABASE_UNAVAILABLE, ended.code(), ended.err());
        assertTrue(ended.err().contains("lost the lock of this database with its connection"), ended.err());
        assertEquals("failed 7", row());
        assertFalse(Files.exists(lender.published(Lender.NIGHT_1)));
        lender.run(Lender.NIGHT_1).with(ExitCodes.DONE_WITH_REJECTS);
    }

    @Test
    void aRunThatLivesIsNamedToWhoeverIsRefusedAndKeepsItsRow() throws Exception {
        CompletableFuture<Ended> first;
        try (Connection held = holdingUp()) {
            first = inTheBackground(lender.nightly(Lender.NIGHT_1));
            await(blocked(1));
            assertEquals("running -", row());
            OsProcess process = OsProcess.current();
            String who = "another run holds the lock of this database: run " + RUN + ", process " + process.pid()
                    + " of " + process.osUser() + " on " + process.host() + ", since 20";
            for (Ended refused : List.of(lender.run(Lender.NIGHT_1), lender.run(Lender.NIGHT_2), runs("resume", RUN))) {
                refused.with(ExitCodes.LOCKED);
                assertTrue(refused.err().contains(who), refused.err());
                assertTrue(
                        refused.err().contains("or stop it (arrears runs stop" + lender.here() + " " + RUN + ")"),
                        refused.err());
            }
            assertEquals("running -", row(), "a refused command leaves the row of the other alone");
            assertFalse(Files.exists(lender.home().resolve("runs").resolve(RUN).resolve("run.json")));
            Ended dry = lender.run(Lender.NIGHT_1, "--dry-run").with(ExitCodes.LOCKED);
            assertTrue(dry.err().contains("uses it (process " + process.pid() + " of "), dry.err());
            assertTrue(
                    runs("list").out().contains(RUN + "         running    -    1 "),
                    runs("list").out());
            runs("stop", RUN).with(ExitCodes.DONE);
            TimeUnit.SECONDS.sleep(2);
            held.rollback();
        }
        assertEquals(ExitCodes.FAILED, first.get(2, TimeUnit.MINUTES).code());
        assertEquals("stopped 1", row());
    }

    private String statusOfTheJob() {
        return lender.jdbc()
                .sql("SELECT status FROM batch.batch_job_execution ORDER BY job_execution_id DESC LIMIT 1")
                .query(String.class)
                .single();
    }

    /** Starts a command, has it stopped by another process while it waits for a table, and lets it go on. */
    private Ended stoppedWhileItWaitsFor(String table) throws Exception {
        CompletableFuture<Ended> first;
        try (Connection held = holdingUp(table)) {
            first = inTheBackground(lender.nightly(Lender.NIGHT_1));
            await(blocked(1));
            Ended stop = runs("stop", RUN).with(ExitCodes.DONE);
            assertTrue(stop.out().contains("was asked to stop"), stop.out());
            assertEquals("STOPPING", statusOfTheJob());
            TimeUnit.SECONDS.sleep(2);
            held.rollback();
        }
        Ended ended = first.get(2, TimeUnit.MINUTES).with(ExitCodes.FAILED);
        assertEquals("STOPPED", statusOfTheJob());
        assertFalse(Files.exists(lender.published(Lender.NIGHT_1)));
        return ended;
    }

    @ParameterizedTest
    @ValueSource(strings = {"loan", "assessment_new", "notice_output", "placement"})
    void aRunThatAnotherProcessStopsIsStoppedInBothRecordsWhereverItIs(String table) throws Exception {
        stoppedWhileItWaitsFor(table);
        assertEquals("stopped 1", row());
        lender.run(Lender.NIGHT_1).with(ExitCodes.DONE_WITH_REJECTS);
        assertEquals("completed 3 COMPLETED", row() + " " + statusOfTheJob());
    }

    @Test
    void aFolderThatIsMadeAgainCanBeStoppedAndIsMadeByTheNextCommand() throws Exception {
        lender.run(Lender.NIGHT_1).with(ExitCodes.DONE_WITH_REJECTS);
        RunFolder.delete(lender.published(Lender.NIGHT_1));
        stoppedWhileItWaitsFor("notice_output");
        assertEquals("completed 3", row());
        Ended again = lender.run(Lender.NIGHT_1).with(ExitCodes.DONE_WITH_REJECTS);
        assertTrue(again.out().contains("made again"), again.out());
        runs("stop", RUN).with(ExitCodes.INPUT_REFUSED);
    }

    @Test
    void aRunThatWasKilledHasDiedAndIsNotStoppedButContinued() throws Exception {
        Process process;
        try (Connection held = holdingUp()) {
            process = lender.shell().start(folder.resolve("messages.txt"), lender.nightly(Lender.NIGHT_1));
            await(blocked(1));
            assertTrue(runs("list").out().contains(" running "), runs("list").out());
            process.destroyForcibly().waitFor();
            held.rollback();
        }
        await("NOT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory')");
        assertEquals("running -", row());
        assertTrue(
                runs("list").out().contains(RUN + "         died       -    1 "),
                runs("list").out());
        Ended shown = runs("show", RUN).with(ExitCodes.DONE);
        assertTrue(shown.out().startsWith(RUN + "  died  policy "), shown.out());
        assertTrue(shown.out().contains("\nby          process " + process.pid() + " of "), shown.out());
        String resume = "arrears runs resume" + lender.here() + " " + RUN;
        assertTrue(shown.out().contains("\nnext        it died: " + resume + "\n"), shown.out());
        assertTrue(runs("list").out().endsWith("says why it died; to continue it: " + resume + "\n"));
        var json = JsonMapper.shared()
                .readTree(runs("show", RUN, "--format", "json").out());
        assertEquals("died", json.get("status").asString());
        assertEquals(process.pid(), json.get("worker").get("pid").asLong());
        var list = JsonMapper.shared().readTree(runs("list", "--format", "json").out());
        assertEquals("died", list.get(0).get("status").asString());
        assertEquals(RUN, list.get(0).get("run_id").asString());
        Ended stop = runs("stop", RUN).with(ExitCodes.INPUT_REFUSED);
        assertTrue(
                stop.err().contains("run " + RUN + " is not running: it died (process " + process.pid() + " of "),
                stop.err());
        assertTrue(stop.err().contains("; to continue it: " + resume + ", or the command"), stop.err());
        runs("resume", RUN).with(ExitCodes.DONE_WITH_REJECTS);
        assertEquals("completed 3", row());
        assertTrue(
                runs("list").out().contains(RUN + "         completed  3    2 "),
                runs("list").out());
    }

    @Test
    void aSchemaOfANewerProgramIsRefusedByReadingCommandsToo() {
        lender.run(Lender.NIGHT_1).with(ExitCodes.DONE_WITH_REJECTS);
        lender.jdbc()
                .sql("INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
                        + " installed_by, execution_time, success)"
                        + " VALUES (999, '999', 'of the future', 'SQL', 'V999__of_the_future.sql', 'x', 1, true)")
                .update();
        List<String> explain = new ArrayList<>(List.of("explain", "LN2026000019", "--as-of", Lender.NIGHT_1));
        explain.addAll(List.of("--home", lender.home().toString(), "--db", lender.url()));
        for (Ended refused :
                List.of(runs("list"), lender.run(Lender.NIGHT_2), lender.shell().run(explain))) {
            refused.with(ExitCodes.DATABASE_UNAVAILABLE);
            assertTrue(refused.err().contains("is of version 999, this program knows versions up to "), refused.err());
        }
        assertEquals("completed 3", row());
    }

    private tools.jackson.databind.JsonNode record() {
        return new Tree(lender.home().resolve("runs").resolve(RUN)).json("run.json");
    }
}
