package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.arrears.cli.Shell.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command as cron, a script in the background or another user's shell starts it. */
class LauncherIT {

    private final Path folder;

    LauncherIT(@TempDir Path folder) {
        this.folder = folder;
    }

    private Launcher launcher(String... namesAndValues) throws IOException {
        Map<String, String> environment = new HashMap<>(TestServer.environment());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            environment.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Launcher(folder, environment);
    }

    @Test
    void chineseNamesAndFiltersAreUnderstoodWhateverTheLocale() throws Exception {
        Lender lender = new Lender("launched", folder);
        Path inbox = new Tiny().with("loans.csv", """
                        loan_no,customer_no,product,currency,principal,annual_rate,disbursed_on,matures_on
                        L1,C1,现金贷,CNY,1000.00,0.12,2026-01-15,2027-01-15
                        """).in(lender, "收件箱");
        Path out = folder.resolve("发件箱");
        Ended night = launcher()
                .run(
                        "true",
                        "nightly",
                        "--as-of=2026-09-30",
                        "--in=" + inbox,
                        "--out=" + out,
                        "--policy=" + inbox.resolve("policy.yaml"),
                        "--home=" + lender.home(),
                        "--db=" + lender.url())
                .with(ExitCodes.DONE);
        assertTrue(Files.isDirectory(out.resolve("2026-09-30")), night.out() + night.err());
        assertTrue(night.out().contains("发件箱"), night.out());
        for (String locale : List.of("LC_ALL=C", "LC_ALL=POSIX", "LC_CTYPE=no_SUCH.UTF-8", "LC_TIME=no_SUCH")) {
            String[] variable = locale.split("=", 2);
            Ended export = launcher(variable[0], variable[1])
                    .run(
                            "true",
                            "export",
                            "accounts",
                            "--as-of=2026-09-30",
                            "--where=product = '现金贷'",
                            "--columns=loan_no,product",
                            "--home=" + lender.home(),
                            "--db=" + lender.url())
                    .with(ExitCodes.DONE);
            assertEquals("loan_no,product\nL1,现金贷\n", export.out(), locale);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"check 收件箱", "export accounts --as-of 2026-09-30 --where name='张'"})
    void withoutTheLauncherLostCharactersAreNamedAndTheWayOut(String line) throws Exception {
        Shell shell = new Shell(Map.of());
        Path messages = folder.resolve("messages.txt");
        Process process = shell.start(messages, "export LC_ALL=C; exec \"$@\"", List.of(line.split(" ")));
        assertEquals(ExitCodes.USAGE, process.waitFor());
        String said = Files.readString(messages);
        assertTrue(said.contains("has characters that were lost: this process has the character set"), said);
        assertTrue(said.contains("LC_ALL=C.UTF-8"), said);
    }

    @Test
    void withoutTheLauncherAFileWhoseNameIsLostIsRefused() throws Exception {
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        Files.writeString(inbox.resolve("loans-贷款.csv"), "loan_no\n");
        Path messages = folder.resolve("messages.txt");
        Process process =
                new Shell(Map.of()).start(messages, "export LC_ALL=C; exec \"$@\"", List.of("check", inbox.toString()));
        assertEquals(ExitCodes.INPUT_REFUSED, process.waitFor(), () -> messages.toString());
        assertTrue(Files.readString(messages).contains("has characters that were lost"), Files.readString(messages));
    }

    @ParameterizedTest(name = "SIG{0} after {1}")
    @CsvSource({"INT, trap '' INT QUIT, 130", "TERM, trap '' TERM, 143", "INT, true, 130", "TERM, trap '' HUP, 143"})
    void aNightStartedInTheBackgroundIsStoppedByASignalAsOneInTheForeground(String signal, String prepared, int code)
            throws Exception {
        Lender lender = new Lender("launched", folder);
        Process night = night(lender, prepared);
        signal(night, signal);
        Ended ended = launcher().ended(night).with(code);
        assertTrue(ended.err().contains("stopped by a signal; nothing was published"), ended.err());
        assertFalse(Files.exists(lender.published(Lender.NIGHT_1)), "a stopped night publishes nothing");
    }

    @Test
    void aNightStartedWithNohupGoesOnWhenTheTerminalGoes() throws Exception {
        Lender lender = new Lender("launched", folder);
        Process night = night(lender, "trap '' HUP");
        signal(night, "HUP");
        launcher().ended(night).with(ExitCodes.DONE_WITH_REJECTS);
        assertTrue(Files.isDirectory(lender.published(Lender.NIGHT_1)));
    }

    /** Starts a night of the sample and waits until it is under way. */
    private Process night(Lender lender, String prepared) throws IOException, InterruptedException {
        Process process =
                launcher().start(prepared, lender.nightly(Lender.NIGHT_1).toArray(String[]::new));
        while (process.isAlive() && begun(lender) == 0) {
            process.waitFor(5, TimeUnit.MILLISECONDS);
        }
        return process;
    }

    private static int begun(Lender lender) {
        return lender.jdbc()
                .sql("SELECT coalesce(sum(attempts), 0) FROM run")
                .query(Integer.class)
                .single();
    }

    private static void signal(Process process, String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    @Test
    void everyWayToGiveDefaultSignalsIsOne() throws Exception {
        for (String program : List.of("env", "perl", "python3")) {
            Optional<Path> found = Stream.of("/usr/bin", "/bin", "/usr/local/bin")
                    .map(place -> Path.of(place, program))
                    .filter(Files::isExecutable)
                    .findFirst();
            if (found.isEmpty()) {
                System.out.println("not tried: " + program);
                continue;
            }
            Path only = Files.createDirectories(folder.resolve("only-" + program));
            Files.createSymbolicLink(only.resolve(program), found.get());
            Process process = launcherless("PATH=" + only + "; default_signals; trap '' INT; "
                    + "exec \"${signals[@]}\" /bin/sh -c 'kill -INT $$; echo survived'");
            assertEquals(130, process.waitFor(), program);
        }
    }

    /** Becomes what a script with the launchers' functions says, and says how that ended as a shell does. */
    private static Process launcherless(String script) throws IOException {
        return new ProcessBuilder("bash", "-c", ". ../bin/common.sh; (" + script + ")")
                .redirectErrorStream(true)
                .start();
    }

    @Test
    void helpNeedsNoLocaleEither() throws Exception {
        Ended help = launcher().run("true", "--help").with(ExitCodes.DONE);
        assertTrue(help.out().contains("nightly"), help.out());
        assertEquals("", help.err());
    }
}
