package org.arrears.ingest.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.arrears.ingest.check.CheckCase;
import org.arrears.ingest.check.CheckedFile;
import org.arrears.run.FileDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file that is cut off in its last row, where an amount may have lost its last digits. */
class LastLineTest {

    private static final String ROW = "T1,L1,payment,2026-09-20,1500.00";
    private static final String HEADER = "txn_no,loan_no,type,value_on,amount\n";
    private static final String CUT = ": the file ends within this row, without a line end, as if it were cut off";

    @TempDir
    private Path folder;

    private CheckedFile checked(String text) throws IOException {
        return new CheckCase(folder).file("transactions.csv", text).checked("transactions.csv");
    }

    private static String refusal(CheckedFile file) {
        return file.refusal().map(CheckedFile.Refusal::message).orElse("");
    }

    @Test
    void aFileThatEndsAnywhereWithinItsLastRowIsRefused() throws IOException {
        String whole = HEADER + ROW + "\n";
        assertEquals("", refusal(checked(whole)));
        for (int length = HEADER.length() + 1; length < whole.length(); length++) {
            String refusal = refusal(checked(whole.substring(0, length)));
            assertTrue(refusal.startsWith("transactions.csv:2" + CUT), length + " characters: " + refusal);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            txn_no,loan_no,type,value_on,amount;T1,L1,payment,2026-09-20,1500.00        | 2
            txn_no,loan_no,type,value_on,amount\\r;T1,L1,payment,2026-09-20,1500.00     | 2
            txn_no,loan_no,type,value_on,amount\\rT1,L1,payment,2026-09-20,1500.00      | 2
            txn_no,loan_no,type,value_on,amount;T1,L1,payment,2026-09-20,"1500.00"      | 2
            txn_no,loan_no,type,value_on,amount;T1,L1,payment,2026-09-20,1;T2,L1,payment,2026-09-20,2 | 3
            txn_no,loan_no,type,value_on,amount;T1,L1,payment,2026-09-20,1;T2           | 3
            """)
    void whateverTheLineEndsAre(String lines, int line) throws IOException {
        String refusal = refusal(checked(lines.replace(';', '\n').replace("\\r", "\r")));
        assertTrue(refusal.startsWith("transactions.csv:" + line + CUT), refusal);
    }

    @ParameterizedTest
    @CsvSource({"\\n", "\\r\\n", "\\r", "\\n\\n", "\\n\\r\\n"})
    void aLineEndOfAnySortIsOne(String end) throws IOException {
        String text = HEADER + ROW + end.replace("\\n", "\n").replace("\\r", "\r");
        assertEquals("", refusal(checked(text)));
    }

    @Test
    void aLineEndWithinQuotesEndsNoLine() throws IOException {
        assertTrue(refusal(checked(HEADER + "T1,L1,payment,2026-09-20,\"1500.00\n"))
                .contains("has a quote here that is never closed"));
    }

    @Test
    void aHeaderAloneHasNoRowToLose() throws IOException {
        CheckedFile file = checked(HEADER.strip());
        assertEquals("", refusal(file));
        assertEquals(0, file.rows());
    }

    @Test
    void rowsAndSumsThatAreStatedProveNothingAndTheDigestDoes() throws IOException {
        String cut = HEADER + ROW.substring(0, ROW.length() - 5);
        CheckCase files = new CheckCase(folder)
                .file("transactions.csv", cut)
                .file("transactions.csv.ctl", "rows=1\nsum.amount=150\n");
        assertTrue(files.refusal("transactions.csv").contains(CUT));
        String digest = FileDigest.ofBytes(cut.getBytes(StandardCharsets.UTF_8));
        files.file("transactions.csv.ctl", "sha256=" + digest + "\n");
        assertEquals("", refusal(files.checked("transactions.csv")));
    }

    @Test
    void aMappingMayAllowItForItsFilesAlone() throws IOException {
        CheckCase files = new CheckCase(folder)
                .mapping("mapping: m\nfiles:\n  - { kind: transactions, names: pay*.csv, last-line: any }\n")
                .file("payments.csv", HEADER + ROW)
                .file("transactions.csv", HEADER + ROW);
        assertEquals("", refusal(files.checked("payments.csv")));
        assertTrue(files.refusal("transactions.csv").contains(CUT));
    }

    @Test
    void packedFilesAreAskedForTheLineEndOfTheirText() throws IOException {
        for (String text : new String[] {HEADER + ROW, HEADER + ROW + "\n"}) {
            ByteArrayOutputStream gzip = new ByteArrayOutputStream();
            try (OutputStream out = new GZIPOutputStream(gzip)) {
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
            ByteArrayOutputStream zip = new ByteArrayOutputStream();
            try (ZipOutputStream out = new ZipOutputStream(zip)) {
                out.putNextEntry(new ZipEntry("a.csv"));
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
            CheckCase files = new CheckCase(folder)
                    .file("transactions-1.csv.gz", gzip.toByteArray())
                    .file("transactions-2.csv.zip", zip.toByteArray());
            for (String name : new String[] {"transactions-1.csv.gz", "transactions-2.csv.zip"}) {
                assertEquals(!text.endsWith("\n"), refusal(files.checked(name)).contains(name + ":2" + CUT), name);
            }
        }
    }

    @Test
    void correctedRowsAreReadAsCarefully() throws IOException {
        assertTrue(new CheckCase(folder)
                .file("transactions.rows.csv", HEADER + ROW)
                .refusal("transactions.rows.csv")
                .contains(CUT));
    }
}
