package org.arrears.outbound;

import java.io.IOException;
import java.io.Writer;
import org.arrears.print.SpreadsheetCell;

/**
 * Streams CSV by RFC 4180 with LF line ends, cell by cell, for whoever asked for it; only what needs it is quoted. A
 * text that a spreadsheet would run as a formula gets a leading apostrophe.
 */
public final class CsvCells {

    private final Writer out;
    private boolean first = true;

    public CsvCells(Writer out) {
        this.out = out;
    }

    /** Writes the cell of a column that holds texts only. */
    public void text(String value) throws IOException {
        String safe = SpreadsheetCell.safeText(value);
        boolean quote = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        plain(quote ? quoted(safe) : safe);
    }

    /** Writes a cell that is no text: a number, a date, a name of ours, or nothing. */
    public void plain(String cell) throws IOException {
        if (!first) {
            out.write(',');
        }
        first = false;
        out.write(cell);
    }

    /** Writes the only cell of a row, which is empty; unquoted it would be a blank line, which readers pass over. */
    public void onlyEmpty() throws IOException {
        plain(quoted(""));
    }

    public void endRow() throws IOException {
        out.write('\n');
        first = true;
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
