package org.arrears.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook for Excel, written as a stream: amounts are numbers, dates are dates, the header stays in sight. Rows
 * beyond what a sheet can hold go to the next sheet.
 */
public final class XlsxSink implements RowSink {

    private static final int FLUSH_EVERY = 1_000;
    private static final List<String> AMOUNT_FORMATS =
            List.of("#,##0", "#,##0.0", "#,##0.00", "#,##0.000", "#,##0.0000");

    private final Workbook workbook;
    private final int rowsOfSheet;
    private List<ExportColumn> columns = List.of();
    private @Nullable Worksheet sheet;
    private int sheets;
    private int row;
    private int cell;

    public XlsxSink(OutputStream out) {
        this(out, Worksheet.MAX_ROWS);
    }

    XlsxSink(OutputStream out, int rowsOfSheet) {
        this.workbook = new Workbook(out, "arrears", "1.0");
        this.rowsOfSheet = rowsOfSheet;
    }

    @Override
    public void header(List<ExportColumn> header) {
        columns = header;
        openSheet();
    }

    private void openSheet() {
        sheets++;
        sheet = workbook.newWorksheet(sheets == 1 ? "accounts" : "accounts " + sheets);
        sheet().freezePane(0, 1);
        row = 0;
        for (int i = 0; i < columns.size(); i++) {
            String name = columns.get(i).columnName();
            sheet().width(i, Math.max(14, name.length() + 2));
            sheet().inlineString(0, i, name);
            sheet().style(0, i).bold().set();
        }
    }

    private Worksheet sheet() {
        return Objects.requireNonNull(sheet);
    }

    @Override
    public void startRow() throws IOException {
        if (row + 1 == rowsOfSheet) {
            sheet().finish();
            openSheet();
        }
        row++;
        cell = 0;
    }

    /** Writes the text into its cell, not into the table of shared texts, which would grow with the rows. */
    @Override
    public void text(String value) {
        sheet().inlineString(row, cell++, value);
    }

    @Override
    public void count(int value) {
        sheet().value(row, cell++, value);
    }

    @Override
    public void amount(long minor, int digits) {
        sheet().value(row, cell, BigDecimal.valueOf(minor, digits));
        sheet().style(row, cell++).format(AMOUNT_FORMATS.get(digits)).set();
    }

    @Override
    public void date(LocalDate value) {
        sheet().value(row, cell, value);
        sheet().style(row, cell++).format("yyyy-mm-dd").set();
    }

    @Override
    public void none() {
        cell++;
    }

    @Override
    public void endRow() throws IOException {
        if (row % FLUSH_EVERY == 0) {
            sheet().flush();
        }
    }

    @Override
    public void finish() throws IOException {
        sheet().finish();
        workbook.finish();
    }
}
