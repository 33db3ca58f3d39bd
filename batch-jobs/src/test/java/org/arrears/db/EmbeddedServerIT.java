package org.arrears.db;

import static org.arrears.db.FirstVersion.ask;
import static org.arrears.db.FirstVersion.execute;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server in home: who may use it, when it is dead, and when it only seems so. */
class EmbeddedServerIT {

    private static final Duration SHORT = Duration.ofSeconds(1);

    @TempDir
    private static Path home = Path.of("");

    private static Path folder = Path.of("");
    private static ServerPrograms programs = new ServerPrograms(folder, folder);

    @BeforeAll
    static void unpack() throws IOException {
        folder = Files.createDirectory(
                home.resolve("postgres"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        programs = new ServerPrograms(folder, ServerBinaries.unpackedIn(folder));
        new DataFolder(folder).initialise();
    }

    @AfterEach
    void stopWhatRuns() throws Exception {
        ServerProcess process = process();
        if (process.state() == ServerProcess.State.OURS) {
            new DataFolder(folder).stop();
        }
    }

    private static ServerProcess process() throws IOException {
        return ServerProcess.of(folder.resolve("data"), folder);
    }

    private static Path pidFile() {
        return ServerProcess.file(folder.resolve("data"));
    }

    private static EmbeddedServer start() {
        return EmbeddedServer.start(home);
    }

    private static Connection connect(EmbeddedServer server) throws SQLException {
        return server.login().connectNow(server.url());
    }

    private static String password() throws IOException {
        return Files.readString(folder.resolve("password"));
    }

    @Test
    void everyStartHasANewPasswordThatOnlyItsOwnerCanRead() throws Exception {
        start().close();
        String first = password();
        try (EmbeddedServer server = start()) {
            assertNotEquals(first, password());
            assertEquals(
                    "rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))));
            Login old = Login.to(server.url(), Optional.of("arrears"), Optional.of(first), Map.of());
            SQLException refused = assertThrows(SQLException.class, () -> old.connect(server.url()));
            assertEquals("28P01", refused.getSQLState());
            for (Path log : List.of(folder.resolve("postgres.log"), folder.resolve("server.log"))) {
                assertFalse(Files.readString(log).contains(password()), log.toString());
            }
        }
    }

    @Test
    void commandsWorkAsTheOwnerOfTheDatabaseAndNobodyCanWorkAsSuperuser() throws Exception {
        try (EmbeddedServer server = start();
                Connection connection = connect(server)) {
            assertEquals("arrears", ask(connection, "SELECT current_user"));
            assertEquals("off", ask(connection, "SHOW is_superuser"));
            assertEquals("on", ask(connection, "SHOW fsync"));
            assertEquals("on", ask(connection, "SHOW synchronous_commit"));
            assertEquals(
                    "0", ask(connection, "SELECT count(*) FROM pg_roles WHERE rolsuper AND rolname <> 'postgres'"));
            Login superuser = Login.to(server.url(), Optional.of("postgres"), Optional.of(password()), Map.of());
            SQLException refused = assertThrows(SQLException.class, () -> superuser.connect(server.url()));
            assertTrue(String.valueOf(refused.getMessage()).contains("pg_hba.conf"), refused.getMessage());
        }
    }

    @Test
    void aDataFolderOfTheFirstVersionGoesOnWithAllThatIsInIt(@TempDir Path other) throws Exception {
        Path old = FirstVersion.dataFolder(other, programs);
        Files.createDirectory(old.resolve("18.4.0-linux-x86_64"));
        try (Database database =
                Database.open(new DatabaseAddress(Optional.empty(), Optional.empty(), Optional.empty(), other))) {
            try (Connection connection = database.connectAlone()) {
                assertEquals("off", ask(connection, "SHOW is_superuser"));
                assertEquals("C1", ask(connection, "SELECT customer_no FROM customer"));
                assertEquals(
                        "0",
                        ask(
                                connection,
                                "SELECT count(*) FROM pg_class WHERE oid >= 16384 AND relowner = 10 AND relkind <> 'i'"
                                        + " AND relnamespace <> 'pg_toast'::regnamespace"));
                ask(connection, "SELECT nextval('batch.batch_job_execution_seq')");
                ask(
                        connection,
                        "INSERT INTO customer (customer_no, name, file_no, line) VALUES ('C2', '张', 1, 2) RETURNING 1");
            }
            try (DatabaseCopy copy = DatabaseCopy.of(database);
                    Connection connection = copy.database().connectAlone()) {
                assertEquals("2", ask(connection, "SELECT count(*) FROM customer"));
            }
        }
        assertNotEquals(FirstVersion.PASSWORD, Files.readString(old.resolve("password")));
    }

    @Test
    void aStaleFileWhoseNumberAndPortOthersHaveNowHarmsNobody() throws Exception {
        start().close();
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try (Impostor impostor = new Impostor(Impostor.Manner.CLEARTEXT)) {
            writePidFile(stranger.pid(), impostor.port());
            try (EmbeddedServer server = start();
                    Connection connection = connect(server)) {
                assertEquals("1", ask(connection, "SELECT 1"));
                assertEquals(0, impostor.callers(), "nobody called the impostor");
                assertTrue(stranger.isAlive());
                assertNotEquals(stranger.pid(), process().pid());
            }
        } finally {
            stranger.destroy();
        }
    }

    @Test
    void anImpostorOnThePortOfADeadServerIsNotTalkedTo() throws Exception {
        start().close();
        Process dead = new ProcessBuilder("true").start();
        dead.waitFor();
        try (Impostor impostor = new Impostor(Impostor.Manner.NO_AUTHENTICATION)) {
            writePidFile(dead.pid(), impostor.port());
            start().close();
            assertEquals(0, impostor.callers(), "nobody called the impostor");
        }
    }

    private static void writePidFile(long pid, int port) throws IOException {
        Files.writeString(
                pidFile(),
                pid + "\n" + folder.resolve("data") + "\n1790000000\n" + port + "\n\n127.0.0.1\n1 1\nready   \n");
    }

    @Test
    void aServerThatWasKilledComesBackWithWhatWasCommitted() throws Exception {
        EmbeddedServer killed = start();
        try (Connection connection = connect(killed)) {
            execute(connection, "CREATE SCHEMA IF NOT EXISTS kept", "CREATE TABLE kept.row AS SELECT 7 AS value");
            kill("KILL", process().pid());
            try (EmbeddedServer server = start();
                    Connection again = connect(server)) {
                assertEquals("7", ask(again, "SELECT value FROM kept.row"));
                execute(again, "DROP SCHEMA kept CASCADE");
            }
        }
        killed.close();
    }

    @Test
    void aFullServerIsWaitedForAndNeverTakenForDead() throws Exception {
        try (EmbeddedServer server = start()) {
            long pid = process().pid();
            String file = Files.readString(pidFile());
            List<Connection> all = fill(server);
            ArrearsException told = assertThrows(ArrearsException.class, () -> EmbeddedServer.start(home, SHORT));
            assertEquals(FailureKind.DATABASE_UNAVAILABLE, told.kind());
            assertTrue(String.valueOf(told.getMessage()).contains("no connection left"), told.getMessage());
            assertEquals(pid, process().pid());
            assertEquals(file, Files.readString(pidFile()));
            assertEquals("1", ask(all.get(0), "SELECT 1"), "who was there is served");
            Thread leaving = later(() -> closeAll(all));
            EmbeddedServer second = start();
            leaving.join();
            assertEquals(pid, process().pid());
            second.close();
            assertEquals(ServerProcess.State.OURS, process().state(), "the first is still there");
        }
        assertEquals(ServerProcess.State.NONE, process().state(), "the last stops it");
    }

    private static List<Connection> fill(EmbeddedServer server) {
        List<Connection> all = new ArrayList<>();
        SQLException full = assertThrows(SQLException.class, () -> {
            while (all.size() < 1_000) {
                all.add(connect(server));
            }
        });
        assertEquals("53300", full.getSQLState());
        return all;
    }

    private static void closeAll(List<Connection> connections) throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }

    @Test
    void aServerThatShutsDownIsWaitedForAndThenStartedAnew() throws Exception {
        EmbeddedServer first = start();
        Connection working = connect(first);
        first.close();
        long pid = process().pid();
        // A smart shutdown lets nobody in and waits for those who are.
        kill("TERM", pid);
        until(() -> Files.readString(pidFile()).contains("stopping"));
        String file = Files.readString(pidFile());
        ArrearsException told = assertThrows(ArrearsException.class, () -> EmbeddedServer.start(home, SHORT));
        assertTrue(String.valueOf(told.getMessage()).contains("shutting down"), told.getMessage());
        assertEquals(file, Files.readString(pidFile()));
        assertEquals("1", ask(working, "SELECT 1"), "who was there is served");
        Thread leaving = later(working::close);
        try (EmbeddedServer second = start();
                Connection connection = connect(second)) {
            assertEquals("1", ask(connection, "SELECT 1"));
            assertNotEquals(pid, process().pid());
        }
        leaving.join();
    }

    @Test
    void aServerThatRecoversIsWaitedFor() throws Exception {
        start().close();
        recoverUntilPromoted();
        long pid = process().pid();
        ArrearsException told = assertThrows(ArrearsException.class, () -> EmbeddedServer.start(home, SHORT));
        assertTrue(String.valueOf(told.getMessage()).contains("starting, stopping or recovering"), told.getMessage());
        Thread promotion = later(() -> programs.run("", "pg_ctl", List.of("-D", data(), "-W", "promote")));
        try (EmbeddedServer server = start();
                Connection connection = connect(server)) {
            assertEquals("f", ask(connection, "SELECT pg_is_in_recovery()"));
            assertEquals(pid, process().pid());
        }
        promotion.join();
    }

    /** Starts it as a standby without a primary that lets nobody in, which is recovery for as long as one likes. */
    private static void recoverUntilPromoted() throws IOException, InterruptedException {
        String log = folder.resolve("server.log").toString();
        String replica =
                "-c wal_level=replica -c unix_socket_directories= -c max_connections=200 -p " + FirstVersion.freePort();
        programs.run("", "pg_ctl", List.of("-D", data(), "-l", log, "-w", "-o", replica, "start"));
        programs.run("", "pg_ctl", List.of("-D", data(), "-m", "fast", "-w", "stop"));
        Files.createFile(folder.resolve("data/standby.signal"));
        programs.run(
                "", "pg_ctl", List.of("-D", data(), "-l", log, "-W", "-o", replica + " -c hot_standby=off", "start"));
        until(() -> Files.exists(pidFile()) && process().port().isPresent());
    }

    private static String data() {
        return folder.resolve("data").toString();
    }

    @Test
    void manyCommandsSideBySideEachHaveAllTheirConnections() throws Exception {
        List<Database> commands = new ArrayList<>();
        List<Connection> connections = new ArrayList<>();
        for (int command = 0; command < 6; command++) {
            Database database =
                    Database.open(new DatabaseAddress(Optional.empty(), Optional.empty(), Optional.empty(), home));
            commands.add(database);
            for (int i = 0; i < 24; i++) {
                connections.add(database.dataSource().getConnection());
            }
        }
        assertEquals(144, connections.size());
        closeAll(connections);
        for (Database command : commands) {
            assertEquals(ServerProcess.State.OURS, process().state());
            command.close();
        }
        assertEquals(ServerProcess.State.NONE, process().state());
    }

    private interface Deed {
        void run() throws Exception;
    }

    private interface Question {
        boolean holds() throws IOException;
    }

    private static Thread later(Deed deed) {
        Thread thread = new Thread(() -> {
            try {
                Thread.sleep(1_500);
                deed.run();
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
        thread.start();
        return thread;
    }

    private static void until(Question question) throws IOException, InterruptedException {
        for (int look = 0; look < 600 && !question.holds(); look++) {
            Thread.sleep(50);
        }
        assertTrue(question.holds());
    }

    private static void kill(String signal, long pid) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start();
        assertTrue(kill.waitFor(10, TimeUnit.SECONDS));
        assertEquals(0, kill.exitValue());
    }
}
