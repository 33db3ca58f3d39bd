package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.arrears.cli.Shell.Ended;
import org.arrears.disk.PrivateFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may see a password, and whose files are believed. */
class PasswordsIT {

    private static final String NIGHT = "2026-09-30";
    private static final String SECRET = "p4ss-w0rd";

    private final Path folder;
    private final Lender lender;
    private final Path inbox;

    PasswordsIT(@TempDir Path folder) {
        this.folder = folder;
        this.lender = new Lender("passwords", folder);
        this.inbox = new Tiny().in(lender, "good");
    }

    private static Ended run(Map<String, String> environment, List<String> arguments) {
        return new Shell(environment).run(arguments);
    }

    /** A night without {@code --db}: where the database is, the environment says. */
    private List<String> night() {
        List<String> arguments = new ArrayList<>(lender.nightly(NIGHT, inbox, inbox.resolve("policy.yaml")));
        int at = arguments.indexOf("--db");
        arguments.subList(at, at + 2).clear();
        return arguments;
    }

    private String truePassword() throws IOException {
        return Files.readString(Path.of(TestServer.environment().get("ARREARS_DB_PASSWORD_FILE")))
                .strip();
    }

    private Path file(String name, String mode, String text) throws IOException {
        Path file = Files.createDirectories(folder.resolve("files")).resolve(name);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        return file;
    }

    private void nowhereIs(String secret, Ended ended) throws IOException {
        assertFalse(ended.out().contains(secret), ended.out());
        assertFalse(ended.err().contains(secret), ended.err());
        if (Files.isDirectory(lender.home())) {
            try (Stream<Path> kept = Files.walk(lender.home())) {
                for (Path path : kept.filter(Files::isRegularFile).toList()) {
                    assertFalse(Files.readString(path).contains(secret), () -> secret + " in " + path);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://127.0.0.1:1/x?password=p4ss-w0rd",
                "jdbc:postgresql://127.0.0.1:1/x?ssl=true&sslpassword=p4ss-w0rd",
                "jdbc:postgresql://me:p4ss-w0rd@127.0.0.1:1/x",
                "postgres://me:p4ss-w0rd@127.0.0.1:1/x"
            })
    void aPasswordOnTheCommandLineIsRefusedAndNotRepeated(String url) throws IOException {
        List<String> arguments = new ArrayList<>(night());
        arguments.add("--db=" + url);
        arguments.add("--verbose");
        Ended ended = run(Map.of(), arguments).with(ExitCodes.CONFIGURATION_INVALID);
        assertTrue(ended.err().contains("ARREARS_DB_PASSWORD_FILE"), ended.err());
        nowhereIs(SECRET, ended);
        arguments.set(arguments.size() - 2, "--bd=" + url);
        nowhereIs(SECRET, run(Map.of(), arguments).with(ExitCodes.USAGE));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            not reachable    | jdbc:postgresql://127.0.0.1:1/x?password=p4ss-w0rd                        | 7
            two of them      | jdbc:postgresql://127.0.0.1:1/x?sslpassword=p4ss-w0rd&password=p4ss-w0rd  | 7
            user before host | jdbc:postgresql://me:p4ss-w0rd@127.0.0.1:1/x                              | 5
            another scheme   | jdbc:mysql://127.0.0.1:1/x?password=p4ss-w0rd                             | 5
            """)
    void aPasswordInTheEnvironmentsUrlIsNeverRepeated(String what, String url, int code) throws IOException {
        List<String> arguments = new ArrayList<>(night());
        arguments.add("--verbose");
        nowhereIs(SECRET, run(Map.of("ARREARS_DB_URL", url), arguments).with(code));
    }

    @Test
    void aPasswordInTheEnvironmentsUrlIsUsed() throws IOException {
        String url = lender.url() + "?password=" + truePassword();
        Ended ended = run(Map.of("ARREARS_DB_URL", url, "ARREARS_DB_USER", "arrears"), night())
                .with(ExitCodes.DONE);
        nowhereIs(truePassword(), ended);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-rw----", "rw-------"})
    void settingsWithAPasswordMustBeForTheirOwnerOnly(String mode) throws IOException {
        PrivateFiles.createFolders(lender.home());
        Path settings = lender.home().resolve("arrears.properties");
        Files.writeString(settings, "db.url=" + lender.url() + "?password=" + truePassword() + "\ndb.user=arrears\n");
        Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString(mode));
        boolean good = mode.endsWith("------");
        Ended ended = run(Map.of(), night()).with(good ? ExitCodes.DONE : ExitCodes.CONFIGURATION_INVALID);
        assertTrue(good || ended.err().contains("chmod"), ended.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ARREARS_DB_PASSWORD_FILE", "PGPASSFILE"})
    void aPasswordFileThatOthersCanReadIsRefusedUntilItIsPrivate(String variable) throws IOException {
        String text = variable.startsWith("PG") ? "*:*:*:*:" + truePassword() + "\n" : truePassword() + "\n";
        Path password = file("password", "rw-r-----", text);
        Map<String, String> environment = new HashMap<>(
                Map.of("ARREARS_DB_USER", "arrears", "ARREARS_DB_URL", lender.url(), variable, password.toString()));
        Ended refused = run(environment, night()).with(ExitCodes.CONFIGURATION_INVALID);
        assertTrue(refused.err().contains("chmod 600 " + password), refused.err());
        assertFalse(Files.exists(lender.published(NIGHT)));
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        if (variable.startsWith("PG")) {
            // The driver reads this variable itself, in a process of its own.
            Process process = new Shell(environment).start(folder.resolve("messages.txt"), night());
            assertEquals(
                    ExitCodes.DONE,
                    waitFor(process),
                    () -> folder.resolve("messages.txt").toString());
        } else {
            run(environment, night()).with(ExitCodes.DONE);
        }
    }

    private static int waitFor(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwxr-x", "rwxr-xrwx"})
    void aHomeThatOthersCanChangeIsRefusedByEveryCommandThatLooksIntoIt(String mode) throws IOException {
        Files.createDirectories(lender.home());
        Files.setPosixFilePermissions(lender.home(), PosixFilePermissions.fromString(mode));
        List<List<String>> commands = List.of(
                lender.nightly(NIGHT, inbox, inbox.resolve("policy.yaml")),
                lender.nightly(NIGHT, inbox, inbox.resolve("policy.yaml"), "--dry-run"),
                atHome("runs", "list"),
                atHome("explain", "L1", "--as-of", NIGHT),
                atHome("export", "accounts", "--as-of", NIGHT),
                atHome("report", "ageing", "--as-of", NIGHT),
                atHome("assess", "--as-of", NIGHT));
        for (List<String> command : commands) {
            Ended ended = lender.shell().run(command).with(ExitCodes.CONFIGURATION_INVALID);
            assertTrue(ended.err().contains("chmod go-w " + lender.home()), ended.err());
        }
        try (Stream<Path> left = Files.list(lender.home())) {
            assertEquals(List.of(), left.toList(), "nothing is made in it");
        }
    }

    private List<String> atHome(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.add("--home=" + lender.home());
        return arguments;
    }

    @Test
    void rulesThatEverybodyCanChangeAreWarnedOf() throws IOException {
        Path policy = inbox.resolve("policy.yaml");
        Files.setPosixFilePermissions(policy, PosixFilePermissions.fromString("rw-rw-rw-"));
        Ended ended = lender.shell().run(lender.nightly(NIGHT, inbox, policy)).with(ExitCodes.DONE);
        assertTrue(ended.err().contains("warning: " + policy + " can be changed by every user"), ended.err());
    }
}
