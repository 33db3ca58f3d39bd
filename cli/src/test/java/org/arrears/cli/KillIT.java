package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.arrears.cli.Shell.Ended;
import org.arrears.sample.SampleData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A run that is killed, however often and wherever, and run again ends as if nothing had happened. */
class KillIT {

    /** How often a night is killed, and at how many moments a load: more of both in the profile {@code long}. */
    private static final int KILLS_A_NIGHT = Integer.getInteger("kill.night", 2);

    private static final int KILLS_OF_A_LOAD = Integer.getInteger("kill.load", 5);

    private final Random random;

    @TempDir
    private Path folder = Path.of("");

    KillIT() {
        long seed = Long.getLong("kill.seed", System.nanoTime());
        System.out.println("seed of KillIT: -Dkill.seed=" + seed);
        random = new Random(seed);
    }

    /** What a run left behind. */
    private record Left(Map<String, List<String>> tables, Map<String, String> files, JsonNode manifest) {

        static Left of(Lender lender, String night) {
            Tree tree = new Tree(lender.published(night));
            return new Left(Tables.rows(lender.jdbc()), tree.results(), tree.json("manifest.json"));
        }
    }

    private Path inboxes(int loans) {
        Path inboxes = folder.resolve("inboxes");
        PrintWriter unread = new PrintWriter(Writer.nullWriter());
        assertEquals(
                0, SampleData.run(unread, unread, "--out", inboxes.toString(), "--loans", Integer.toString(loans)));
        return inboxes;
    }

    @ParameterizedTest(name = "{0} loans, {1} nights")
    @CsvSource({"400, 2", "6000, 1"})
    void nightsThatAreKilledAndRunAgainEndAsNightsThatAreNot(int loans, int nights) throws Exception {
        Path inboxes = inboxes(loans);
        Lender calm = new Lender("calm", folder.resolve("calm"));
        Lender killed = new Lender("killed", folder.resolve("killed"));
        for (String night : Lender.NIGHTS.subList(0, nights)) {
            Path inbox = inboxes.resolve(night);
            long before = System.nanoTime();
            calm.run(night, inbox).with(ExitCodes.DONE_WITH_REJECTS);
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
            for (int i = 0; i < KILLS_A_NIGHT; i++) {
                kill(killed, killed.nightly(night, inbox), millis);
                assertTrue(isWhole(killed.published(night)), "half a run was published");
            }
            Ended ended = killed.run(night, inbox);
            assertTrue(
                    List.of(ExitCodes.DONE, ExitCodes.DONE_WITH_REJECTS).contains(ended.code()),
                    () -> ended.out() + ended.err());
            same(Left.of(calm, night), Left.of(killed, night));
        }
        assertEquals(new Tree(calm.out()).names(1), new Tree(killed.out()).names(1), "nothing unfinished lies about");
    }

    private static boolean isWhole(Path published) {
        return !Files.exists(published) || Files.exists(published.resolve("manifest.json"));
    }

    private static void same(Left calm, Left killed) {
        assertEquals(List.of(), Tables.differences(calm.tables, killed.tables));
        assertEquals(calm.files, killed.files);
        for (String key : List.of("run_id", "policy_sha256", "totals", "suppressed", "dpd_convention")) {
            assertEquals(calm.manifest.get(key), killed.manifest.get(key), key);
        }
        assertEquals(filesOf(calm.manifest), filesOf(killed.manifest));
    }

    /** What the manifest says of each file, but for the run's own record, which holds times and attempts. */
    private static List<JsonNode> filesOf(JsonNode manifest) {
        List<JsonNode> files = new ArrayList<>();
        manifest.get("files").forEach(file -> {
            if (!file.get("file").asString().equals("run.json")) {
                files.add(file);
            }
        });
        return files;
    }

    /** Starts a run in a process of its own, waits until it has begun, and kills it at some moment after that. */
    private void kill(Lender lender, List<String> arguments, long millis) throws IOException, InterruptedException {
        Process process = start(lender, arguments);
        long wait = random.nextLong(millis + 1);
        boolean ended = process.waitFor(wait, TimeUnit.MILLISECONDS);
        System.out.println("killed after " + wait + " ms of " + millis + (ended ? ", too late" : ""));
        process.destroyForcibly().waitFor();
    }

    private Process start(Lender lender, List<String> arguments) throws IOException, InterruptedException {
        int before = attempts(lender);
        Process process = lender.shell().start(folder.resolve("messages.txt"), arguments);
        while (process.isAlive() && attempts(lender) == before) {
            process.waitFor(5, TimeUnit.MILLISECONDS);
        }
        return process;
    }

    private static int attempts(Lender lender) {
        return lender.jdbc()
                .sql("SELECT coalesce(sum(attempts), 0) FROM run")
                .query(Integer.class)
                .single();
    }

    @Test
    void aLoadThatIsKilledAtAnyOfSeveralMomentsAndStartedAgainEndsAsOneThatIsNot() throws Exception {
        Path inbox = inboxes(8_000).resolve(Lender.NIGHT_1);
        Lender calm = new Lender("calm", folder.resolve("calm"));
        Process whole = start(calm, ingest(calm, inbox));
        long before = System.nanoTime();
        assertEquals(ExitCodes.DONE_WITH_REJECTS, whole.waitFor(), this::messages);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
        Map<String, List<String>> expected = Tables.rows(calm.jdbc());
        int inTheMiddle = 0;
        for (int moment = 0; moment < KILLS_OF_A_LOAD; moment++) {
            Lender killed = new Lender("killed", folder.resolve("killed-" + moment));
            Process process = start(killed, ingest(killed, inbox));
            long wait = (millis * moment + random.nextLong(millis)) / KILLS_OF_A_LOAD;
            inTheMiddle += process.waitFor(wait, TimeUnit.MILLISECONDS) ? 0 : 1;
            process.destroyForcibly().waitFor();
            int filesBefore = files(killed);
            int code = killed.shell().run(ingest(killed, inbox)).code();
            assertTrue(List.of(ExitCodes.DONE, ExitCodes.DONE_WITH_REJECTS).contains(code), () -> "exit code " + code);
            List<String> differences = Tables.differences(expected, Tables.rows(killed.jdbc()));
            assertEquals(List.of(), differences, "killed after " + wait + " ms of " + millis);
            System.out.println("killed after " + wait + " ms of " + millis + ", " + filesBefore + " of " + files(killed)
                    + " files loaded: tables as after one load");
        }
        assertTrue(inTheMiddle > KILLS_OF_A_LOAD / 3, "many loads were killed before they ended");
    }

    private static List<String> ingest(Lender lender, Path inbox) {
        return List.of(
                "ingest",
                "--in",
                inbox.toString(),
                "--policy",
                Lender.policy().toString(),
                "--home",
                lender.home().toString(),
                "--db",
                lender.url());
    }

    private static int files(Lender lender) {
        return lender.jdbc()
                .sql("SELECT count(*) FROM source_file")
                .query(Integer.class)
                .single();
    }

    @ParameterizedTest(name = "SIG{0}")
    @CsvSource({"TERM, 143", "INT, 130"})
    void aSignalStopsTheRunCleanlyAndTheSameCommandGoesOn(String signal, int code) throws Exception {
        Path inbox = Lender.sampleInbox(Lender.NIGHT_1);
        Lender calm = new Lender("calm", folder.resolve("calm"));
        calm.run(Lender.NIGHT_1, inbox).with(ExitCodes.DONE_WITH_REJECTS);
        Lender stopped = new Lender("killed", folder.resolve("stopped"));
        Process process = start(stopped, stopped.nightly(Lender.NIGHT_1, inbox));
        signal(process, signal);
        assertEquals(code, process.waitFor(), () -> messages());
        assertTrue(messages().contains("arrears: stopped by a signal; nothing was published"), () -> messages());
        assertEquals(
                "stopped",
                stopped.jdbc().sql("SELECT status FROM run").query(String.class).single());
        assertFalse(Files.exists(stopped.published(Lender.NIGHT_1)), "a stopped run publishes nothing");
        stopped.run(Lender.NIGHT_1, inbox).with(ExitCodes.DONE_WITH_REJECTS);
        same(Left.of(calm, Lender.NIGHT_1), Left.of(stopped, Lender.NIGHT_1));
    }

    private static void signal(Process process, String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    private String messages() {
        try {
            return Files.readString(folder.resolve("messages.txt"));
        } catch (IOException none) {
            return none.toString();
        }
    }

    @Test
    void aRunThatIsKilledWhileItsOwnDatabaseStartsGoesOn() throws Exception {
        Lender calm = new Lender("calm", folder.resolve("calm"));
        calm.run(Lender.NIGHT_1).with(ExitCodes.DONE_WITH_REJECTS);
        Path home = folder.resolve("own");
        Path out = folder.resolve("own-out");
        List<String> command = List.of(
                "nightly",
                "--as-of",
                Lender.NIGHT_1,
                "--in",
                Lender.sampleInbox(Lender.NIGHT_1).toString(),
                "--out",
                out.toString(),
                "--policy",
                Lender.policy().toString(),
                "--home",
                home.toString());
        Shell shell = new Shell(Map.of());
        for (int i = 0; i < KILLS_A_NIGHT; i++) {
            Process process = shell.start(folder.resolve("messages.txt"), command);
            long wait = 800 + random.nextLong(4_000);
            boolean ended = process.waitFor(wait, TimeUnit.MILLISECONDS);
            System.out.println("killed after " + wait + " ms" + (ended ? ", too late" : ""));
            process.destroyForcibly().waitFor();
        }
        Ended ended = shell.run(command);
        assertTrue(
                List.of(ExitCodes.DONE, ExitCodes.DONE_WITH_REJECTS).contains(ended.code()),
                () -> ended.out() + ended.err());
        assertEquals(
                new Tree(calm.published(Lender.NIGHT_1)).results(), new Tree(out.resolve(Lender.NIGHT_1)).results());
    }
}
