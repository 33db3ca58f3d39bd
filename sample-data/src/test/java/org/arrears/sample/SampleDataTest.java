package org.arrears.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command as its user meets it. */
class SampleDataTest {
    private static final Path COMMITTED = Path.of("inbox");

    @TempDir
    Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theCommittedInboxIsWhatTheDefaultArgumentsMake() throws IOException {
        assertEquals(SampleData.DONE, run("--out", folder.toString()), err.toString());
        assertSameFiles(COMMITTED, folder);
    }

    @Test
    void theSameArgumentsMakeTheSameBytes() throws IOException {
        String[] rest = {"--loans", "900", "--seed", "7", "--as-of", "2026-02-28", "--nights", "5"};
        Path one = make("one", rest);
        Path two = make("two", rest);
        assertEquals(5, InboxReading.sorted(one).size());
        assertSameFiles(one, two);
    }

    @Test
    void anotherSeedMakesAnotherLender() throws IOException {
        Path one = make("one", "--nights", "1", "--seed", "1");
        Path two = make("two", "--nights", "1", "--seed", "2");
        String loans = "2026-09-29/loans.csv";
        assertNotEquals(Files.readString(one.resolve(loans)), Files.readString(two.resolve(loans)));
    }

    @Test
    void everyFileIsListedWithItsRowsAndTheSeedIsPrinted() {
        assertEquals(SampleData.DONE, run("--out", folder.toString(), "--nights", "1", "--seed", "99"));
        assertTrue(out.toString().contains("2026-09-29/calendar-2026.csv: rows 39\n"), out.toString());
        assertTrue(out.toString().contains("seed 99, inbox " + folder), out.toString());
    }

    @Test
    void aNightThatIsThereAlreadyIsNotTouched() throws IOException {
        Path there = Files.createDirectory(folder.resolve("2026-09-30"));
        assertEquals(SampleData.FAILED, run("--out", folder.toString()));
        assertEquals(
                "sample-data: " + there + " exists: remove it or choose another --out" + System.lineSeparator(),
                err.toString());
        assertEquals(List.of(there), InboxReading.sorted(folder));
    }

    @Test
    void aFolderThatCannotBeMadeFailsWithOneLine() throws IOException {
        Path file = Files.createFile(folder.resolve("a-file"));
        assertEquals(SampleData.FAILED, run("--out", file.toString()));
        assertTrue(err.toString().startsWith("sample-data: cannot write to " + file + ": "), err.toString());
        assertEquals(1, err.toString().lines().count());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            --loans,        75,       '--loans must be 76 to 10000000, not 75'
            --loans,        10000001, '--loans must be 76 to 10000000, not 10000001'
            --customers,    73,       '--customers must be 74 to 398 for --loans 400, not 73'
            --customers,    399,      '--customers must be 74 to 398 for --loans 400, not 399'
            --nights,       0,        '--nights must be 1 to 31, not 0'
            --nights,       32,       '--nights must be 1 to 31, not 32'
            --change-rate,  1.01,     '--change-rate must be 0 to 1 with at most 6 decimals, not 1.01'
            --overdue-rate, -0.1,     '--overdue-rate must be 0 to 1 with at most 6 decimals, not -0.1'
            --overdue-rate, 0.0000001, '--overdue-rate must be 0 to 1 with at most 6 decimals, not 0.0000001'
            """)
    void aValueOutOfRangeIsRefusedWithWhatIsAllowed(String option, String value, String message) throws IOException {
        assertEquals(SampleData.WRONG_USAGE, run("--out", folder.toString(), option, value));
        assertEquals("sample-data: " + message + System.lineSeparator(), err.toString());
        assertTrue(InboxReading.sorted(folder).isEmpty());
    }

    private Path make(String name, String... rest) {
        Path made = folder.resolve(name);
        String[] args = new String[rest.length + 2];
        args[0] = "--out";
        args[1] = made.toString();
        System.arraycopy(rest, 0, args, 2, rest.length);
        assertEquals(SampleData.DONE, run(args), err.toString());
        return made;
    }

    private int run(String... args) {
        return SampleData.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    private static void assertSameFiles(Path expected, Path actual) throws IOException {
        List<Path> nights = InboxReading.sorted(expected);
        assertFalse(nights.isEmpty());
        assertEquals(names(nights), names(InboxReading.sorted(actual)));
        for (Path night : nights) {
            Path twin = actual.resolve(night.getFileName());
            assertEquals(names(InboxReading.sorted(night)), names(InboxReading.sorted(twin)));
            for (Path file : InboxReading.sorted(night)) {
                assertArrayEquals(
                        Files.readAllBytes(file),
                        Files.readAllBytes(twin.resolve(file.getFileName())),
                        file.toString());
            }
        }
    }

    private static List<String> names(List<Path> paths) {
        return paths.stream().map(path -> path.getFileName().toString()).toList();
    }
}
