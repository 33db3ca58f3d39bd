package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
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

/** A business date that looks like a mistake decides nothing before somebody says that it is meant. */
class DateDoubtsIT {

    private static final String NIGHT = "2026-10-01";

    private final Path folder;
    private final Lender lender;

    DateDoubtsIT(@TempDir Path folder) {
        this.folder = folder;
        this.lender = new Lender("date_doubts", folder);
    }

    private Ended nightly(String asOf, Path inbox, String... more) {
        return lender.shell().run(lender.nightly(asOf, inbox, inbox.resolve("policy.yaml"), more));
    }

    private Ended part(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", lender.home().toString(), "--db", lender.url()));
        return lender.shell().run(all);
    }

    private Path aNight() {
        Path inbox = new Tiny().in(lender, NIGHT);
        nightly(NIGHT, inbox).with(ExitCodes.DONE);
        return inbox;
    }

    private List<String> runs() {
        return lender.jdbc()
                .sql("SELECT run_id || ' ' || status FROM run ORDER BY 1")
                .query(String.class)
                .list();
    }

    private Path undated(String name) {
        return new Tiny().with("transactions.csv", "").in(lender, name);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            2036-10-04 | --skip-ahead | is 3656 days after 2026-10-01, the newest date assessed
            2026-10-09 | --skip-ahead | is 8 days after 2026-10-01, the newest date assessed
            2026-09-30 | --earlier    | is before 2026-10-01, the newest date assessed
            """)
    void aDateFarFromTheNewestIsRefusedBeforeAnythingIsReadUntilItIsSaidToBeMeant(String asOf, String flag, String said)
            throws IOException {
        aNight();
        Map<String, List<String>> tables = Tables.rows(lender.jdbc());
        Path inbox = undated("files");
        Ended refused = nightly(asOf, inbox).with(ExitCodes.INPUT_REFUSED);
        assertTrue(
                refused.err()
                        .contains("arrears: business date " + asOf + " " + said + ": correct it, or add " + flag
                                + " if it is meant"),
                refused.err());
        assertTrue(refused.err().endsWith("\n  nothing was read\n"), refused.err());
        assertEquals(List.of("nightly-2026-10-01-1 completed"), runs());
        assertEquals(List.of(), Tables.differences(tables, Tables.rows(lender.jdbc())));
        assertFalse(Files.exists(lender.published(asOf)));
        for (String other : List.of("--skip-ahead", "--earlier", "--again")) {
            if (!other.equals(flag)) {
                nightly(asOf, inbox, other).with(ExitCodes.INPUT_REFUSED);
            }
        }
        Ended meant = nightly(asOf, inbox, flag).with(ExitCodes.DONE);
        String about = "business date " + asOf + " " + said;
        assertTrue(meant.out().contains("\nmeant       " + flag + ": " + about + "\n"), meant.out());
        var note =
                new Tree(lender.published(asOf)).json("run.json").get("meant").get(0);
        assertEquals(flag, note.get("flag").asString());
        assertEquals(about, note.get("about").asString());
        nightly(asOf, inbox).with(ExitCodes.DONE);
    }

    @Test
    void aWeekAheadAndTheNewestDateAgainAreNotDoubted() {
        Path inbox = aNight();
        Ended again = nightly(NIGHT, inbox, "--rerun", "--earlier", "--skip-ahead", "--again")
                .with(ExitCodes.DONE);
        assertFalse(again.out().contains("meant"), "a flag that answers no doubt is not noted");
        nightly("2026-10-08", undated("files")).with(ExitCodes.DONE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            assess --as-of 2026-09-30                           | --earlier
            notices --as-of 2026-09-30 --channel sms --out x    | --earlier
            notices --as-of 2026-09-30 --channel letter --out x | --earlier
            handoff --as-of 2026-09-30 --out x                  | --earlier
            ingest --in IN --as-of 2026-09-30                   | --earlier
            ingest --in IN --as-of 2036-10-01                   | --skip-ahead
            assess --as-of 2036-10-01                           | --skip-ahead
            """)
    void everyCommandThatWritesUnderADateIsAsked(String command, String flag) {
        aNight();
        String[] arguments = command.replace("IN", undated("files").toString())
                .replace("--out x", "--out " + lender.out())
                .split(" ");
        Ended refused = part(arguments).with(ExitCodes.INPUT_REFUSED);
        assertTrue(refused.err().contains("or add " + flag + " if it is meant"), refused.err());
        assertEquals(List.of("nightly-2026-10-01-1 completed"), runs());
        List<String> meant = new ArrayList<>(List.of(arguments));
        meant.add(flag);
        String after = part(meant.toArray(String[]::new)).err();
        assertFalse(after.contains("if it is meant"), after);
    }

    @Test
    void filesWithoutADateAreAskedNothing() {
        aNight();
        Path files = undated("files");
        part("ingest", "--in", files.toString()).with(ExitCodes.DONE);
        lender.jdbc().sql("UPDATE assessed SET as_of = '2026-05-01'").update();
        new Tiny().in(lender, "files");
        part("ingest", "--in", files.toString(), "--rerun").with(ExitCodes.DONE);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-09-30    | customers.csv          | 2026-09-30, the inbox
            night20260930 | customers.csv          | night20260930, the inbox
            files         | customers_20260930.csv | customers_20260930.csv in the inbox
            2026-10-01    | customers_20260930.csv | customers_20260930.csv in the inbox
            """)
    void anInboxOfAnotherDateByNameIsRefusedUntilItIsSaidToBeMeant(String name, String file, String of)
            throws IOException {
        String said = "is not 2026-09-30, as the name says of " + of;
        Path inbox = new Tiny().in(lender, "old-2025-01-01/" + name);
        Files.move(inbox.resolve("customers.csv"), inbox.resolve(file));
        Ended refused = nightly(NIGHT, inbox).with(ExitCodes.INPUT_REFUSED);
        assertTrue(
                refused.err()
                        .contains("arrears: business date 2026-10-01 " + said
                                + ": correct --as-of or --in, or add --again"),
                refused.err());
        assertEquals(List.of(), runs());
        Ended meant = nightly(NIGHT, inbox, "--again").with(ExitCodes.DONE);
        assertTrue(meant.out().contains("\nmeant       --again: business date 2026-10-01 " + said + "\n"), meant.out());
    }

    @Test
    void anInboxWithTheDateAmongOthersInItsNameIsTaken() {
        nightly(NIGHT, new Tiny().in(lender, "2026-09-30_2026-10-01")).with(ExitCodes.DONE);
    }

    @Test
    void allDoubtsAreNamedAtOnceAndEachNeedsItsFlag() {
        aNight();
        Path inbox = undated("2026-09-30");
        Ended refused = nightly("2026-09-29", inbox).with(ExitCodes.INPUT_REFUSED);
        assertTrue(refused.err().contains("add --earlier"), refused.err());
        assertTrue(refused.err().contains("add --again"), refused.err());
        nightly("2026-09-29", inbox, "--earlier").with(ExitCodes.INPUT_REFUSED);
        nightly("2026-09-29", inbox, "--earlier", "--again").with(ExitCodes.DONE);
    }

    @Test
    void whatWasMeantIsRememberedUntilTheRunIsComplete() throws IOException {
        aNight();
        Path inbox = new Tiny()
                .plus("customers.csv", "C2,李四,19900000002\n")
                .with("customers.csv.ctl", "rows=7\n")
                .in(lender, "2026-09-29");
        nightly("2026-09-30", inbox, "--earlier", "--again").with(ExitCodes.INPUT_REFUSED);
        Files.writeString(inbox.resolve("customers.csv.ctl"), "rows=2\n");
        Ended resumed = part("runs", "resume", "nightly-2026-09-30-1").with(ExitCodes.DONE);
        assertTrue(resumed.out().contains("meant       --earlier: "), resumed.out());
        assertTrue(resumed.out().contains("meant       --again: "), resumed.out());
        nightly("2026-09-30", inbox, "--rerun").with(ExitCodes.INPUT_REFUSED);
    }

    @Test
    void aRunThatIsResumedMayBeDoubtedAnewAndTakesTheFlag() throws IOException {
        Path inbox = undated("2026-09-30");
        Files.writeString(inbox.resolve("loans.csv.ctl"), "rows=7\n");
        nightly("2026-09-30", inbox).with(ExitCodes.INPUT_REFUSED);
        aNight();
        Files.writeString(inbox.resolve("loans.csv.ctl"), "rows=1\n");
        part("runs", "resume", "nightly-2026-09-30-1").with(ExitCodes.INPUT_REFUSED);
        assertEquals(List.of("nightly-2026-09-30-1 refused", "nightly-2026-10-01-1 completed"), runs());
        part("runs", "resume", "nightly-2026-09-30-1", "--earlier").with(ExitCodes.DONE);
    }

    @Test
    void aLoadWithoutADateIsResumedAsOne() throws IOException {
        Path inbox = new Tiny().with("loans.csv.ctl", "rows=7\n").in(lender, "files");
        part("ingest", "--in", inbox.toString()).with(ExitCodes.INPUT_REFUSED);
        Files.writeString(inbox.resolve("loans.csv.ctl"), "rows=1\n");
        part("runs", "resume", "ingest-2026-10-02-1").with(ExitCodes.DONE);
        assertEquals(
                List.of(false),
                lender.jdbc()
                        .sql("SELECT DISTINCT dated FROM source_file")
                        .query(Boolean.class)
                        .list());
    }

    @Test
    void aCompleteDateIsCompleteHoweverOldItIs() throws IOException {
        Path first = new Tiny().in(lender, "2026-09-29");
        nightly("2026-09-29", first).with(ExitCodes.DONE);
        nightly(NIGHT, undated(NIGHT)).with(ExitCodes.DONE);
        Ended same = nightly("2026-09-29", first).with(ExitCodes.DONE);
        assertTrue(same.out().contains("nightly-2026-09-29-1 is already complete"), same.out());
        Path link = Files.createSymbolicLink(folder.resolve("link"), first);
        nightly("2026-09-29", link).with(ExitCodes.DONE);
    }
}
