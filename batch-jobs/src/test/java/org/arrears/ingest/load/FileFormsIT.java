package org.arrears.ingest.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.arrears.db.Database;
import org.arrears.db.TestServer;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms a file may come in: packed, encoded, with whatever line ends, with a control file. */
class FileFormsIT {

    private static final Database DATABASE = TestServer.freshDatabase("file_forms");
    private static final String NIGHT = "2026-09-30";
    private static final String TEXT = "customer_no,name\nC1,张三\nC2,欧阳娜娜\n";

    private final LoadedInboxes inboxes;

    FileFormsIT(@TempDir Path folder) {
        inboxes = new LoadedInboxes(DATABASE, folder);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private void loads(String name, byte[] content) {
        SourceFile taken = inboxes.load(NIGHT, Map.of(name, content)).get(0);
        assertEquals(2, taken.accepted());
        assertEquals(List.of("张三", "欧阳娜娜"), inboxes.column("SELECT name FROM customer ORDER BY customer_no"));
    }

    private ArrearsException refuses(Map<String, byte[]> files) {
        ArrearsException refused = assertThrows(ArrearsException.class, () -> inboxes.load(NIGHT, files));
        assertEquals(FailureKind.INPUT_REFUSED, refused.kind());
        assertEquals("0", inboxes.column("SELECT count(*) FROM customer").get(0));
        assertEquals("0", inboxes.column("SELECT count(*) FROM source_file").get(0));
        return refused;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void plain() {
        loads("customers.csv", utf8(TEXT));
    }

    @Test
    void gzipped() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(utf8(TEXT));
        }
        loads("customers.csv.gz", packed.toByteArray());
    }

    private static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            for (int i = 0; i < entries.length; i += 2) {
                out.putNextEntry(new ZipEntry(entries[i]));
                out.write(utf8(entries[i + 1]));
            }
        }
        return packed.toByteArray();
    }

    @Test
    void zipped() throws IOException {
        loads("customers.csv.zip", zip("customers.csv", TEXT));
    }

    @Test
    void aZipOfTwoFilesIsRefusedRatherThanHalfRead() throws IOException {
        ArrearsException refused =
                refuses(Map.of("customers.csv.zip", zip("a.csv", TEXT, "b.csv", "customer_no,name\nC3,李四\n")));
        assertTrue(String.valueOf(refused.getMessage()).contains("customers.csv.zip"), refused::getMessage);
    }

    @Test
    void anArchiveThatIsNoneIsRefused() {
        refuses(Map.of("customers.csv.gz", utf8(TEXT)));
        refuses(Map.of("customers.csv.zip", utf8(TEXT)));
    }

    @Test
    void anArchiveThatIsCutOffIsRefused() throws IOException {
        StringBuilder text = new StringBuilder(TEXT);
        for (int i = 3; i < 20_000; i++) {
            text.append('C').append(i).append(",名").append(i * 7919L % 1000).append('\n');
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(utf8(text.toString()));
        }
        refuses(Map.of("customers.csv.gz", Arrays.copyOf(packed.toByteArray(), packed.size() - 20)));
        byte[] zipped = zip("customers.csv", text.toString());
        refuses(Map.of("customers.csv.zip", Arrays.copyOf(zipped, zipped.length / 2)));
    }

    @Test
    void withAByteOrderMark() {
        loads("customers.csv", utf8("\ufeff" + TEXT));
    }

    @Test
    void inGb18030() {
        inboxes.charset("GB18030");
        loads("customers.csv", TEXT.getBytes(Charset.forName("GB18030")));
    }

    @Test
    void inGb18030WithItsByteOrderMark() {
        inboxes.charset("GB18030");
        loads("customers.csv", ("\ufeff" + TEXT).getBytes(Charset.forName("GB18030")));
    }

    @Test
    void withWindowsLineEnds() {
        loads("customers.csv", utf8(TEXT.replace("\n", "\r\n")));
    }

    @Test
    void withOldMacLineEnds() {
        loads("customers.csv", utf8(TEXT.replace("\n", "\r")));
    }

    @Test
    void withoutALastLineEndItIsRefusedAndOneThatIsKnownToBeWholeIsNot() throws Exception {
        byte[] open = utf8(TEXT.strip());
        ArrearsException refused = refuses(Map.of("customers.csv", open, "customers.csv.ctl", utf8("rows=2\n")));
        assertTrue(
                String.valueOf(refused.getMessage())
                        .startsWith("customers.csv:3: the file ends within this row, without a line end"),
                refused::getMessage);
        String digest = HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(open));
        assertEquals(
                2,
                inboxes.load(NIGHT, Map.of("customers.csv", open, "customers.csv.ctl", utf8("sha256=" + digest)))
                        .get(0)
                        .accepted());
    }

    @Test
    void withEmptyLinesAtItsEnd() {
        loads("customers.csv", utf8(TEXT + "\n\n"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            rows=2
            rows=2;sha256=DIGEST
            SHA256 is of the bytes;sha256=DIGEST
            """)
    void aControlFileThatAgreesLetsTheFileIn(String lines) throws Exception {
        byte[] content = utf8(TEXT);
        String digest = HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(content));
        String control = lines.replace("DIGEST", digest).replace(';', '\n').replace("SHA256 is", "# it is");
        SourceFile taken = inboxes.load(NIGHT, Map.of("customers.csv", content, "customers.csv.ctl", utf8(control)))
                .get(0);
        assertEquals(2, taken.rows());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            rows=3                   | states rows 3, the file has 2
            rows=two                 | none of rows=COUNT
            rows                     | none of rows=COUNT
            colour=red               | none of rows=COUNT
            sum.name=1               | only these are summed
            sha256=0000000000000000000000000000000000000000000000000000000000000000 | states sha256 0000
            """)
    void aControlFileThatDoesNotAgreeKeepsTheFileOut(String control, String said) {
        ArrearsException refused =
                refuses(Map.of("customers.csv", utf8(TEXT), "customers.csv.ctl", utf8(control + "\n")));
        assertTrue(String.valueOf(refused.getMessage()).contains(said), refused::getMessage);
        assertTrue(String.valueOf(refused.getMessage()).contains("customers.csv.ctl"), refused::getMessage);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            customer_no;C1                         | customers.csv:1: the file lacks the required column "name"
            customer_no,name,;C1,a,b               | customers.csv:1: the file has an unknown column ""
            customer_no,Name;C1,a                  | unknown column "Name"
            customer_no,name,name;C1,a,b           | twice
            customer_no,name;C1,"a;C2,b            | customers.csv:2
            customer_no,name;C1,"a"b;C2,b          | customers.csv:2
            """)
    void aStructureThatCannotBeTrustedKeepsTheFileOut(String lines, String said) {
        ArrearsException refused = refuses(Map.of("customers.csv", utf8(lines.replace(';', '\n') + "\n")));
        assertTrue(String.valueOf(refused.getMessage()).contains(said), refused::getMessage);
    }

    @Test
    void aRowOfTheWrongWidthIsRejectedAlone() {
        SourceFile taken =
                inboxes.load(NIGHT, "customers.csv", TEXT + "C3\nC4,a,b\n").get(0);
        assertEquals(2, taken.rejected());
        assertTrue(inboxes.rejects("customers.csv").contains("wrong-width"));
    }

    @Test
    void aQuoteThatNeverClosesIsFoundBeforeMemoryIsFull() {
        ArrearsException refused =
                refuses(Map.of("customers.csv", utf8("customer_no,name\nC1,\"" + "x,\n".repeat(2_000_000))));
        assertTrue(String.valueOf(refused.getMessage()).contains("customers.csv:2"), refused::getMessage);
    }
}
