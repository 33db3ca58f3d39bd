package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.arrears.cli.Shell.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the database refuses, every command says why; none takes it for a defect of its own. */
class DatabaseFaultsIT {

    private static final String NIGHT = "2026-09-30";

    /** Every command that opens the database, without what says where it is. */
    private static final List<String> COMMANDS = List.of(
            "nightly --as-of 2026-09-30 --in IN --out OUT --policy POLICY --rerun",
            "nightly --as-of 2026-09-30 --in IN --out OUT --policy POLICY --rerun --dry-run",
            "ingest --in IN --policy POLICY",
            "assess --as-of 2026-09-30 --policy POLICY --rerun",
            "notices --as-of 2026-09-30 --channel letter --out OUT --policy POLICY --rerun",
            "handoff --as-of 2026-09-30 --out OUT --policy POLICY --rerun",
            "export accounts --as-of 2026-09-30 --format csv -o -",
            "report ageing --as-of 2026-09-30",
            "explain L1 --as-of 2026-09-30",
            "policy diff POLICY POLICY --as-of 2026-09-30",
            "runs list",
            "runs show nightly-2026-09-30-1",
            "runs resume nightly-2026-09-30-1",
            "runs stop nightly-2026-09-30-1");

    private final Path folder;
    private final Lender lender;
    private final Path inbox;

    DatabaseFaultsIT(@TempDir Path folder) {
        this.folder = folder;
        this.lender = new Lender("faults", folder);
        this.inbox = new Tiny().in(lender, "good");
    }

    private void aCompleteNight() {
        lender.shell()
                .run(lender.nightly(NIGHT, inbox, inbox.resolve("policy.yaml")))
                .with(ExitCodes.DONE);
    }

    private Ended run(String command, String url) {
        List<String> arguments = new ArrayList<>();
        for (String word : List.of(command.split(" ", -1))) {
            arguments.add(word.replace("IN", inbox.toString())
                    .replace("OUT", lender.out().toString())
                    .replace("POLICY", inbox.resolve("policy.yaml").toString()));
        }
        arguments.addAll(List.of("--db", url, "--home", lender.home().toString()));
        return lender.shell().run(arguments);
    }

    private void noDefect(String command, Ended ended) {
        assertFalse(Files.exists(lender.home().resolve("defect.log")), () -> command + ": " + ended.err());
        assertFalse(ended.err().contains("\tat "), () -> command + ": " + ended.err());
    }

    /** Who only reads, or works on what is there, makes no schema and so has no right to lack. */
    private static boolean makesNothing(String command) {
        return command.matches("(export|report|explain|policy|runs).*");
    }

    private void allSay(String url, String says) {
        allSay(url, says, says);
    }

    private void allSay(String url, String whoMakesASchema, String whoDoesNot) {
        for (String command : COMMANDS) {
            String says = makesNothing(command) ? whoDoesNot : whoMakesASchema;
            Ended ended = run(command, url);
            noDefect(command, ended);
            assertEquals(ExitCodes.DATABASE_UNAVAILABLE, ended.code(), () -> command + ": " + ended.err());
            assertTrue(ended.err().contains(says), () -> command + ": " + ended.err());
        }
    }

    @Test
    void aDatabaseOfAnotherEncodingIsRefusedByAll() {
        TestServer.execute(
                "DROP DATABASE IF EXISTS latin WITH (FORCE)",
                "CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");
        allSay(TestServer.url("latin"), "its encoding is LATIN1");
    }

    @Test
    void aDatabaseThatIsNotThereIsRefusedByAll() {
        allSay(TestServer.url("nowhere"), "there is no such database");
    }

    @Test
    void aDatabaseWithoutAConnectionLeftIsWaitedForAndThenNamedByAll() {
        TestServer.execute("ALTER DATABASE faults CONNECTION LIMIT 0");
        allSay(lender.url() + "?loginTimeout=1", "no connection left");
    }

    @Test
    void aRoleThatMayCreateNothingIsToldByAll() {
        TestServer.execute(
                "DROP DATABASE IF EXISTS strict WITH (FORCE)",
                "CREATE DATABASE strict TEMPLATE template0",
                "REVOKE CREATE ON DATABASE strict FROM arrears, PUBLIC");
        allSay(TestServer.url("strict"), "lacks a right", "holds nothing of arrears");
    }

    @Test
    void aReadOnlyDatabaseWithoutASchemaIsNamedByAll() {
        TestServer.execute(
                "DROP DATABASE IF EXISTS empty WITH (FORCE)",
                "CREATE DATABASE empty TEMPLATE template0",
                "ALTER DATABASE empty SET default_transaction_read_only = on");
        allSay(TestServer.url("empty"), "read-only or a standby", "holds nothing of arrears");
    }

    @Test
    void aRoleThatMayReadNothingIsToldByAll() {
        aCompleteNight();
        lender.jdbc()
                .sql("REVOKE ALL ON run, assessed, assessment, loan FROM arrears")
                .update();
        allSay(lender.url(), "lacks a right");
    }

    @Test
    void aReadOnlyDatabaseCanBeReadAndWhoWouldWriteSaysWhyHeCannot() {
        aCompleteNight();
        TestServer.execute("ALTER DATABASE faults SET default_transaction_read_only = on");
        for (String command : COMMANDS) {
            Ended ended = run(command, lender.url());
            noDefect(command, ended);
            boolean reads = command.matches("(export|report|explain|policy|runs list|runs show).*");
            if (reads) {
                assertEquals(ExitCodes.DONE, ended.code(), () -> command + ": " + ended.err());
            } else if (!command.contains("resume") && !command.contains("--dry-run")) {
                assertEquals(ExitCodes.DATABASE_UNAVAILABLE, ended.code(), () -> command + ": " + ended.err());
                assertTrue(ended.err().contains("read-only or a standby"), () -> command + ": " + ended.err());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"statement_timeout, 1", "transaction_timeout, 1"})
    void aTimeoutOfTheServerIsNamedByWhoeverMeetsIt(String setting, int millis) {
        aCompleteNight();
        TestServer.execute("ALTER DATABASE faults SET " + setting + " = " + millis);
        int met = 0;
        for (String command : COMMANDS) {
            Ended ended = run(command, lender.url());
            noDefect(command, ended);
            if (ended.code() == ExitCodes.DATABASE_UNAVAILABLE) {
                met++;
                assertTrue(
                        ended.err().contains(setting) || ended.err().contains("lost the database"),
                        () -> command + ": " + ended.err());
            }
        }
        assertTrue(met > COMMANDS.size() / 2, "commands that met it: " + met);
    }

    @ParameterizedTest(name = "-Xmx{0}m")
    @ValueSource(ints = {10, 28})
    void aHeapThatIsTooSmallIsSaidWithWhatToSetAndWithoutATrace(int megabytes) throws Exception {
        Path messages = folder.resolve("messages.txt");
        Process night = new Shell(Map.of())
                .start(
                        messages,
                        List.of("-Xmx" + megabytes + "m"),
                        List.of(
                                "nightly",
                                "--as-of",
                                Lender.NIGHT_1,
                                "--in",
                                Lender.sampleInbox(Lender.NIGHT_1).toString(),
                                "--out",
                                lender.out().toString(),
                                "--policy",
                                Lender.policy().toString(),
                                "--quiet",
                                "--home",
                                folder.resolve("own").toString()));
        assertEquals(ExitCodes.FAILED, night.waitFor(), () -> read(messages));
        List<String> lines = read(messages).lines().toList();
        assertTrue(lines.get(lines.size() - 1).contains("ARREARS_JAVA_OPTS=-Xmx"), () -> read(messages));
        assertFalse(read(messages).contains("\tat "), () -> read(messages));
        assertFalse(Files.exists(folder.resolve("own/defect.log")));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
