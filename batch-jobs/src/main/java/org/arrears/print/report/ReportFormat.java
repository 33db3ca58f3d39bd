package org.arrears.print.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.arrears.guard.HarmlessWriter;
import org.arrears.outbound.CsvWriter;
import org.arrears.render.HtmlTemplate;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** The forms a report is written in; the same report gives the same bytes. */
public enum ReportFormat {
    TEXT,
    HTML,
    CSV,
    JSON;

    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    public void write(Report report, Writer out) throws IOException {
        switch (this) {
            case TEXT -> new PlainTables(new HarmlessWriter(out)).print(report.page());
            case HTML -> new HtmlTemplate("report.vm").print("page", report.page(), out);
            case CSV -> {
                CsvWriter csv = new CsvWriter(out);
                csv.row(report.csv().layout().header());
                for (List<String> row : report.csv().rows()) {
                    csv.row(row);
                }
            }
            case JSON -> {
                Writer harmless = new HarmlessWriter(out);
                Json.WRITER.writeValue(harmless, report.json());
                harmless.write("\n");
            }
        }
        out.flush();
    }

    /** Loaded only by who writes JSON: a command that is only asked for help should not wait for it. */
    private static final class Json {

        static final ObjectWriter WRITER =
                JsonMapper.shared().writerWithDefaultPrettyPrinter().without(StreamWriteFeature.AUTO_CLOSE_TARGET);
    }
}
