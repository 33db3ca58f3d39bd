package org.arrears.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each format makes of a cell. */
class RowSinkTest {

    @TempDir
    private Path folder;

    private static final List<ExportColumn> COLUMNS = List.of(
            ExportColumn.PRODUCT,
            ExportColumn.DPD,
            ExportColumn.PENALTY,
            ExportColumn.AS_OF,
            ExportColumn.OLDEST_DUE_ON);

    private static void twoRows(RowSink sink) throws IOException {
        sink.header(COLUMNS);
        sink.startRow();
        sink.text("a,\"b\"");
        sink.count(-1);
        sink.amount(-5, 2);
        sink.date(LocalDate.of(2026, 10, 1));
        sink.none();
        sink.endRow();
        sink.startRow();
        sink.text("现金贷");
        sink.count(31);
        sink.amount(1_234_567, 0);
        sink.date(LocalDate.of(2026, 10, 1));
        sink.date(LocalDate.of(2026, 9, 1));
        sink.endRow();
        sink.finish();
    }

    @Test
    void csv() throws IOException {
        StringWriter out = new StringWriter();
        twoRows(new CsvSink(out));
        assertEquals("""
                product,dpd,penalty,as_of,oldest_due_on
                "a,""b\""",-1,-0.05,2026-10-01,
                现金贷,31,1234567,2026-10-01,2026-09-01
                """, out.toString());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            =1+1          | '=1+1
            +86           | '+86
            -2            | '-2
            @SUM(A1)      | '@SUM(A1)
            =A(1,"x")     | "'=A(1,""x"")"
            a=b           | a=b
            """)
    void csvTextThatWouldRunAsAFormulaIsNeutralised(String text, String cell) throws IOException {
        assertEquals(cell + "\n", csvOf(text));
    }

    @Test
    void csvTextThatStartsWithATabOrReturnIsNeutralised() throws IOException {
        assertEquals("'\t=1\n", csvOf("\t=1"));
        assertEquals("\"'\r=1\"\n", csvOf("\r=1"));
    }

    private static String csvOf(String text) throws IOException {
        StringWriter out = new StringWriter();
        CsvSink sink = new CsvSink(out);
        sink.startRow();
        sink.text(text);
        sink.endRow();
        return out.toString();
    }

    @Test
    void anOnlyEmptyCellIsNotABlankLine() throws IOException {
        StringWriter out = new StringWriter();
        CsvSink sink = new CsvSink(out);
        sink.header(List.of(ExportColumn.LAST_PAYMENT_ON));
        sink.startRow();
        sink.none();
        sink.endRow();
        sink.finish();
        assertEquals("last_payment_on\n\"\"\n", out.toString());
    }

    @Test
    void json() throws IOException {
        StringWriter out = new StringWriter();
        twoRows(new JsonSink(out));
        assertEquals("""
                [
                {"product":"a,\\"b\\"","dpd":-1,"penalty":"-0.05","as_of":"2026-10-01","oldest_due_on":null},
                {"product":"现金贷","dpd":31,"penalty":"1234567","as_of":"2026-10-01","oldest_due_on":"2026-09-01"}
                ]
                """, out.toString());
    }

    @Test
    void noRowsAreAnEmptyArray() throws IOException {
        StringWriter out = new StringWriter();
        JsonSink sink = new JsonSink(out);
        sink.header(COLUMNS);
        sink.finish();
        assertEquals("[\n]\n", out.toString());
    }

    @Test
    void xlsxAmountsAreNumbersAndDatesAreDates() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        twoRows(new XlsxSink(out));
        Map<String, String> parts = unzipped(out);
        String sheet = parts.getOrDefault("xl/worksheets/sheet1.xml", "");
        assertTrue(sheet.contains("state=\"frozen\""), sheet);
        assertTrue(sheet.contains("<v>-0.05</v>"), sheet);
        assertTrue(sheet.contains("<v>1234567</v>"), sheet);
        assertTrue(sheet.contains("<v>46296.0</v>"), sheet);
        assertTrue(sheet.contains("t=\"inlineStr\"><is><t>&#x73b0;&#x91d1;&#x8d37;</t>"), sheet);
        String styles = parts.getOrDefault("xl/styles.xml", "");
        assertTrue(styles.contains("formatCode=\"#,##0.00\""), styles);
        assertTrue(styles.contains("formatCode=\"#,##0\""), styles);
        assertTrue(styles.contains("formatCode=\"yyyy-mm-dd\""), styles);
    }

    @Test
    void rowsBeyondASheetGoToTheNext() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        twoRows(new XlsxSink(out, 2));
        Map<String, String> parts = unzipped(out);
        assertTrue(parts.getOrDefault("xl/worksheets/sheet1.xml", "").contains("a,&quot;b&quot;"));
        String second = parts.getOrDefault("xl/worksheets/sheet2.xml", "");
        assertTrue(second.contains("<t>product</t>") && second.contains("&#x73b0;"), second);
    }

    private Map<String, String> unzipped(ByteArrayOutputStream zip) throws IOException {
        Path file = Files.write(folder.resolve("accounts.xlsx"), zip.toByteArray());
        Map<String, String> parts = new TreeMap<>();
        try (ZipFile in = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                parts.put(entry.getName(), new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
