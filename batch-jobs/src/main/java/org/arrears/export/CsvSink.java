package org.arrears.export;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import org.arrears.core.money.Amounts;
import org.arrears.outbound.CsvCells;

/** Rows as CSV. */
public final class CsvSink implements RowSink {

    private final Writer out;
    private final CsvCells cells;
    private boolean alone;

    public CsvSink(Writer out) {
        this.out = out;
        this.cells = new CsvCells(out);
    }

    @Override
    public void header(List<ExportColumn> columns) throws IOException {
        alone = columns.size() == 1;
        for (ExportColumn column : columns) {
            cells.plain(column.columnName());
        }
        cells.endRow();
    }

    @Override
    public void startRow() {}

    @Override
    public void text(String value) throws IOException {
        cells.text(value);
    }

    @Override
    public void count(int value) throws IOException {
        cells.plain(Integer.toString(value));
    }

    @Override
    public void amount(long minor, int digits) throws IOException {
        cells.plain(Amounts.format(minor, digits));
    }

    @Override
    public void date(LocalDate value) throws IOException {
        cells.plain(value.toString());
    }

    @Override
    public void none() throws IOException {
        if (alone) {
            cells.onlyEmpty();
        } else {
            cells.plain("");
        }
    }

    @Override
    public void endRow() throws IOException {
        cells.endRow();
    }

    @Override
    public void finish() throws IOException {
        out.flush();
    }
}
