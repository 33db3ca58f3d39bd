package org.arrears.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.arrears.print.CsvWriter;
import tools.jackson.databind.json.JsonMapper;

/** The forms a report is written in; the same report gives the same bytes. */
public enum ReportFormat {
    TEXT,
    HTML,
    CSV,
    JSON;

    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    public void write(Report report, Writer out) throws IOException {
        switch (this) {
            case TEXT -> new PlainTables(out).print(report.page());
            case HTML -> new HtmlTemplate("report.vm").print("page", report.page(), out);
            case CSV -> {
                CsvWriter csv = new CsvWriter(out);
                csv.row(report.csv().header());
                for (List<String> row : report.csv().rows()) {
                    csv.row(row);
                }
            }
            case JSON -> {
                out.write(JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(report.json()));
                out.write("\n");
            }
        }
        out.flush();
    }
}
