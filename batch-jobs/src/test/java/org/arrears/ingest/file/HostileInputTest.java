package org.arrears.ingest.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.arrears.failure.ArrearsException;
import org.arrears.ingest.check.CheckCase;
import org.arrears.ingest.check.CheckedFile;
import org.arrears.ingest.inbox.Inbox;
import org.arrears.ingest.kind.FileKinds;
import org.arrears.ingest.kind.Target;
import org.arrears.ingest.mapping.Mapping;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nobody should send: each costs a message, in the 512 MB that every test here has. */
@Timeout(60)
class HostileInputTest {

    @TempDir
    private Path folder;

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        return packed.toByteArray();
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            for (String name : names) {
                out.putNextEntry(new ZipEntry(name));
                out.write(CheckCase.CUSTOMERS.getBytes(StandardCharsets.UTF_8));
            }
        }
        return packed.toByteArray();
    }

    private String refusal(String name, byte[] bytes) throws IOException {
        return new CheckCase(folder).file(name, bytes).refusal(name);
    }

    private void assertRefused(String part, String refusal) {
        assertTrue(refusal.contains(part), refusal);
    }

    @Test
    void aGzipThatWasCutOff() throws IOException {
        byte[] whole = gzip((CheckCase.CUSTOMERS + "C3,C\n".repeat(50_000)).getBytes(StandardCharsets.UTF_8));
        for (int length : new int[] {5, 40, whole.length / 2, whole.length - 4}) {
            String name = "customers.csv.gz";
            String refusal = refusal(name, Arrays.copyOf(whole, length));
            assertRefused("nothing of it was loaded", refusal);
        }
        assertRefused("cut off", refusal("customers.csv.gz", Arrays.copyOf(whole, whole.length / 2)));
    }

    @Test
    void aBombStopsAtTheLimit() throws IOException {
        Dialect small = new Dialect(StandardCharsets.UTF_8, 1 << 20, Mapping.NONE);
        byte[] bomb = gzip((CheckCase.CUSTOMERS + "C3,C\n".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8));
        assertTrue(bomb.length < 100_000);
        String refusal = new CheckCase(folder)
                .dialect(small)
                .file("customers.csv.gz", bomb)
                .refusal("customers.csv.gz");
        assertRefused("it unpacks to more than 1048576 bytes, the limit of files.max-unpacked", refusal);
    }

    @Test
    void zipArchives() throws IOException {
        assertTrue(new CheckCase(folder)
                .file("customers.csv.zip", zip("a.csv"))
                .checked("customers.csv.zip")
                .refusal()
                .isEmpty());
        assertRefused("holds more than one file", refusal("customers.csv.zip", zip("a.csv", "b.csv")));
        assertRefused("is empty or damaged", refusal("customers.csv.zip", zip()));
        assertRefused("holds a folder or path", refusal("customers.csv.zip", zip("../a.csv")));
        assertRefused("holds a folder or path", refusal("customers.csv.zip", zip("..")));
        assertRefused("is damaged or cut off", refusal("customers.csv.zip", "no zip".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aHundredMegabytesInOneLine() throws IOException {
        Path path = folder.resolve("customers.csv");
        byte[] part = new byte[1 << 20];
        Arrays.fill(part, (byte) 'x');
        try (OutputStream out = Files.newOutputStream(path)) {
            out.write("customer_no,name\nC1,".getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < 100; i++) {
                out.write(part);
            }
        }
        assertRefused("customers.csv:2: the file is broken near here", new CheckCase(folder).refusal("customers.csv"));
    }

    @Test
    void aMillionColumns() throws IOException {
        String header = "c,".repeat(1_000_000);
        assertRefused("nothing of it was loaded", refusal("customers.csv", header.getBytes(StandardCharsets.UTF_8)));
        String row = CheckCase.CUSTOMERS + ",".repeat(500_000) + "\n";
        CheckedFile file = new CheckCase(folder).file("customers.csv", row).checked("customers.csv");
        assertEquals("wrong-width", CheckCase.code(file));
    }

    @Test
    void bytesThatAreNoText() throws IOException {
        byte[] gbk = "customer_no,name\nC1,张三\n".getBytes(Charset.forName("GB18030"));
        assertRefused("not in the expected encoding", refusal("customers.csv", gbk));
        CheckedFile nul = new CheckCase(folder)
                .file("customers.csv", "customer_no,name\nC1,a\u0000b\n")
                .checked("customers.csv");
        assertEquals("control-character", CheckCase.code(nul));
        String header = refusal("customers.csv", "customer_no,name,\u0000\u001b[2J\n".getBytes(StandardCharsets.UTF_8));
        assertRefused("unknown column \"\\u0000\\u001B[2J\"", header);
    }

    @Test
    void lineEndsOfAllSorts() throws IOException {
        CheckedFile file = new CheckCase(folder)
                .file("customers.csv", "customer_no,name\r\nC1,a\nC2,b\rC3,c\r\n\n\r\nC4,\n")
                .checked("customers.csv");
        assertEquals(4, file.rows());
        assertEquals("missing-value", CheckCase.code(file));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            'customer_no,name\nC1,"a\nC2,b\n'         | customers.csv:2: the file has a quote here that is never closed
            'customer_no,name\nC1,"a"b\n'             | the file is broken near here
            'customer_no,name,name\nC1,a,b\n'         | has the column "name" twice
            'customer_no\nC1\n'                       | lacks the required column "name"
            'customer_no,name,nam\nC1,a,b\n'          | has an unknown column "nam" (did you mean name?)
            ''                                        | is empty: a header row with column names is needed
            """)
    void structureThatCannotBeTrusted(String text, String message) throws IOException {
        assertRefused(
                message, refusal("customers.csv", text.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aHeaderAloneIsNoRows() throws IOException {
        CheckedFile file =
                new CheckCase(folder).file("customers.csv", "customer_no,name").checked("customers.csv");
        assertEquals(0, file.rows());
        assertTrue(file.refusal().isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            1e5|not-an-amount
            NaN|not-an-amount
            -0.00|not-an-amount
            -1|not-an-amount
            +1|not-an-amount
            １２|not-an-amount
             1|not-an-amount
            1 |not-an-amount
            1,5|wrong-width
            0x10|not-an-amount
            .5|not-an-amount
            5.|not-an-amount
            12345678901234567890|amount-too-large
            0.00|amount-not-positive
            0.001|too-many-decimals
            """)
    void amounts(String amount, String code) throws IOException {
        String row = CheckCase.LOAN.replace("1000.00", amount);
        CheckedFile file = new CheckCase(folder)
                .file("loans.csv", CheckCase.LOANS_HEADER + row)
                .checked("loans.csv");
        assertEquals(code, CheckCase.code(file));
        assertEquals(file.rows(), file.accepted() + file.rejected());
    }

    @ParameterizedTest
    @CsvSource({"2026-02-30", "2026-13-01", "0000-01-01", "2026-2-3", "20260203", "２０２６-01-01", "2026-01-01x"})
    void dates(String date) throws IOException {
        String row = CheckCase.LOAN.replace("2026-01-01", date);
        CheckedFile file = new CheckCase(folder)
                .file("loans.csv", CheckCase.LOANS_HEADER + row)
                .checked("loans.csv");
        assertEquals("not-a-date", CheckCase.code(file));
    }

    @Test
    void sumsBeyondALong() throws IOException {
        String rows = "L1,C1,AUTO,CNY,100000000000.00,0.072,2026-01-01,2027-01-01\n".repeat(20_000);
        CheckedFile file = new CheckCase(folder)
                .file("loans.csv", CheckCase.LOANS_HEADER + rows)
                .checked("loans.csv");
        assertEquals("2000000000000000.0000", CheckCase.principal(file).toPlainString());
    }

    private static byte[] gzip(String text) throws IOException {
        return gzip(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] joined(byte[] first, byte[] second, int secondBytes) {
        byte[] both = Arrays.copyOf(first, first.length + secondBytes);
        System.arraycopy(second, 0, both, first.length, secondBytes);
        return both;
    }

    @Test
    void severalGzipMembersAreOneFileAndNoneOfThemMayBeCut() throws IOException {
        byte[] first = gzip("customer_no,name\nC1,A\n");
        byte[] second = gzip("C2,B\n");
        CheckedFile whole = new CheckCase(folder)
                .file("customers.csv.gz", joined(first, second, second.length))
                .checked("customers.csv.gz");
        assertEquals(2, whole.rows());
        for (int bytes = 1; bytes < second.length; bytes++) {
            String refusal = new CheckCase(folder)
                    .file("customers.csv.gz", joined(first, second, bytes))
                    .refusal("customers.csv.gz");
            assertTrue(refusal.contains("customers.csv.gz"), bytes + " bytes of the second: " + refusal);
        }
        assertRefused(
                "its packed text ends early",
                new CheckCase(folder)
                        .file("customers.csv.gz", joined(first, new byte[100_000], 100_000))
                        .refusal("customers.csv.gz"));
        assertRefused(
                "its packed text ends early",
                new CheckCase(folder).file("customers.csv.gz", new byte[0]).refusal("customers.csv.gz"));
    }

    @Test
    void aZipArchiveWithoutItsDirectoryIsCutOff() throws IOException {
        byte[] whole = zip("customers.csv");
        assertEquals(
                2,
                new CheckCase(folder)
                        .file("customers.csv.zip", whole)
                        .checked("customers.csv.zip")
                        .rows());
        for (int cut = 1; cut < whole.length; cut++) {
            CheckCase check = new CheckCase(folder).file("customers.csv.zip", Arrays.copyOf(whole, whole.length - cut));
            assertRefused("customers.csv.zip cannot be read: ", check.refusal("customers.csv.zip"));
        }
    }

    @Test
    void oneFilePackedAndUnpackedIsNotTwoFiles() throws IOException {
        new CheckCase(folder)
                .file("customers.csv", CheckCase.CUSTOMERS)
                .file("customers.csv.gz", gzip(CheckCase.CUSTOMERS));
        Inbox inbox = Inbox.of(folder, Mapping.NONE);
        assertRefused(
                "the same file but for its packing: keep one",
                String.valueOf(assertThrows(ArrearsException.class, inbox::requirePlainFiles)
                        .getMessage()));
    }

    @ParameterizedTest(name = "{index}: {1}")
    @CsvSource({
        "'\u3000', missing-value",
        "' ', missing-value",
        "'a\u202eb', control-character",
        "'a\u2028b', control-character",
        "'\ufeffa', control-character",
        "'王\u2066磊', control-character",
        "'王 磊', ok",
    })
    void textThatIsNotWhatItLooksLike(String name, String code) throws IOException {
        assertEquals(
                code,
                CheckCase.code(new CheckCase(folder)
                        .file("customers.csv", "customer_no,name\nC1,\"" + name + "\"\n")
                        .checked("customers.csv")));
    }

    @Test
    void whatIsNoPlainFileIsRefused() throws IOException, InterruptedException {
        Path target = Files.writeString(folder.resolve("elsewhere.txt"), CheckCase.CUSTOMERS);
        Path link = Files.createSymbolicLink(folder.resolve("loans.csv"), target);
        assertRefusedAlone("loans.csv", "symbolic link");
        Files.delete(link);
        Path inner = Files.createDirectory(folder.resolve("loans.csv"));
        assertRefusedAlone("loans.csv", "is a folder");
        Files.delete(inner);
        Path pipe = folder.resolve("holds.csv");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        assertRefusedAlone("holds.csv", "no plain file, maybe a pipe");
    }

    /** A load refuses the whole inbox before it begins; a check goes on with the other files. */
    private void assertRefusedAlone(String name, String why) throws IOException {
        Inbox inbox = Inbox.of(folder, Mapping.NONE);
        assertRefused(
                why,
                String.valueOf(assertThrows(ArrearsException.class, inbox::requirePlainFiles)
                        .getMessage()));
        CheckCase check = new CheckCase(folder).file("customers.csv", CheckCase.CUSTOMERS);
        assertRefused(why, check.refusal(name));
        assertEquals(2, check.checked("customers.csv").rows());
    }

    @Test
    void aFileThatMayNotBeReadIsRefused() throws IOException {
        CheckCase check = new CheckCase(folder).file("customers.csv", CheckCase.CUSTOMERS);
        Path file = folder.resolve("customers.csv");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(file), "whoever runs this may read everything");
        assertRefused("customers.csv cannot be read: permission denied", check.refusal("customers.csv"));
    }

    @Test
    void aControlFileThatIsALinkIsRefused() throws IOException {
        Path target = Files.writeString(folder.resolve("elsewhere.txt"), "rows=2\n");
        Files.createSymbolicLink(folder.resolve("customers.csv.ctl"), target);
        assertRefused(
                "is no plain file",
                new CheckCase(folder).file("customers.csv", CheckCase.CUSTOMERS).refusal("customers.csv"));
    }

    @Test
    void namesWithDotsStayInTheirFolder() throws IOException {
        new CheckCase(folder).file("customers..csv", "customer_no,name\n,a\n").check();
        assertTrue(Files.exists(folder.resolve("out/customers..rows.csv")));
    }

    @Test
    void aFileThatChangesWhileItIsRead() throws IOException {
        InputFile file = new InputFile(
                FileKinds.OURS.of(Target.CUSTOMER), Files.writeString(folder.resolve("customers.csv"), "a"), 1);
        FileStamp before = FileStamp.of(file);
        before.requireUnchanged();
        Files.writeString(file.path(), "ab");
        assertRefused(
                "customers.csv changed while it was read",
                String.valueOf(assertThrows(ArrearsException.class, before::requireUnchanged)
                        .getMessage()));
        Files.setLastModifiedTime(file.path(), FileTime.fromMillis(0));
        FileStamp old = FileStamp.of(file);
        Files.delete(file.path());
        assertRefused(
                "it is not there any more",
                String.valueOf(assertThrows(ArrearsException.class, old::requireUnchanged)
                        .getMessage()));
    }
}
