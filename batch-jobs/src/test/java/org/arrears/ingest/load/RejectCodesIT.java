package org.arrears.ingest.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.arrears.db.Database;
import org.arrears.db.TestServer;
import org.arrears.ingest.kind.RejectCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The catalogue of reject codes: files that are wrong in one way each, beside the reject files that a load of them
 * writes; the manual quotes one message of each. {@code -Dgolden.update} writes the expected files anew.
 */
class RejectCodesIT {

    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final Path CASES = Path.of("src", "test", "resources", "rejects");
    private static final Path MANUAL = Path.of("..", "docs", "manual", "files.md");
    private static final Database DATABASE = TestServer.freshDatabase("reject_codes");

    @TempDir
    private Path folder = Path.of("");

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @ParameterizedTest
    @EnumSource(RejectCode.class)
    void aLoadOfTheWrongFilesWritesTheseRejects(RejectCode code) throws IOException {
        Path wrong = CASES.resolve(code.code());
        LoadedInboxes inboxes = new LoadedInboxes(DATABASE, folder);
        assertTrue(
                inboxes.load("2026-09-29", CASES.resolve("book")).stream().allMatch(file -> file.rejected() == 0),
                "the book is good");
        StringBuilder written = new StringBuilder();
        Set<String> codes = new TreeSet<>();
        for (SourceFile file : inboxes.load("2026-09-30", wrong)) {
            written.append(inboxes.rejects(file.name()));
            codes.addAll(inboxes.rejectCodes(file.name()));
        }
        assertTrue(codes.remove(code.code()), () -> "only " + codes);
        codes.remove(RejectCode.LOAN_INCOMPLETE.code());
        assertEquals(code == RejectCode.LOAN_INCOMPLETE ? Set.of("not-a-date") : Set.of(), codes);
        Path expected = wrong.resolve("expected.txt");
        if (UPDATE) {
            Files.writeString(expected, written);
        }
        assertEquals(Files.readString(expected), written.toString());
    }

    @ParameterizedTest
    @EnumSource(RejectCode.class)
    void theManualQuotesAMessageOfTheCode(RejectCode code) throws IOException {
        List<String> messages = messages(CASES.resolve(code.code()).resolve("expected.txt"));
        String row = Files.readAllLines(MANUAL).stream()
                .filter(line -> line.startsWith("| `" + code.code() + "` |"))
                .findFirst()
                .orElse("");
        assertTrue(
                messages.stream().anyMatch(message -> row.endsWith("| `" + message + "` |")),
                () -> "the manual says\n" + row + "\nand a load says\n" + String.join("\n", messages));
    }

    private static List<String> messages(Path expected) throws IOException {
        return RejectRows.in(Files.readString(expected)).stream()
                .map(row -> row.get("message"))
                .filter(message -> !message.equals("message"))
                .toList();
    }

    @Test
    void thereIsNoCaseForACodeThatIsNoMore() throws IOException {
        Set<String> codes = new TreeSet<>(Set.of("book"));
        for (RejectCode code : RejectCode.values()) {
            codes.add(code.code());
        }
        try (Stream<Path> cases = Files.list(CASES)) {
            assertEquals(
                    codes,
                    cases.map(path -> path.getFileName().toString()).collect(TreeSet::new, Set::add, Set::addAll));
        }
    }
}
