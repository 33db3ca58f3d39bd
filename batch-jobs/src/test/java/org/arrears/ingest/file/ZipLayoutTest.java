package org.arrears.ingest.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.arrears.ingest.check.CheckCase;
import org.arrears.ingest.check.CheckedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Zip archives that two programs would read differently. */
class ZipLayoutTest {

    private static final String ONE = "customer_no,name\nC1,one\n";
    private static final String TWO = "customer_no,name\nC1,two\n";
    private static final int LOCAL_BYTES = 30;
    private static final int NAME_BYTES = 5;
    private static final int DATA = LOCAL_BYTES + NAME_BYTES;

    @TempDir
    private Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** A file as it is stored, with the header before it. */
    private static byte[] local(String name, String text) {
        byte[] content = bytes(text);
        ByteBuffer header = ByteBuffer.allocate(LOCAL_BYTES + name.length() + content.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0);
        sizes(header, content).putShort((short) name.length()).putShort((short) 0);
        return header.put(bytes(name)).put(content).array();
    }

    private static byte[] listed(String name, String text, int offset) {
        byte[] content = bytes(text);
        ByteBuffer header = ByteBuffer.allocate(46 + name.length()).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0x02014b50)
                .putShort((short) 20)
                .putShort((short) 20)
                .putShort((short) 0)
                .putShort((short) 0);
        sizes(header.putInt(0), content)
                .putShort((short) name.length())
                .putShort((short) 0)
                .putShort((short) 0);
        header.putShort((short) 0).putShort((short) 0).putInt(0).putInt(offset);
        return header.put(bytes(name)).array();
    }

    private static ByteBuffer sizes(ByteBuffer header, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        return header.putInt((int) sum.getValue()).putInt(content.length).putInt(content.length);
    }

    private static byte[] end(int files, int directoryBytes, int directoryStart, int commentBytes) {
        ByteBuffer end = ByteBuffer.allocate(22).order(ByteOrder.LITTLE_ENDIAN);
        end.putInt(0x06054b50).putInt(0).putShort((short) files).putShort((short) files);
        return end.putInt(directoryBytes)
                .putInt(directoryStart)
                .putShort((short) commentBytes)
                .array();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** An archive of one stored file, as it should be. */
    private static byte[] good() {
        byte[] local = local("a.csv", ONE);
        byte[] listed = listed("a.csv", ONE, 0);
        return joined(local, listed, end(1, listed.length, local.length, 0));
    }

    private CheckedFile checked(byte[] archive) throws IOException {
        return new CheckCase(folder).file("customers.csv.zip", archive).checked("customers.csv.zip");
    }

    private String refusal(byte[] archive) throws IOException {
        CheckedFile file = checked(archive);
        return file.refusal().map(CheckedFile.Refusal::message).orElseGet(() -> "taken: " + file.samples());
    }

    private void assertContradicts(byte[] archive) throws IOException {
        String refusal = refusal(archive);
        assertTrue(
                refusal.startsWith("customers.csv.zip cannot be read: the zip archive is damaged or made to be read in"
                        + " two ways: it contradicts itself as to "),
                refusal);
    }

    @Test
    void aPlainArchiveIsRead() throws IOException {
        assertEquals("one", sample(checked(good())));
        byte[] local = local("a.csv", ONE);
        byte[] listed = listed("a.csv", ONE, 0);
        assertEquals(
                "one",
                sample(checked(joined(local, listed, end(1, listed.length, local.length, 5), bytes("hello")))),
                "with a comment");
    }

    private static String sample(CheckedFile file) {
        assertEquals("", file.refusal().map(CheckedFile.Refusal::message).orElse(""));
        return String.valueOf(file.samples().get(0).get("name"))
                .replace("o**", "one")
                .replace("t**", "two");
    }

    @Test
    void anArchiveThatWasStreamedIsRead() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        StringBuilder text = new StringBuilder("customer_no,name\n");
        for (int i = 0; i < 50_000; i++) {
            text.append('C').append(i).append(",n").append(i * 7919L % 1000).append('\n');
        }
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            out.setComment("made by a stream");
            out.putNextEntry(new ZipEntry("a.csv"));
            out.write(bytes(text.toString()));
        }
        assertEquals(50_000, checked(packed.toByteArray()).rows());
    }

    @Test
    void twoFilesOfOneNameOrOfTwoAreNotOne() throws IOException {
        for (String second : new String[] {"a.csv", "b.csv"}) {
            byte[] one = local("a.csv", ONE);
            byte[] two = local(second, TWO);
            byte[] directory = joined(listed("a.csv", ONE, 0), listed(second, TWO, one.length));
            byte[] both = joined(one, two, directory);
            int start = one.length + two.length;
            assertTrue(refusal(joined(both, end(2, directory.length, start, 0))).contains("more than one file"));
            assertContradicts(joined(both, end(1, directory.length, start, 0)));
        }
    }

    @Test
    void aFileThatTheDirectoryDoesNotNameRefusesTheArchive() throws IOException {
        byte[] one = local("a.csv", ONE);
        byte[] two = local("a.csv", TWO);
        byte[] second = listed("a.csv", TWO, one.length);
        assertContradicts(joined(one, two, second, end(1, second.length, one.length + two.length, 0)));
        byte[] first = listed("a.csv", ONE, 0);
        assertContradicts(joined(one, two, first, end(1, first.length, one.length + two.length, 0)));
        byte[] before = listed("a.csv", ONE, 4);
        assertContradicts(joined(bytes("MZ.."), one, before, end(1, before.length, one.length + 4, 0)));
    }

    @Test
    void twoDirectoriesRefuseTheArchive() throws IOException {
        byte[] one = local("a.csv", ONE);
        byte[] two = local("a.csv", TWO);
        byte[] first = listed("a.csv", ONE, 0);
        byte[] second = listed("a.csv", TWO, one.length);
        byte[] both = joined(one, two);
        byte[] outer = end(1, second.length, both.length + first.length + 22, 0);
        byte[] inner = end(1, first.length, both.length, second.length + outer.length);
        assertContradicts(joined(both, first, inner, second, outer));
        byte[] comment = end(1, first.length, one.length, 3);
        assertContradicts(joined(one, first, end(1, first.length, one.length, comment.length), comment));
    }

    @Test
    void nothingMayFollowTheDirectory() throws IOException {
        String refusal = refusal(joined(good(), bytes("more")));
        assertTrue(refusal.contains("its directory is not at its end"), refusal);
        assertTrue(refusal(joined(good(), good())).contains("contradicts itself"));
    }

    @ParameterizedTest(name = "byte {0} of the header before the file")
    @CsvSource({"6", "8", "14", "18", "22", "26", "30"})
    void aHeaderThatSaysSomethingElseThanTheDirectoryRefusesTheArchive(int at) throws IOException {
        byte[] archive = good();
        archive[at] ^= 1;
        String refusal = refusal(archive);
        assertTrue(refusal.startsWith("customers.csv.zip cannot be read: the zip archive is "), refusal);
    }

    @Test
    void lengthsBehindAFileMustBeTheListedOnes() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            out.putNextEntry(new ZipEntry("a.csv"));
            out.write(bytes(ONE));
        }
        byte[] archive = packed.toByteArray();
        ByteBuffer read = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        int descriptor = read.getInt(archive.length - 6) - 16;
        assertEquals(0x08074b50, read.getInt(descriptor));
        for (int at = descriptor; at < descriptor + 16; at++) {
            byte[] changed = archive.clone();
            changed[at] ^= 1;
            assertContradicts(changed);
        }
    }

    @Test
    void aFileThatIsNotWhatIsStatedOfItRefusesTheArchive() throws IOException {
        byte[] archive = good();
        archive[DATA + ONE.length() - 2] = 'E';
        assertTrue(refusal(archive).contains("its file is not what is stated of it"), refusal(archive));
    }

    @Test
    void noByteOfAnArchiveCanBeChangedUnseen() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(packed)) {
            out.putNextEntry(new ZipEntry("a.csv"));
            out.write(bytes(ONE));
        }
        long seed = Long.getLong("seed", 20261128L);
        System.out.println("ZipLayoutTest: -Dseed=" + seed);
        Random random = new Random(seed);
        for (byte[] archive : new byte[][] {good(), packed.toByteArray()}) {
            for (int at = 0; at < archive.length; at++) {
                byte[] changed = archive.clone();
                changed[at] ^= (byte) (1 + random.nextInt(255));
                CheckedFile file = checked(changed);
                boolean sameRows = file.refusal().isEmpty() && sample(file).equals("one") && file.rows() == 1;
                assertTrue(file.refusal().isPresent() || sameRows, "byte " + at + " of seed " + seed);
            }
            for (int length = 0; length < archive.length; length++) {
                assertTrue(checked(Arrays.copyOf(archive, length)).refusal().isPresent(), length + " bytes");
            }
        }
    }

    @Test
    void anArchiveOfOtherProgramsIsRead() throws IOException, InterruptedException {
        Path plain = Files.writeString(folder.resolve("a.csv"), ONE);
        String python = "import zipfile,sys\n"
                + "z=zipfile.ZipFile(sys.argv[1]+'/1.zip','w',zipfile.ZIP_DEFLATED); z.write(sys.argv[2],'a.csv');"
                + " z.close()\n"
                + "z=zipfile.ZipFile(sys.argv[1]+'/2.zip','w'); f=z.open('a.csv','w',force_zip64=True);"
                + " f.write(open(sys.argv[2],'rb').read()); f.close(); z.close()\n"
                + "class S:\n  def __init__(s,f): s.f=f\n  def write(s,b): return s.f.write(b)\n"
                + "  def flush(s): s.f.flush()\n"
                + "g=open(sys.argv[1]+'/3.zip','wb'); z=zipfile.ZipFile(S(g),'w',zipfile.ZIP_DEFLATED);"
                + " z.write(sys.argv[2],'a.csv'); z.close(); g.close()\n";
        Process made;
        try {
            made = new ProcessBuilder("python3", "-c", python, folder.toString(), plain.toString())
                    .inheritIO()
                    .start();
        } catch (IOException noPython) {
            org.junit.jupiter.api.Assumptions.abort("there is no python3 here");
            return;
        }
        assertEquals(0, made.waitFor());
        for (int i = 1; i <= 3; i++) {
            byte[] archive = Files.readAllBytes(folder.resolve(i + ".zip"));
            Files.delete(folder.resolve(i + ".zip"));
            Files.deleteIfExists(plain);
            assertEquals("one", sample(checked(archive)), "archive " + i);
        }
    }
}
