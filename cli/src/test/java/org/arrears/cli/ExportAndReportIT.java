package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports and reports after two nights of the sample lender, in a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExportAndReportIT {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
    private static final String FIRST = "2026-09-29";
    private static final String SECOND = "2026-09-30";

    private Path folder = Path.of("");

    private record Ended(int code, String out, String err) {}

    @BeforeAll
    void runTwoNights(@TempDir Path fresh) {
        folder = fresh;
        for (String date : List.of(FIRST, SECOND)) {
            Ended night = arrears(
                    "nightly",
                    "--quiet",
                    "--as-of",
                    date,
                    "--in",
                    "../sample-data/inbox/" + date,
                    "--out",
                    folder.resolve("out").toString(),
                    "--policy",
                    "../sample-data/policy.yaml");
            assertTrue(night.code == ExitCodes.DONE || night.code == ExitCodes.DONE_WITH_REJECTS, night.err);
        }
    }

    private Ended arrears(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(Arrays.asList(args));
        all.addAll(List.of("--home", folder.resolve("home").toString()));
        Console console = new Console(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                Map.of(),
                Clock.fixed(Instant.parse("2026-09-30T20:00:00Z"), ZoneOffset.UTC),
                false);
        int code = Arrears.run(console, all.toArray(String[]::new));
        return new Ended(code, out.toString(), err.toString());
    }

    private Ended export(String... args) {
        return arrears(Stream.concat(Stream.of("export", "accounts", "--quiet"), Stream.of(args))
                .toArray(String[]::new));
    }

    private static void assertGolden(String file, String actual) throws IOException {
        Path golden = GOLDEN.resolve(file);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, actual);
        }
        assertEquals(Files.readString(golden), actual, file + "; rewrite it with -Dgolden.update");
    }

    private static List<CSVRecord> rows(String csv) throws IOException {
        try (Reader in = new StringReader(csv)) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(in)
                    .getRecords();
        }
    }

    @Test
    void accountsAsCsvAreThoseOfTheGoldenFile() throws IOException {
        Ended ended = export("--as-of", FIRST);
        assertEquals(ExitCodes.DONE, ended.code, ended.err);
        assertGolden("accounts-" + FIRST + ".csv", ended.out);
        assertTrue(ended.err.startsWith("accounts 2026-09-29: "), ended.err);
        assertEquals(1, ended.err.lines().count(), ended.err);
    }

    @Test
    void theFileIsPrivateAndTheSameAsOnStdout() throws IOException {
        Path file = folder.resolve("accounts.csv");
        Files.writeString(file, "what was there before");
        assertEquals(ExitCodes.DONE, export("--as-of", SECOND, "-o", file.toString()).code);
        assertEquals(export("--as-of", SECOND).out, Files.readString(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (Stream<Path> files = Files.list(folder)) {
            assertFalse(files.anyMatch(path -> path.toString().endsWith(".partial")));
        }
    }

    @Test
    void aFileThatCannotBeWrittenFailsWithItsName() {
        Ended ended = export("--as-of", SECOND, "-o", folder + "/absent/accounts.csv");
        assertEquals(ExitCodes.FAILED, ended.code);
        assertTrue(ended.err.contains("absent/accounts.csv cannot be written"), ended.err);
    }

    @Test
    void jsonAndXlsxHoldTheSameRowsAsCsv() throws IOException {
        int rows = rows(export("--as-of", SECOND).out).size();
        String json = export("--as-of", SECOND, "--format", "json").out;
        assertEquals(
                rows,
                json.lines().filter(line -> line.startsWith("{\"loan_no\":")).count());
        Path file = folder.resolve("accounts.xlsx");
        Ended xlsx = export("--as-of", SECOND, "-o", file.toString());
        assertTrue(xlsx.err.contains(": " + rows + " rows to " + file), xlsx.err);
        assertEquals("PK", new String(Files.readAllBytes(file), 0, 2, StandardCharsets.US_ASCII));
    }

    @Test
    void customerDpdIsTheWorstOfTheCustomersLoans() throws IOException {
        List<CSVRecord> rows = rows(export("--as-of", FIRST).out);
        Map<String, Integer> worst = new TreeMap<>();
        rows.forEach(row -> worst.merge(row.get("customer_no"), Integer.valueOf(row.get("dpd")), Math::max));
        for (CSVRecord row : rows) {
            assertEquals(worst.get(row.get("customer_no")), Integer.valueOf(row.get("customer_dpd")), row.toString());
        }
        assertTrue(rows.stream().anyMatch(row -> !row.get("dpd").equals(row.get("customer_dpd"))));
    }

    @Test
    void aFilterKeepsWhatItSaysAndAmountsAreInMajorUnits() throws IOException {
        List<CSVRecord> all = rows(export("--as-of", FIRST).out);
        List<String> expected = all.stream()
                .filter(row -> new BigDecimal(row.get("total_overdue")).compareTo(new BigDecimal("900.5")) > 0
                        && (List.of("JPY", "KWD", "USD").contains(row.get("currency"))
                                || Integer.parseInt(row.get("dpd")) >= 61))
                .map(row -> row.get("loan_no"))
                .toList();
        String where = "total_overdue > 900.5 and (currency in (JPY, 'KWD', \"USD\") or dpd >= 61)";
        List<String> found = rows(export("--as-of", FIRST, "--where", where).out).stream()
                .map(row -> row.get("loan_no"))
                .toList();
        assertEquals(expected, found);
        assertFalse(found.isEmpty());
    }

    @Test
    void notAndAnEmptyCellMakeNoRowVanish() throws IOException {
        int all = rows(export("--as-of", FIRST).out).size();
        int yes = rows(export("--as-of", FIRST, "--where", "oldest_due_on < 2026-09-01").out)
                .size();
        int no = rows(export("--as-of", FIRST, "--where", "not oldest_due_on < 2026-09-01").out)
                .size();
        assertEquals(all, yes + no);
        assertTrue(yes > 0);
    }

    @Test
    void rowsAreSortedByWhatIsPrintedAndThenByLoan() {
        String[] lines = export("--as-of", FIRST, "--sort", "oldest_due_on desc", "--columns", "oldest_due_on,loan_no")
                .out
                .split("\n", -1);
        assertTrue(lines[1].matches("2026-.*"), lines[1]);
        assertTrue(lines[lines.length - 2].startsWith(",LN"), lines[lines.length - 2]);
        assertEquals(3, export("--as-of", FIRST, "--limit", "2").out.lines().count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"' OR 1=1 --", "x'); DROP TABLE arrears.loan; --", "\\", "$1", "?"})
    void hostileTextMatchesNothingAndHarmsNothing(String text) {
        Ended ended = export("--as-of", FIRST, "--where", "product = \"" + text + "\"");
        assertEquals(ExitCodes.DONE, ended.code, ended.err);
        assertEquals(1, ended.out.lines().count());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --where   | dpd >= abc        | --where, character 8: "abc" is not a whole number
            --columns | loan_no,dpb       | --columns, character 9: there is no column "dpb": did you mean dpd?
            --sort    | dpd sideways      | --sort, character 1: expected columns, each with asc or desc
            --limit   | 0                 | --limit 0 is below 1
            """)
    void wrongUsageIsExitCodeTwoAndTouchesNoDatabase(String option, String value, String message) {
        Ended ended = export("--as-of", FIRST, option, value);
        assertEquals(ExitCodes.USAGE, ended.code);
        assertTrue(ended.err.startsWith(message), ended.err);
        assertEquals("", ended.out);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"export accounts", "report ageing", "report roll-rate", "report summary", "report anomalies"})
    void aDateThatWasNotAssessedIsRefused(String command) {
        Ended ended = arrears((command + " --as-of 2026-09-28").split(" ", -1));
        Path home = folder.resolve("home");
        assertEquals(ExitCodes.INPUT_REFUSED, ended.code);
        assertEquals(
                "arrears: no assessment for 2026-09-28: run arrears nightly --home " + home
                        + " or arrears assess --home " + home + " --as-of 2026-09-28 first\n",
                ended.err);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ageing, text, txt
            ageing, csv, csv
            ageing, json, json
            ageing, html, html
            roll-rate, text, txt
            roll-rate, csv, csv
            roll-rate, json, json
            roll-rate, html, html
            summary, text, txt
            summary, csv, csv
            summary, json, json
            summary, html, html
            anomalies, text, txt
            anomalies, csv, csv
            anomalies, json, json
            anomalies, html, html
            """)
    void reportsAreThoseOfTheGoldenFiles(String report, String format, String ending) throws IOException {
        Ended ended = arrears("report", report, "--as-of", SECOND, "--format", format, "--quiet");
        assertEquals(ExitCodes.DONE, ended.code, ended.err);
        assertGolden(report + "." + ending, ended.out);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ageing.html",
                "ageing.csv",
                "ageing.json",
                "roll-rate.csv",
                "summary.html",
                "summary.json",
                "anomalies.csv",
                "anomalies.json"
            })
    void theRunFolderHoldsTheSameReports(String file) throws IOException {
        String[] name = file.split("\\.", -1);
        String published = Files.readString(folder.resolve("out/" + SECOND + "/reports/" + file));
        assertEquals(published, arrears("report", name[0], "--as-of", SECOND, "--format", name[1]).out);
    }

    @Test
    void theFirstNightHasNoRollRate() {
        assertTrue(Files.exists(folder.resolve("out/" + FIRST + "/reports/ageing.csv")));
        assertFalse(Files.exists(folder.resolve("out/" + FIRST + "/reports/roll-rate.csv")));
        Ended ended = arrears("report", "roll-rate", "--as-of", FIRST);
        assertEquals(ExitCodes.INPUT_REFUSED, ended.code);
        assertTrue(ended.err.contains("no date before 2026-09-29 has been assessed"), ended.err);
    }

    @Test
    void ageingAddsUpToTheExportedAccounts() throws IOException {
        Map<String, BigDecimal> exported = new TreeMap<>();
        for (CSVRecord row : rows(export("--as-of", SECOND).out)) {
            String key = row.get("bucket") + " " + row.get("currency") + " " + row.get("product");
            add(exported, key, row, "overdue_principal", "penalty", "total_overdue", "principal_balance");
            exported.merge(key + " accounts", BigDecimal.ONE, BigDecimal::add);
        }
        Map<String, BigDecimal> reported = new TreeMap<>();
        for (CSVRecord row : rows(arrears("report", "ageing", "--as-of", SECOND, "--format", "csv").out)) {
            String key = row.get("bucket") + " " + row.get("currency") + " " + row.get("product");
            add(reported, key, row, "overdue_principal", "penalty", "total_overdue", "principal_balance", "accounts");
        }
        assertEquals(exported, reported);
    }

    @Test
    void movesAddUpToTheExportedAccountsOfBothDates() throws IOException {
        Map<String, CSVRecord> before = byLoan(FIRST);
        Map<String, CSVRecord> now = byLoan(SECOND);
        Map<String, Integer> expected = new TreeMap<>();
        now.forEach((loan, row) -> expected.merge(move(before.get(loan), row), 1, Integer::sum));
        before.forEach((loan, row) -> {
            if (!now.containsKey(loan)) {
                expected.merge(move(row, null), 1, Integer::sum);
            }
        });
        Map<String, Integer> reported = new TreeMap<>();
        for (CSVRecord row : rows(arrears("report", "roll-rate", "--as-of", SECOND, "--format", "csv").out)) {
            reported.put(
                    row.get("currency") + " " + row.get("from_bucket") + ">" + row.get("to_bucket"),
                    Integer.valueOf(row.get("accounts")));
        }
        assertEquals(expected, reported);
    }

    private Map<String, CSVRecord> byLoan(String date) throws IOException {
        Map<String, CSVRecord> byLoan = new TreeMap<>();
        rows(export("--as-of", date).out).forEach(row -> byLoan.put(row.get("loan_no"), row));
        return byLoan;
    }

    private static String move(
            @org.jspecify.annotations.Nullable CSVRecord before, @org.jspecify.annotations.Nullable CSVRecord now) {
        CSVRecord either = before == null ? now : before;
        return (either == null ? "" : either.get("currency")) + " " + (before == null ? "" : before.get("bucket")) + ">"
                + (now == null ? "" : now.get("bucket"));
    }

    private static void add(Map<String, BigDecimal> sums, String key, CSVRecord row, String... columns) {
        for (String column : columns) {
            sums.merge(key + " " + column, new BigDecimal(row.get(column)), BigDecimal::add);
        }
    }

    @Test
    void fromMustBeEarlierAndOnlyForRollRate() {
        Ended later = arrears("report", "roll-rate", "--as-of", FIRST, "--from", SECOND);
        assertEquals(ExitCodes.USAGE, later.code);
        assertTrue(later.err.startsWith("--from 2026-09-30 is not before --as-of 2026-09-29"), later.err);
        assertEquals(ExitCodes.USAGE, arrears("report", "ageing", "--as-of", SECOND, "--from", FIRST).code);
        assertEquals(ExitCodes.USAGE, arrears("report", "aging", "--as-of", SECOND).code);
    }
}
