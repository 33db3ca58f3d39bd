package org.arrears.ingest.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.ingest.file.InputFile;
import org.arrears.ingest.mapping.Mapping;
import org.arrears.ingest.mapping.MappingReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies in an inbox is read, serves what is, or is listed; what looks as if it should be read refuses. */
class InboxListingTest {

    private static final String MAPPING = """
            mapping: m
            pass-over: ["*.pdf", "done/", "loans_test*", "old/deep/"]
            files:
              - { kind: loans, names: "ACCT_*.csv" }
            """;

    @TempDir
    private Path folder;

    private Path inbox = Path.of("");

    @BeforeEach
    void anInboxWithOneFile() throws IOException {
        inbox = Files.createDirectory(folder.resolve("2026-09-30"));
        put("customers.csv");
    }

    private void put(String name) throws IOException {
        Path path = inbox.resolve(name);
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.writeString(path, "customer_no,name\n");
    }

    private Inbox listed(String mapping) {
        return Inbox.of(
                inbox,
                mapping.isEmpty()
                        ? Mapping.NONE
                        : MappingReader.parse(mapping.getBytes(StandardCharsets.UTF_8), "mapping.yaml"));
    }

    private static Map<String, String> passedOver(Inbox inbox) {
        return inbox.passedOver().stream()
                .collect(Collectors.toMap(PassedOver::name, PassedOver::reason, (a, b) -> a + b, TreeMap::new));
    }

    private static String refusal(Inbox inbox) {
        ArrearsException refused = assertThrows(ArrearsException.class, inbox::requireNoNearMiss);
        assertEquals(FailureKind.INPUT_REFUSED, refused.kind());
        return String.valueOf(refused.getMessage());
    }

    @Test
    void whatIsNotReadIsListedWithWhy() throws IOException {
        put("readme.txt");
        put("reports/monthly.pdf");
        put(".DS_Store");
        put("sub/.nfs0001");
        put("customers.csv.ctl");
        put("branches.csv");
        put("branches.csv.ctl");
        Files.createDirectory(inbox.resolve("empty"));
        Files.createSymbolicLink(inbox.resolve("link"), folder);
        Inbox listed = listed("");
        assertEquals(
                new TreeMap<>(Map.of(
                        "readme.txt", "not named like an input file",
                        "reports/monthly.pdf", "not named like an input file",
                        ".DS_Store", "a hidden file",
                        "sub/.nfs0001", "a hidden file",
                        "branches.csv", "not named like an input file",
                        "branches.csv.ctl", "not named like an input file",
                        "empty/", "an empty folder",
                        "link", "a symbolic link, which is not followed")),
                passedOver(listed));
        listed.requireNoNearMiss();
        assertEquals(
                List.of("customers.csv"),
                listed.files().stream().map(InputFile::name).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LOANS.CSV",
                "Loans.csv",
                "loans.CSV",
                "loans.txt",
                "loans",
                "loans.csv.tmp",
                "loans.csv.bak",
                "loans.csv.GZ",
                "loans_2026.xlsx",
                "old/loans.csv",
                "old/deeper/loans-2.csv",
                "loans.csv\r",
                "loans\r.csv",
                "\u001bloans.csv",
                "loans\u202e.csv",
                " loans.csv",
                "ｌｏａｎｓ.csv",
                "loans.csv/x",
                "loans/part-0.csv",
                "mapping.yml",
                "Mapping.yaml",
                "customers.csv.gz.tmp",
                "loans.csv.rar"
            })
    void aNearMissRefusesTheInbox(String name) throws IOException {
        put(name);
        Inbox listed = listed("");
        if (name.equals("loans.csv/x")) {
            assertThrows(ArrearsException.class, listed::requirePlainFiles);
            return;
        }
        String entry = name.startsWith("loans/") ? "loans/" : name;
        assertEquals(Set.of(entry), passedOver(listed).keySet());
        String refusal = refusal(listed);
        assertTrue(refusal.contains("1 entry that nobody would read; nothing was loaded:\n"), refusal);
        assertTrue(refusal.contains(" looks like "), refusal);
        assertTrue(refusal.chars().noneMatch(c -> c == '\r' || c == 0x1b || c == 0x202e), "made harmless");
    }

    @Test
    void aNameOfTheMappingHasNearMissesToo() throws IOException {
        put("acct_0930.txt");
        listed("").requireNoNearMiss();
        assertTrue(refusal(listed(MAPPING)).contains("acct_0930.txt looks like ACCT_*.csv"));
    }

    @ParameterizedTest
    @CsvSource({"loans.csv.ctl", "readme.txt.ctl", "old/x.ctl", "customers.csv.gz.ctl"})
    void aControlFileWithoutItsFileRefusesTheInbox(String name) throws IOException {
        put(name);
        assertTrue(refusal(listed("")).contains(name + " a control file without its file"), refusal(listed("")));
    }

    @Test
    void whatTheMappingPassesOverIsListedAndNothingMore() throws IOException {
        put("loans.pdf");
        put("done/loans.csv");
        put("a/done/loans.csv");
        put("old/deep/loans.csv");
        put("loans_test.csv");
        put("loans_test.csv.ctl");
        Inbox listed = listed(MAPPING);
        assertEquals(
                new TreeMap<>(Map.of(
                        "loans.pdf", "the mapping passes over *.pdf",
                        "done/loans.csv", "the mapping passes over done/",
                        "a/done/loans.csv", "the mapping passes over done/",
                        "old/deep/loans.csv", "the mapping passes over old/deep/",
                        "loans_test.csv", "the mapping passes over loans_test*",
                        "loans_test.csv.ctl", "the mapping passes over loans_test*")),
                passedOver(listed));
        listed.requireNoNearMiss();
        assertEquals(
                List.of("customers.csv"),
                listed.files().stream().map(InputFile::name).toList());
    }

    @Test
    void aMappingThatIsUsedServesAndOneThatIsNotIsListed() throws IOException {
        Files.writeString(inbox.resolve("mapping.yaml"), MAPPING);
        Mapping own = MappingReader.forInbox(java.util.Optional.empty(), inbox);
        assertEquals(List.of(), Inbox.of(inbox, own).passedOver());
        Path other = Files.writeString(folder.resolve("other.yaml"), MAPPING);
        Inbox listed = Inbox.of(inbox, MappingReader.read(other));
        assertEquals(Map.of("mapping.yaml", "another mapping was named"), passedOver(listed));
        listed.requireNoNearMiss();
    }

    @Test
    void aFolderThatWeWriteToIsNotLookedInto() throws IOException {
        put("out/2026-09-29/rejects/loans.csv");
        Inbox listed = Inbox.of(inbox, Mapping.NONE, Set.of(inbox.resolve("out")));
        assertEquals(Map.of("out/", "a folder that arrears itself writes to"), passedOver(listed));
        listed.requireNoNearMiss();
    }

    @Test
    void anInboxThatIsALinkIsFollowed() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), inbox);
        assertEquals(1, Inbox.of(link, Mapping.NONE).files().size());
    }

    @Test
    void manyNearMissesAreCountedAndAFewOfThemNamed() throws IOException {
        for (int i = 100; i < 140; i++) {
            put("loans-" + i + ".txt");
        }
        String refusal = refusal(listed(""));
        assertTrue(refusal.contains("40 entries that nobody would read"), refusal);
        assertTrue(refusal.contains("loans-109.txt") && !refusal.contains("loans-110.txt"), refusal);
        assertTrue(refusal.contains("\nand 30 more\n"), refusal);
        assertEquals(40, listed("").passedOver().size());
    }

    @ParameterizedTest
    @CsvSource({"'\"*\"'", "'\"*/\"'", "'../x'", "'/tmp/x'", "'a\\b'"})
    void aPatternThatPassesOverEverythingOrLeadsOutIsInvalid(String pattern) {
        byte[] yaml = ("mapping: m\npass-over: [" + pattern + "]\n").getBytes(StandardCharsets.UTF_8);
        ArrearsException refused = assertThrows(ArrearsException.class, () -> MappingReader.parse(yaml, "m.yaml"));
        assertTrue(String.valueOf(refused.getMessage()).contains("m.yaml:2: pass-over[1]"), refused.getMessage());
    }

    @Test
    void aMappingMayHoldNothingButWhatIsPassedOver() throws IOException {
        put("loans.txt");
        listed("mapping: m\npass-over: [loans.txt]\n").requireNoNearMiss();
    }
}
