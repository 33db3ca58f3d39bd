package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.arrears.cli.Shell.Ended;
import org.arrears.run.RunFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same command for a complete date: its folder is there, or it is made again; anything else is refused. */
class MadeAgainIT {

    private final Path folder;
    private final Lender lender;

    MadeAgainIT(@TempDir Path folder) {
        this.folder = folder;
        this.lender = new Lender("made_again", folder);
    }

    @Test
    void aPublishedFolderThatIsGoneIsMadeAgainFromWhatWasDecided() throws Exception {
        Lender.NIGHTS.forEach(lender::run);
        for (String night : Lender.NIGHTS) {
            Map<String, String> files = results(night);
            int exitCode = lender.jdbc()
                    .sql("SELECT exit_code FROM run WHERE as_of = ?::date")
                    .params(night)
                    .query(Integer.class)
                    .single();
            Map<String, List<String>> tables = Tables.rows(lender.jdbc());
            Files.move(lender.published(night), folder.resolve("away-" + night));
            Ended again = lender.run(night).with(exitCode);
            assertTrue(
                    again.out()
                            .contains("\nmade again  " + lender.published(night)
                                    + " was missing; from what was decided then: hand over nothing a second time\n"),
                    again.out());
            assertEquals(files, results(night));
            assertEquals(List.of(), Tables.differences(tables, Tables.rows(lender.jdbc())));
            var json = new Tree(lender.published(night)).json("run.json");
            assertEquals("nightly-" + night + "-1", json.get("run_id").asString());
            assertEquals(1, json.get("made_again").size());
            assertEquals(List.of(), unfinished());
        }
        Ended complete = lender.run(Lender.NIGHT_2).with(ExitCodes.DONE);
        assertTrue(complete.out().contains("already complete"), complete.out());
    }

    /** The files that must be the same; the summary says that it was made again. */
    private Map<String, String> results(String night) {
        Map<String, String> files = new Tree(lender.published(night)).results();
        files.remove("reports/summary.html");
        return files;
    }

    private List<String> unfinished() throws Exception {
        try (var left = Files.list(lender.out())) {
            return left.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("."))
                    .toList();
        }
    }

    @Test
    void aFolderThatCannotBeMadeAgainLeavesTheRunCompleteAndTheNextTryMakesIt() throws Exception {
        lender.run(Lender.NIGHT_1).with(ExitCodes.DONE_WITH_REJECTS);
        RunFolder.delete(lender.out());
        Files.writeString(lender.out(), "in the way");
        lender.run(Lender.NIGHT_1).with(ExitCodes.FAILED);
        assertEquals(
                "completed 3",
                lender.jdbc()
                        .sql("SELECT status || ' ' || exit_code FROM run")
                        .query(String.class)
                        .single());
        Files.delete(lender.out());
        lender.run(Lender.NIGHT_1).with(ExitCodes.DONE_WITH_REJECTS);
        assertTrue(Files.exists(lender.published(Lender.NIGHT_1).resolve("manifest.json")));
    }

    @Test
    void filesThatAreMissingInAPublishedFolderAreNamedAndNotMadeBehindTheUsersBack() throws Exception {
        lender.run(Lender.NIGHT_1).with(ExitCodes.DONE_WITH_REJECTS);
        Files.delete(lender.published(Lender.NIGHT_1).resolve("sms/warning.csv"));
        Files.writeString(lender.published(Lender.NIGHT_1).resolve("letters/letters.csv"), "cut");
        Ended again = lender.run(Lender.NIGHT_1).with(ExitCodes.DONE);
        assertTrue(
                again.out()
                        .contains(" Missing there, though in its manifest: letters/letters.csv, sms/warning.csv; moved"
                                + " away as a whole, the folder is made again by this command."),
                again.out());
        assertFalse(Files.exists(lender.published(Lender.NIGHT_1).resolve("sms/warning.csv")));
        Ended json = lender.run(Lender.NIGHT_1, "--format", "json").with(ExitCodes.DONE);
        assertTrue(json.out().contains("\"missing\":[\"letters/letters.csv\",\"sms/warning.csv\"]"), json.out());
    }

    @Test
    void partsOfANightAreMadeAgainToo() throws Exception {
        lender.run(Lender.NIGHT_1).with(ExitCodes.DONE_WITH_REJECTS);
        for (String part : List.of("notices --channel sms", "notices --channel letter", "handoff")) {
            String name = part.equals("handoff") ? part : part.endsWith("sms") ? "sms" : "letters";
            List<String> command = new java.util.ArrayList<>(List.of(part.split(" ")));
            command.addAll(
                    List.of("--as-of", Lender.NIGHT_1, "--out", lender.out().toString()));
            command.addAll(List.of("--home", lender.home().toString(), "--db", lender.url()));
            lender.shell().run(command).with(ExitCodes.DONE);
            Path published = lender.out().resolve(Lender.NIGHT_1 + "-" + name);
            Map<String, String> files = new Tree(published).results();
            Map<String, List<String>> tables = Tables.rows(lender.jdbc());
            RunFolder.delete(published);
            Ended again = lender.shell().run(command).with(ExitCodes.DONE);
            assertTrue(again.out().contains("made again  " + published), again.out());
            assertEquals(files, new Tree(published).results());
            assertEquals(List.of(), Tables.differences(tables, Tables.rows(lender.jdbc())));
        }
    }

    @Test
    void anotherOutboxIsNotCompleteAndOtherSpellingsOfTheSameAre() throws Exception {
        lender.run(Lender.NIGHT_1).with(ExitCodes.DONE_WITH_REJECTS);
        List<String> command = lender.nightly(Lender.NIGHT_1);
        int out = command.indexOf("--out") + 1;
        Path other = folder.resolve("other");
        command.set(out, other.toString());
        Ended refused = lender.shell().run(command).with(ExitCodes.INPUT_REFUSED);
        assertTrue(
                refused.err().contains("outbox was " + lender.out() + ", is now " + other + ". Nothing was touched"),
                refused.err());
        assertFalse(Files.exists(other));
        Files.createSymbolicLink(folder.resolve("link"), folder);
        for (String same : List.of(
                lender.out() + "/",
                folder.resolve("link/out").toString(),
                folder + "/./out",
                Path.of("").toAbsolutePath().relativize(lender.out()).toString())) {
            command.set(out, same);
            Ended complete = lender.shell().run(command).with(ExitCodes.DONE);
            assertTrue(complete.out().contains("already complete"), complete.out());
        }
        RunFolder.delete(lender.out());
        command.set(out, folder.resolve("link/out").toString());
        lender.shell().run(command).with(ExitCodes.DONE_WITH_REJECTS);
        assertTrue(Files.exists(lender.published(Lender.NIGHT_1).resolve("manifest.json")));
    }

    @Test
    void aDryRunOfACompleteDateSaysThatItIsComplete() {
        lender.run(Lender.NIGHT_1).with(ExitCodes.DONE_WITH_REJECTS);
        Ended dry = lender.run(Lender.NIGHT_1, "--dry-run").with(ExitCodes.DONE);
        assertTrue(dry.out().contains("is already complete; nothing was touched"), dry.out());
    }
}
