package org.arrears.export;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import org.arrears.core.money.Amounts;
import org.arrears.print.SpreadsheetCell;

/**
 * CSV by RFC 4180 with LF line ends. A text that a spreadsheet would run as a formula gets a leading apostrophe.
 */
public final class CsvSink implements RowSink {

    private final Writer out;
    private boolean alone;
    private boolean first;

    public CsvSink(Writer out) {
        this.out = out;
    }

    @Override
    public void header(List<ExportColumn> columns) throws IOException {
        alone = columns.size() == 1;
        startRow();
        for (ExportColumn column : columns) {
            cell(column.columnName());
        }
        endRow();
    }

    @Override
    public void startRow() {
        first = true;
    }

    @Override
    public void text(String value) throws IOException {
        String safe = SpreadsheetCell.safeText(value);
        boolean quote = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        cell(quote ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe);
    }

    @Override
    public void count(int value) throws IOException {
        cell(Integer.toString(value));
    }

    @Override
    public void amount(long minor, int digits) throws IOException {
        cell(Amounts.format(minor, digits));
    }

    @Override
    public void date(LocalDate value) throws IOException {
        cell(value.toString());
    }

    /** An only cell that is empty is quoted, or its row would be a blank line, which readers pass over. */
    @Override
    public void none() throws IOException {
        cell(alone ? "\"\"" : "");
    }

    private void cell(String text) throws IOException {
        if (!first) {
            out.write(',');
        }
        first = false;
        out.write(text);
    }

    @Override
    public void endRow() throws IOException {
        out.write('\n');
    }

    @Override
    public void finish() throws IOException {
        out.flush();
    }
}
