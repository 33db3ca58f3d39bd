package org.arrears.export;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import org.arrears.core.money.Amounts;
import tools.jackson.databind.json.JsonMapper;

/** A JSON array with an object on each line; amounts are strings so that no reader rounds them. */
public final class JsonSink implements RowSink {

    private final Writer out;
    private List<ExportColumn> columns = List.of();
    private int cell;
    private long rows;

    public JsonSink(Writer out) {
        this.out = out;
    }

    @Override
    public void header(List<ExportColumn> header) throws IOException {
        columns = header;
        out.write('[');
    }

    @Override
    public void startRow() throws IOException {
        out.write(rows++ == 0 ? "\n" : ",\n");
        cell = 0;
    }

    @Override
    public void text(String value) throws IOException {
        cell(JsonMapper.shared().writeValueAsString(value));
    }

    @Override
    public void count(int value) throws IOException {
        cell(Integer.toString(value));
    }

    @Override
    public void amount(long minor, int digits) throws IOException {
        cell('"' + Amounts.format(minor, digits) + '"');
    }

    @Override
    public void date(LocalDate value) throws IOException {
        cell('"' + value.toString() + '"');
    }

    @Override
    public void none() throws IOException {
        cell("null");
    }

    private void cell(String json) throws IOException {
        out.write(cell == 0 ? "{\"" : ",\"");
        out.write(columns.get(cell++).columnName());
        out.write("\":");
        out.write(json);
    }

    @Override
    public void endRow() throws IOException {
        out.write('}');
    }

    @Override
    public void finish() throws IOException {
        out.write("\n]\n");
        out.flush();
    }
}
