package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.arrears.cli.Shell.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample lender, its files of every kind under other names, columns and dates: every command works the same. */
class MappedLenderIT {

    private static final List<String> KINDS =
            List.of("calendar", "customers", "loans", "installments", "transactions", "holds", "promises");

    private final Lender lender;
    private final List<String> unexpected = new ArrayList<>();

    MappedLenderIT(@TempDir Path folder) {
        this.lender = new Lender("mapped", folder);
    }

    /** Copies a night of the sample, every file as a lender of another system would write it. */
    private Path mapped(String night) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        Path inbox = lender.inbox(night);
        try (var files = Files.list(Lender.sampleInbox(night))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                String text = Files.readString(file);
                if (name.endsWith(".ctl")) {
                    Files.writeString(inbox.resolve("EXP_" + name), text.replaceAll("(?m)^sha256=.*\n", ""));
                } else {
                    headers.put(name.replaceFirst("[-.].*", ""), text.substring(0, text.indexOf('\n')));
                    Files.writeString(inbox.resolve("EXP_" + name), inOtherWords(text));
                }
            }
        }
        StringBuilder mapping = new StringBuilder("mapping: other-words\nfiles:\n");
        headers.forEach((kind, header) -> mapping.append(String.format(
                "  - { kind: %s, names: EXP_%s*.csv, dates: { pattern: yyMMdd, century: 1950-2049 },%n"
                        + "      columns: { %s } }%n",
                kind,
                kind,
                Arrays.stream(header.split(",", -1))
                        .map(column -> "their_" + column + ": " + column)
                        .collect(Collectors.joining(", ")))));
        Files.writeString(inbox.resolve("mapping.yaml"), mapping);
        return inbox;
    }

    private static String inOtherWords(String csv) {
        int end = csv.indexOf('\n');
        String rows = csv.substring(end).replaceAll("(?m)(?<=^|,)20([0-9]{2})-([0-9]{2})-([0-9]{2})(?=,|$)", "$1$2$3");
        return Arrays.stream(csv.substring(0, end).split(",", -1))
                        .map(column -> "their_" + column)
                        .collect(Collectors.joining(","))
                + rows;
    }

    private void ends(int expected, String command) {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ", -1)));
        if (!arguments.get(0).equals("nightly") && !arguments.get(0).equals("check")) {
            arguments.addAll(List.of("--home", lender.home().toString(), "--db", lender.url()));
        }
        ends(expected, arguments);
    }

    private void ends(int expected, List<String> arguments) {
        Ended ended = lender.shell().run(arguments);
        if (ended.code() != expected) {
            unexpected.add(arguments + " ended with " + ended.code() + ", not " + expected + ": " + ended.err());
        }
    }

    @Test
    void everyCommandWorksWithEveryKindOfFileMapped() throws IOException {
        Path inbox = mapped(Lender.NIGHT_1);
        String policy = Lender.policy().toString();
        ends(3, "check " + inbox + " --policy " + policy);
        ends(3, "check " + inbox + " --format json --policy " + policy);
        ends(3, lender.nightly(Lender.NIGHT_1, inbox, "--dry-run"));
        ends(3, lender.nightly(Lender.NIGHT_1, inbox));
        ends(0, lender.nightly(Lender.NIGHT_1, inbox));
        ends(3, lender.nightly(Lender.NIGHT_1, inbox, "--rerun"));
        assertEquals(List.of(), unexpected);
        partByPart(mapped(Lender.NIGHT_2));
        look();
        assertEquals(List.of(), unexpected);
        assertEquals(
                KINDS.stream().sorted().toList(),
                lender.jdbc()
                        .sql("SELECT DISTINCT kind FROM source_file WHERE mapping_sha256 IS NOT NULL ORDER BY 1")
                        .query(String.class)
                        .list());
    }

    private void partByPart(Path inbox) {
        ends(3, "ingest --in " + inbox + " --dry-run");
        ends(3, "ingest --in " + inbox);
        ends(3, "ingest --in " + inbox + " --rerun");
        ends(0, "assess --as-of " + Lender.NIGHT_2);
        ends(0, "notices --channel letter --as-of " + Lender.NIGHT_2 + " --out " + lender.out());
        ends(0, "notices --channel sms --as-of " + Lender.NIGHT_2 + " --out " + lender.out());
        ends(0, "handoff --as-of " + Lender.NIGHT_2 + " --out " + lender.out());
    }

    private void look() {
        String night = " --as-of " + Lender.NIGHT_2;
        for (String form : List.of("text", "html", "csv", "json")) {
            for (String report : List.of("ageing", "roll-rate", "summary")) {
                ends(0, "report " + report + night + " --format " + form);
            }
            ends(0, "report summary --as-of " + Lender.NIGHT_1 + " --format " + form);
        }
        ends(0, "explain LN2026000019" + night);
        ends(0, "explain LN2026000019 --format json" + night);
        ends(0, "export accounts --format csv" + night);
        ends(0, "export accounts --format json" + night);
        ends(0, "policy diff " + Lender.policy() + " " + Lender.policy() + night);
        ends(0, "runs list");
        ends(0, "runs show nightly-2026-09-29-1");
        ends(0, "runs show nightly-2026-09-29-2 --format json");
        ends(0, "runs show ingest-2026-09-30-1");
        ends(4, "runs resume nightly-2026-09-29-2");
    }

    @Test
    void aRunThatWasRefusedIsContinuedWithItsMapping() throws IOException {
        Path inbox = mapped(Lender.NIGHT_1);
        Path loans = inbox.resolve("EXP_loans.csv");
        String good = Files.readString(loans);
        Files.writeString(loans, good.replace("\n", "\n,"));
        ends(4, lender.nightly(Lender.NIGHT_1, inbox));
        Files.writeString(loans, good);
        ends(3, "runs resume nightly-2026-09-29-1");
        assertEquals(List.of(), unexpected);
    }

    @Test
    void theResultsAreThoseOfTheSameFilesInOurOwnFormat() throws IOException {
        Map<String, String> mapped = results(lender, mapped(Lender.NIGHT_1));
        Lender plain = new Lender("unmapped", lender.home().resolveSibling("plain"));
        Map<String, String> expected = results(plain, Lender.sampleInbox(Lender.NIGHT_1));
        assertFalse(expected.isEmpty());
        assertEquals(expected, mapped);
    }

    /** What was published, but for what names the files that were read. */
    private static Map<String, String> results(Lender lender, Path inbox) {
        lender.run(Lender.NIGHT_1, inbox).with(ExitCodes.DONE_WITH_REJECTS);
        Map<String, String> results = new TreeMap<>(new Tree(lender.published(Lender.NIGHT_1)).results());
        results.keySet().removeIf(name -> name.startsWith("rejects") || name.startsWith("reports/summary"));
        return results;
    }
}
