package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.arrears.cli.Shell.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code arrears check} as its user sees it: without a database, beside golden files that the manual shows too. */
class CheckCommandTest {

    private static final Path CASE = Path.of("src", "test", "resources", "check");
    private static final Path INBOX = CASE.resolve("2026-09-30");
    private static final Path MANUAL = Path.of("..", "docs", "manual");

    private final Shell shell = new Shell(Map.of());

    @TempDir
    private Path folder = Path.of("");

    private Ended check(Path path, String... more) {
        List<String> arguments = new java.util.ArrayList<>(List.of("check", path.toString()));
        arguments.addAll(List.of(more));
        return shell.run(arguments);
    }

    private static void golden(String name, String actual) throws IOException {
        Path golden = CASE.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, actual);
        }
        assertEquals(Files.readString(golden), actual, name + "; rewrite it with -Dgolden.update");
    }

    @Test
    void theTextShowsRowsAsMappedAndEveryReject() throws IOException {
        Ended ended = check(INBOX, "--max-rejects", "75%").with(ExitCodes.DONE_WITH_REJECTS);
        golden("expected.txt", ended.out());
        assertEquals("", ended.err());
    }

    @Test
    void theManualShowsThatTextAndThatMapping() throws IOException {
        String chapter = Files.readString(MANUAL.resolve("check.md"));
        String shown = "```\n$ arrears check 2026-09-30 --max-rejects 75%\n"
                + Files.readString(CASE.resolve("expected.txt")) + "```\n";
        assertTrue(chapter.contains(shown), "docs/manual/check.md should contain\n" + shown);
        assertTrue(Files.readString(MANUAL.resolve("mapping.md"))
                .contains("```yaml\n" + Files.readString(CASE.resolve("mapping.yaml")) + "```\n"));
    }

    @Test
    void theJsonSaysTheSame() throws IOException {
        Ended ended = check(INBOX, "--max-rejects", "75%", "--format", "json").with(ExitCodes.DONE_WITH_REJECTS);
        golden("expected.json", ended.out());
    }

    @Test
    void aNameThatTheFontOfTheLettersLacksIsWarnedOf() throws IOException {
        Path file = Files.writeString(folder.resolve("customers.csv"), "customer_no,name\nC1,\uD842\uDFB7\n");
        Ended ended = check(file).with(ExitCodes.DONE);
        assertTrue(
                ended.out()
                        .contains("  note    name of 1 row has a character that the font of the letters cannot print"
                                + " (line 2, U+20BB7): letters to them are not sent (missing-glyph)\n"),
                ended.out());
    }

    @Test
    void moreRejectsThanTheBudgetAreARefusal() {
        Ended ended = check(INBOX).with(ExitCodes.INPUT_REFUSED);
        assertTrue(
                ended.out().contains("REFUSED ACCT_0930.csv: 3 of 4 rows rejected, more than the error budget of 0.1%"),
                ended.out());
        assertTrue(ended.out().endsWith("2 files would be refused, and the run with it (exit code 4)\n"), ended.out());
    }

    @Test
    void rejectsAreWrittenAsALoadWritesThemAndOnlySoManyShown() throws IOException {
        Path rejects = folder.resolve("rejects");
        Ended ended = check(INBOX, "--max-rejects", "75%", "--rejects", rejects.toString(), "--show", "1")
                .with(ExitCodes.DONE_WITH_REJECTS);
        assertTrue(ended.out().contains("  and 2 more (--show N, or --rejects DIR for all)\n"), ended.out());
        assertEquals("""
                loan_no,seq,due_on,principal,interest
                LN1,1,2026-02-01,12.345,1.00
                LN1,2,2026-03-01,12.35,1.00
                LN1,2,2026-03-01,12.34,1.00
                """, Files.readString(rejects.resolve("installments.rows.csv")));
        assertEquals(4, Files.readAllLines(rejects.resolve("ACCT_0930.csv")).size());
    }

    @Test
    void aControlFileThatDoesNotMatchIsARefusal() throws IOException {
        Path file = Files.writeString(folder.resolve("customers.csv"), "customer_no,name\nC1,甲\n");
        Files.writeString(folder.resolve("customers.csv.ctl"), "rows=9\n");
        Ended ended = check(file).with(ExitCodes.INPUT_REFUSED);
        assertTrue(ended.out().contains("the control file states rows 9, the file has 1"), ended.out());
    }

    @Test
    void aMappingThatNamesAColumnThatIsNotThereIsRefused() throws IOException {
        Path mapping = Files.writeString(
                folder.resolve("mapping.yaml"),
                Files.readString(CASE.resolve("mapping.yaml")).replace("金额", "本金"));
        Ended ended = check(INBOX, "--mapping", mapping.toString()).with(ExitCodes.CONFIGURATION_INVALID);
        assertTrue(ended.out().contains("it names the column \"本金\", which ACCT_0930.csv does not have"), ended.out());
    }
}
