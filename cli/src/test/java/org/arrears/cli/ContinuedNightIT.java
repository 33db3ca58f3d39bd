package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.arrears.cli.Shell.Ended;
import org.arrears.run.RunFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A night that could not be published and is run again: nothing that is complete and still there is done again. */
class ContinuedNightIT {

    private static final String NIGHT = Lender.NIGHT_1;

    /** One that nothing happened to. */
    private static final Lender CALM = calm();

    private final Path folder;
    private final Lender lender;

    private static Lender calm() {
        try {
            Path home = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "calm-night-");
            Lender lender = new Lender("continued_calm", home);
            lender.run(NIGHT).with(ExitCodes.DONE_WITH_REJECTS);
            return lender;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    ContinuedNightIT(@TempDir Path folder) {
        this.folder = folder;
        this.lender = new Lender("continued", folder);
    }

    @AfterAll
    static void clear() throws IOException {
        RunFolder.delete(Objects.requireNonNull(CALM.out().getParent()));
    }

    /** A file lies where the folder of the night is to be. */
    @BeforeEach
    void aNightThatCannotBePublished() throws Exception {
        Files.createDirectories(lender.out());
        Files.writeString(lender.published(NIGHT), "in the way");
        lender.run(NIGHT).with(ExitCodes.FAILED);
        Files.delete(lender.published(NIGHT));
    }

    private Path unfinished() {
        return lender.out().resolve(".nightly-" + NIGHT + "-1.1.partial");
    }

    /** The files of a folder but those that publishing itself writes, each with what tells it from a copy. */
    private static Map<String, String> identities(Path root) throws Exception {
        Map<String, String> identities = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(path).toString();
                if (name.contains("/") && !name.startsWith("rejects") && !name.startsWith(".")) {
                    Map<String, Object> it =
                            Files.readAttributes(path, "unix:ino,lastModifiedTime", LinkOption.NOFOLLOW_LINKS);
                    identities.put(name, it.get("ino") + " " + it.get("lastModifiedTime"));
                }
            }
        }
        return identities;
    }

    private Map<String, JsonNode> steps() {
        Map<String, JsonNode> steps = new TreeMap<>();
        new Tree(lender.published(NIGHT))
                .json("run.json")
                .get("steps")
                .forEach(step -> steps.put(step.get("step").asString(), step));
        return steps;
    }

    private JsonNode step(String name) {
        return Objects.requireNonNull(steps().get(name), name);
    }

    private void assertAsACalmNight() {
        assertEquals(new Tree(CALM.published(NIGHT)).results(), new Tree(lender.published(NIGHT)).results());
        assertEquals(List.of(), Tables.differences(Tables.rows(CALM.jdbc()), Tables.rows(lender.jdbc())));
        assertEquals(new Tree(CALM.out()).names(1), new Tree(lender.out()).names(1), "nothing unfinished lies about");
    }

    @Test
    void noLetterIsPrintedAgainAndNoStepRepeatsItsWork() throws Exception {
        Map<String, String> before = identities(unfinished());
        assertTrue(before.keySet().stream().anyMatch(name -> name.endsWith(".pdf")), before::toString);
        lender.run(NIGHT).with(ExitCodes.DONE_WITH_REJECTS);
        assertEquals(before, identities(lender.published(NIGHT)));
        Map<String, JsonNode> steps = steps();
        Set<String> done = Set.of("publish");
        steps.forEach((name, step) -> {
            if (!done.contains(name)) {
                assertEquals(0, step.get("written").asInt(), name);
                assertEquals("completed", step.get("status").asString(), name);
            }
        });
        long letters = lender.jdbc()
                .sql("SELECT count(*) FROM notice WHERE channel = 'letter'")
                .query(Long.class)
                .single();
        assertEquals(letters, step("print-letters").get("kept").asLong());
        assertEquals(letters, step("list-letters").get("kept").asLong());
        assertAsACalmNight();
    }

    @Test
    void countsOfTheDateStandWhenTheAttemptDidLess() {
        lender.run(NIGHT).with(ExitCodes.DONE_WITH_REJECTS);
        long inForce = lender.jdbc()
                .sql("SELECT count(*) FROM assessment WHERE as_of <= ?::date AND through_on >= ?::date")
                .params(NIGHT, NIGHT)
                .query(Long.class)
                .single();
        JsonNode replaying = step("assess-accounts");
        assertEquals(
                inForce,
                replaying.get("written").asLong() + replaying.get("kept").asLong());
        assertEquals(
                inForce,
                lender.jdbc()
                        .sql("SELECT loans FROM assessed")
                        .query(Long.class)
                        .single());
        Ended shown = runs("show", "nightly-" + NIGHT + "-1");
        assertTrue(shown.out().contains("; " + inForce + " kept of earlier attempts"), shown.out());
    }

    @Test
    void whatTheDateHasIsCountedThoughAllBeginsAnewAndNothingIsLeftToDo() {
        List<String> assess = new ArrayList<>(List.of("assess", "--as-of", NIGHT, "--policy"));
        assess.addAll(
                List.of(Lender.policy().toString(), "--home", lender.home().toString(), "--db", lender.url()));
        lender.shell().run(assess).with(ExitCodes.DONE);
        assertEquals(
                lender.jdbc()
                        .sql("SELECT count(*) || ' 0' FROM assessment")
                        .query(String.class)
                        .single(),
                lender.jdbc()
                        .sql("SELECT loans || ' ' || replayed FROM assessed")
                        .query(String.class)
                        .single());
        lender.run(NIGHT).with(ExitCodes.DONE_WITH_REJECTS);
        assertEquals(0, step("print-letters").get("kept").asInt(), "another run has worked in between");
        assertAsACalmNight();
    }

    @Test
    void aFileThatWasChangedIsNotTrusted() throws Exception {
        Path letter = unfinished().resolve("letters/letters.csv");
        byte[] bytes = Files.readAllBytes(letter);
        bytes[bytes.length / 2] ^= 1;
        Files.write(letter, bytes);
        lender.run(NIGHT).with(ExitCodes.DONE_WITH_REJECTS);
        assertEquals(0, step("print-letters").get("kept").asInt());
        assertEquals(0, step("decide-notices").get("written").asInt(), "decisions stand");
        assertAsACalmNight();
    }

    @Test
    void whatElseLiesInTheFolderIsNotPublished() throws Exception {
        Files.writeString(unfinished().resolve("letters/of-somebody-else.pdf"), "not ours");
        lender.run(NIGHT).with(ExitCodes.DONE_WITH_REJECTS);
        assertFalse(new Tree(lender.published(NIGHT)).has("letters/of-somebody-else.pdf"));
        assertAsACalmNight();
    }

    @Test
    void aFolderThatIsGoneIsMadeAnew() throws Exception {
        RunFolder.delete(unfinished());
        lender.run(NIGHT).with(ExitCodes.DONE_WITH_REJECTS);
        assertTrue(step("print-letters").get("written").asInt() > 0);
        assertAsACalmNight();
    }

    @Test
    void aFolderThatWasMadeVisibleJustBeforeTheEndIsLeftAsItIs() throws Exception {
        lender.run(NIGHT).with(ExitCodes.DONE_WITH_REJECTS);
        Map<String, String> before = new Tree(lender.published(NIGHT)).bytesAndTimes();
        lender.jdbc()
                .sql("UPDATE run SET status = 'running', ended_at = NULL;"
                        + " UPDATE batch.batch_job_execution SET status = 'STARTED', end_time = NULL"
                        + " WHERE job_execution_id = (SELECT max(job_execution_id) FROM batch.batch_job_execution);"
                        + " UPDATE batch.batch_step_execution SET status = 'STARTED', end_time = NULL"
                        + " WHERE step_name = 'publish'")
                .update();
        lender.run(NIGHT).with(ExitCodes.DONE_WITH_REJECTS);
        assertEquals(before, new Tree(lender.published(NIGHT)).bytesAndTimes());
        assertEquals(
                "completed",
                lender.jdbc().sql("SELECT status FROM run").query(String.class).single());
    }

    /** Makes the records say what they would had the process died when a step had committed and nobody knew yet. */
    private void diedAfter(String step) {
        String id = "(SELECT max(step_execution_id) FROM batch.batch_step_execution WHERE step_name = '" + step + "')";
        lender.jdbc()
                .sql("DELETE FROM batch.batch_step_execution_context WHERE step_execution_id > " + id
                        + "; DELETE FROM batch.batch_step_execution WHERE step_execution_id > " + id
                        + "; UPDATE batch.batch_step_execution SET status = 'STARTED', end_time = NULL"
                        + " WHERE step_execution_id = " + id
                        + "; UPDATE batch.batch_job_execution SET status = 'STARTED', end_time = NULL"
                        + " WHERE job_execution_id = (SELECT max(job_execution_id) FROM batch.batch_job_execution)"
                        + "; UPDATE run SET status = 'running', ended_at = NULL")
                .update();
    }

    @Test
    void everyStepBearsToBeDoneOnceMoreIfTheProcessDiedWhenItHadCommitted() throws Exception {
        Files.writeString(lender.published(NIGHT), "in the way");
        for (String step : List.of(
                "write-reports",
                "write-agency-files",
                "place-accounts",
                "write-sms",
                "list-letters",
                "print-letters",
                "decide-notices",
                "prepare-folder",
                "install-assessments",
                "assess-accounts",
                "choose-accounts",
                "ingest-files")) {
            diedAfter(step);
            Ended ended = lender.run(NIGHT).with(ExitCodes.FAILED);
            assertTrue(ended.err().contains(lender.published(NIGHT).toString()), step + ": " + ended.err());
        }
        Files.delete(lender.published(NIGHT));
        lender.run(NIGHT).with(ExitCodes.DONE_WITH_REJECTS);
        assertAsACalmNight();
    }

    @Test
    void aFileThatHasComeSinceIsLoadedAndAllIsDoneAgain() throws Exception {
        Path inbox = lender.copyOfSample(NIGHT, "more");
        Lender other = new Lender("continued_more", folder.resolve("more"));
        Files.createDirectories(other.out());
        Files.writeString(other.published(NIGHT), "in the way");
        Path late = inbox.resolve("holds-late.csv");
        other.run(NIGHT, inbox).with(ExitCodes.FAILED);
        Files.delete(other.published(NIGHT));
        Files.writeString(late, Files.readAllLines(inbox.resolve("holds.csv")).get(0) + "\n");
        other.run(NIGHT, inbox).with(ExitCodes.DONE_WITH_REJECTS);
        JsonNode run = new Tree(other.published(NIGHT)).json("run.json");
        assertTrue(run.get("files").toString().contains("holds-late.csv"), run.toString());
        run.get("steps").forEach(step -> assertEquals(0, step.get("kept").asInt(), step.toString()));
    }

    private Ended runs(String... arguments) {
        List<String> all = new ArrayList<>(List.of("runs"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--home", lender.home().toString(), "--db", lender.url()));
        return lender.shell().run(all).with(ExitCodes.DONE);
    }
}
