package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.arrears.cli.Shell.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What lies in an inbox and is not read is said by every command that reads it. */
class PassedOverIT {

    private static final String NIGHT = "2026-09-29";
    private static final String RUN = "nightly-2026-09-29-1";

    private final Lender lender;
    private final Path inbox;

    PassedOverIT(@TempDir Path folder) throws IOException {
        lender = new Lender("passed_over", folder);
        inbox = new Tiny().in(lender, NIGHT);
        Files.delete(inbox.resolve("policy.yaml"));
        Files.writeString(folder.resolve("policy.yaml"), Tiny.POLICY);
        put("readme.txt");
        put("reports/monthly.pdf");
    }

    private void put(String name) throws IOException {
        Files.createDirectories(inbox.resolve(name).resolveSibling("."));
        Files.writeString(inbox.resolve(name), "x");
    }

    private Ended night(String... more) {
        Path policy = inbox.resolve("../../policy.yaml").normalize();
        return lender.shell().run(lender.nightly(NIGHT, inbox, policy, more));
    }

    private String report(String form) {
        return lender.shell()
                .run(
                        "report",
                        "summary",
                        "--as-of",
                        NIGHT,
                        "--format",
                        form,
                        "--home",
                        lender.home().toString(),
                        "--db",
                        lender.url())
                .with(ExitCodes.DONE)
                .out();
    }

    private Ended show(String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("runs", "show", RUN, "--home", lender.home().toString(), "--db", lender.url()));
        arguments.addAll(List.of(more));
        return lender.shell().run(arguments).with(ExitCodes.DONE);
    }

    private static List<String> names(JsonNode json) {
        return StreamSupport.stream(json.get("passed_over").spliterator(), false)
                .map(entry -> entry.get("name").asString() + ": "
                        + entry.get("reason").asString())
                .toList();
    }

    private List<String> kept() {
        return names(new Tree(lender.home().resolve("runs").resolve(RUN)).json("run.json"));
    }

    @Test
    void theSummaryTheRecordTheReportAndTheCheckListIt() {
        List<String> expected = List.of(
                "readme.txt: not named like an input file", "reports/monthly.pdf: not named like an input file");
        Ended night = night().with(ExitCodes.DONE);
        String lines = "passed over readme.txt: not named like an input file\n"
                + "            reports/monthly.pdf: not named like an input file\n";
        assertTrue(night.out().contains(lines), night.out());
        assertEquals(expected, kept());
        Tree published = new Tree(lender.published(NIGHT));
        assertEquals(expected, names(published.json("run.json")));
        assertEquals(expected, names(published.json("reports/summary.json")));
        assertTrue(published.text("reports/summary.html").contains("monthly.pdf"));
        assertTrue(
                report("csv").contains("passed_over,readme.txt/not named like an input file,,entries,1"),
                report("csv"));
        assertTrue(show().out().contains(lines), show().out());
        assertEquals(
                expected,
                names(JsonMapper.shared().readTree(show("--format", "json").out())));
        Ended text = lender.shell().run("check", inbox.toString()).with(ExitCodes.DONE);
        assertTrue(text.out().contains("passed over  readme.txt: not named like an input file\n"), text.out());
        Ended json = lender.shell()
                .run("check", inbox.toString(), "--format", "json")
                .with(ExitCodes.DONE);
        assertEquals(expected, names(JsonMapper.shared().readTree(json.out())));
    }

    @Test
    void aNearMissRefusesTheRunBeforeAnythingIsReadAndIsListed() throws IOException {
        put("old/LOANS.CSV");
        put("loans\r.csv");
        Ended refused = night().with(ExitCodes.INPUT_REFUSED);
        assertTrue(refused.err().contains("has 2 entries that nobody would read; nothing was loaded:"), refused.err());
        assertTrue(
                refused.err().contains("loans\\u000D.csv looks like loans*.csv, and is not read under this name"),
                refused.err());
        assertTrue(refused.err().contains("old/LOANS.CSV looks like loans*.csv"), refused.err());
        assertEquals(
                0,
                lender.jdbc()
                        .sql("SELECT count(*) FROM source_file")
                        .query(Integer.class)
                        .single());
        assertFalse(Files.exists(lender.published(NIGHT)));
        assertEquals(4, kept().size());
        assertTrue(show().out().contains("loans\\u000D.csv: looks like"), show().out());
        Ended check = lender.shell().run("check", inbox.toString()).with(ExitCodes.INPUT_REFUSED);
        assertTrue(check.out().contains("customers.csv  customers: 1 rows, 1 accepted"), "a check reads the others");
        assertTrue(check.out().contains("REFUSED   inbox "), check.out());
        Ended json = lender.shell()
                .run("check", inbox.toString(), "--format", "json")
                .with(ExitCodes.INPUT_REFUSED);
        assertTrue(JsonMapper.shared()
                .readTree(json.out())
                .get("refused")
                .asString()
                .contains("2 entries that nobody would read"));
        Files.writeString(inbox.resolve("mapping.yaml"), "mapping: m\npass-over: [\"old/\", \"loans\\r.csv\"]\n");
        Ended night = night().with(ExitCodes.DONE);
        assertEquals(
                "loans\r.csv: the mapping passes over loans\\u000D.csv", kept().get(0), "the true name for programs");
        assertEquals("old/LOANS.CSV: the mapping passes over old/", kept().get(1));
        assertFalse(night.out().contains("\r"), "nothing raw for the terminal");
    }

    @Test
    void theTerminalNamesAFewOfManyAndTheRecordAll() throws IOException {
        for (int i = 1000; i < 4000; i++) {
            put("scan-" + i + ".tif");
        }
        Ended night = night().with(ExitCodes.DONE);
        assertTrue(night.out().contains("            and 2,992 more, all in run.json\n"), night.out());
        assertEquals(
                8, night.out().lines().filter(line -> line.contains("scan-")).count());
        assertEquals(3002, kept().size());
    }
}
