package org.arrears.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.arrears.guard.HarmlessWriter;
import tools.jackson.databind.json.JsonMapper;

/** The forms a report is written in; the same report gives the same bytes. */
public enum ReportFormat {
    TEXT,
    HTML,
    CSV,
    JSON;

    private static final CSVFormat PLAIN =
            CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    public void write(Report report, Writer out) throws IOException {
        switch (this) {
            case TEXT -> new PlainTables(new HarmlessWriter(out)).print(report.page());
            case HTML -> new HtmlTemplate("report.vm").print("page", report.page(), out);
            case CSV -> {
                CSVPrinter csv = new CSVPrinter(out, PLAIN);
                csv.printRecord(report.csv().header());
                for (List<String> row : report.csv().rows()) {
                    csv.printRecord(row.stream().map(ReportFormat::neutralised).toList());
                }
            }
            case JSON -> {
                Writer harmless = new HarmlessWriter(out);
                harmless.write(
                        JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(report.json()));
                harmless.write("\n");
            }
        }
        out.flush();
    }

    /** A name that a spreadsheet would run as a formula gets a leading apostrophe. */
    static String neutralised(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
