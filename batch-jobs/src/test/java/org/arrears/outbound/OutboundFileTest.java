package org.arrears.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.arrears.core.policy.PolicyReader;
import org.arrears.run.FileDigest;
import org.arrears.run.Run;
import org.arrears.run.RunFolder;
import org.arrears.run.RunRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file for others says itself what it adds up to, and only once it reads back as it was written. */
class OutboundFileTest {

    private static final String YAML =
            "policy: p\npenalty: { multiple: 1.5 }\nbuckets: { ranges: { M0: 0, M1: 1+ } }\n";
    private static final Recipient SOMEBODY = Recipient.agency("east");
    private static final FileLayout ACCOUNTS = FileLayout.of(
                    Column.text("placement_no"),
                    Column.currency("currency"),
                    Column.amount("penalty"),
                    Column.amount("total_overdue"),
                    Column.date("placed_on"))
            .summing("total_overdue");

    private final RunFolder folder;

    OutboundFileTest(@TempDir Path temp) throws IOException {
        Path out = temp.resolve("rejects/amount");
        this.folder = new RunFolder(PolicyReader.read(YAML.getBytes(StandardCharsets.UTF_8), "policy.yaml")
                .match(
                        (policy, warnings) -> new Run(
                                new RunRequest(
                                        "nightly",
                                        LocalDate.of(2026, 9, 30),
                                        temp,
                                        out,
                                        temp,
                                        new RunRequest.PolicyFile(policy, YAML),
                                        RunRequest.Options.ORDINARY),
                                1,
                                1),
                        errors -> {
                            throw new AssertionError(errors);
                        }));
        folder.clear();
    }

    private FileEntry written(FileLayout layout, List<List<String>> rows) throws IOException {
        try (OutboundFile file = OutboundFile.begin(folder, SOMEBODY, "placement.csv", layout)) {
            for (List<String> row : rows) {
                file.row(row);
            }
            return file.finish();
        }
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.partial().resolve(file));
    }

    @Test
    void aFileSaysItsRowsAndSumsByCurrencyWhereverItLies() throws IOException {
        FileEntry entry = written(
                ACCOUNTS,
                List.of(
                        List.of("P1", "CNY", "0.01", "10.05", "2026-09-30"),
                        List.of("P2", "JPY", "1", "-700", ""),
                        List.of("P3", "CNY", "0.00", "-0.06", "2026-09-01")));
        assertEquals("agencies/east/placement.csv", entry.file());
        assertEquals(3, entry.totals().rows());
        assertEquals(
                Map.of("CNY", new BigDecimal("9.99"), "JPY", new BigDecimal("-700")),
                entry.manifest().get("sums"));
        assertEquals(entry.digest(), FileDigest.of(folder.partial().resolve(entry.file())));
        assertEquals("""
                placement_no,currency,penalty,total_overdue,placed_on
                P1,CNY,0.01,10.05,2026-09-30
                P2,JPY,1,-700,
                P3,CNY,0.00,-0.06,2026-09-01
                """, text(entry.file()));
    }

    @Test
    void aTrailerIsOnlyTheLastRowWhateverARowIsCalled() throws IOException {
        FileEntry entry = written(
                ACCOUNTS.withTrailer(),
                List.of(List.of("TRAILER", "CNY", "0.00", "5.00", ""), List.of("P2", "USD", "0.00", "7.50", "")));
        assertEquals(2, entry.totals().rows());
        assertTrue(text(entry.file()).endsWith("\nTRAILER,2,CNY=5.00;USD=7.50\n"), text(entry.file()));
    }

    @Test
    void severalCurrenciesOfOneRowCountEachForItself() throws IOException {
        FileEntry entry = written(ACCOUNTS, List.of(List.of("P1", "CNY;USD", "0.00", "1.10;2.20", "")));
        assertEquals(
                Map.of("CNY", new BigDecimal("1.10"), "USD", new BigDecimal("2.20")),
                entry.totals().sums());
    }

    @Test
    void aFileThatAddsUpNothingStatesItsRows() throws IOException {
        FileEntry entry = written(
                FileLayout.of(Column.text("total"), Column.text("currency")), List.of(List.of("none", "at all")));
        assertEquals(Map.of("rows", 1L), withoutBytes(entry));
        assertEquals(Map.of("rows", 0L), withoutBytes(written(ACCOUNTS, List.of())));
    }

    private static Map<String, Object> withoutBytes(FileEntry entry) {
        Map<String, Object> manifest = entry.manifest();
        manifest.keySet().removeAll(List.of("file", "bytes", "sha256"));
        return manifest;
    }

    @Test
    void whatASpreadsheetWouldRunIsNeutralisedAndStillReadsBack() throws IOException {
        FileEntry entry = written(ACCOUNTS, List.of(List.of("=cmd()\n\"x\"", "CNY", "0.00", "1.00", "")));
        assertTrue(text(entry.file()).contains("\"'=cmd()\n\"\"x\"\"\",CNY"), text(entry.file()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            P1 | CNY     | 0.00 | 1,000.00  | 2026-09-30
            P1 | CNY     | 0.00 | -         | 2026-09-30
            P1 | CNY     | 0.00 | ''        | 2026-09-30
            P1 | CNY     | x    | 1.00      | 2026-09-30
            P1 | cny     | 0.00 | 1.00      | 2026-09-30
            P1 | CNY     | 0.00 | 1.00      | 30.9.2026
            P1 | CNY;USD | 0.00 | 1.00      | 2026-09-30
            P1 | CNY     | 0.00 | 1.00;2.00 | 2026-09-30
            P1 | CNY     | 0.00 | 1.005     | 2026-09-30
            P1 | QQQ     | 0.00 | 1.00      | 2026-09-30
            """)
    void aRowThatIsNotOfTheLayoutIsADefect(String no, String currency, String penalty, String total, String on) {
        List<List<String>> rows = List.of(List.of(no, currency, penalty, total, on));
        assertThrows(RuntimeException.class, () -> written(ACCOUNTS, rows));
    }

    @Test
    void aRowOfAnotherWidthIsADefect() {
        assertThrows(IllegalStateException.class, () -> written(ACCOUNTS, List.of(List.of("P1", "CNY"))));
    }

    @Test
    void aLayoutThatCannotBeAddedUpIsADefect() {
        FileLayout plain = FileLayout.of(Column.text("a"), Column.amount("b"));
        assertThrows(IllegalStateException.class, () -> plain.summing("b"), "no currency");
        assertThrows(IllegalStateException.class, () -> plain.summing("a"), "no amount");
        assertThrows(IllegalStateException.class, () -> plain.summing("c"), "no such column");
        assertThrows(IllegalStateException.class, () -> FileLayout.of(Column.text("a"), Column.count("a")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a row is lost         | P2,CNY,0.00,2.00,\\n              | ''
            a row is doubled      | P2,CNY,0.00,2.00,\\n              | P2,CNY,0.00,2.00,\\nP2,CNY,0.00,2.00,\\n
            an amount is changed  | P2,CNY,0.00,2.00                  | P2,CNY,0.00,2.01
            the header is another | total_overdue                     | total
            the trailer is cut    | TRAILER,2,CNY=3.00\\n             | ''
            the trailer is wrong  | CNY=3.00                          | CNY=3.01
            """)
    void whatIsOnDiskIsReadAgainAndMustAgree(String what, String from, String to) throws IOException {
        FileEntry entry = written(
                ACCOUNTS.withTrailer(),
                List.of(List.of("P1", "CNY", "0.00", "1.00", ""), List.of("P2", "CNY", "0.00", "2.00", "")));
        Path file = folder.partial().resolve(entry.file());
        FileLayout layout = ACCOUNTS.withTrailer();
        assertEquals(entry.totals(), ReadBack.of(file, layout));
        String before = Files.readString(file);
        String after = before.replace(from.replace("\\n", "\n"), to.replace("\\n", "\n"));
        assertFalse(before.equals(after), what);
        Files.writeString(file, after);
        assertThrows(
                IllegalStateException.class,
                () -> {
                    if (!ReadBack.of(file, layout).equals(entry.totals())) {
                        throw new IllegalStateException("other totals");
                    }
                },
                what);
    }

    @Test
    void entriesAreKeptBesideTheFilesUntilTheyAreTakenAway() throws IOException {
        FileEntry entry = written(ACCOUNTS, List.of(List.of("P1", "CNY", "0.00", "92233720368547758.07", "")));
        Path rejects = folder.partial().resolveSibling("loans.csv");
        Files.writeString(rejects, "total,currency\n1.00,CNY\nTRAILER,CNY\n");
        FileEntry copy = OutboundFile.copy(folder, Recipient.REJECT_MENDERS, rejects);
        assertEquals(2, copy.totals().rows());
        FileEntries entries = new FileEntries(folder);
        assertEquals(Map.of(entry.file(), entry, "rejects/loans.csv", copy), entries.all());
        entries.delete();
        assertFalse(entries.exist());
        assertEquals(List.of("agencies/east/placement.csv", "rejects/loans.csv"), folder.files());
    }

    @Test
    void aFileThatWasNotFinishedHasNoEntry() throws IOException {
        OutboundFile.begin(folder, SOMEBODY, "placement.csv", ACCOUNTS).close();
        assertEquals(Map.of(), new FileEntries(folder).all());
    }

    @Test
    void aRecipientIsAFolderOfItsOwn() {
        for (String wrong : Arrays.asList("", "/sms", "sms/", "a//b", "a\\b")) {
            assertThrows(IllegalStateException.class, () -> new Recipient(wrong), wrong);
        }
    }
}
