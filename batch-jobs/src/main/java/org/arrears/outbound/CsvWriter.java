package org.arrears.outbound;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.arrears.print.SpreadsheetCell;
import org.jspecify.annotations.Nullable;

/** Writes CSV by RFC 4180 with LF line ends; every text in it is safe to open in a spreadsheet. */
public final class CsvWriter implements Closeable {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

    private final CSVPrinter out;

    public CsvWriter(Writer out) {
        try {
            this.out = new CSVPrinter(out, FORMAT);
        } catch (IOException impossible) {
            throw new IllegalStateException("a printer that begins with nothing writes nothing", impossible);
        }
    }

    /** Writes a row of cells; nothing where there is no value. */
    public void row(@Nullable Object... cells) throws IOException {
        for (Object cell : cells) {
            out.print(cell == null ? "" : SpreadsheetCell.safe(Objects.toString(cell)));
        }
        out.println();
    }

    public void row(List<String> cells) throws IOException {
        row(cells.toArray());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
