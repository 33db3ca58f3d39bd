package org.arrears.report;

import java.util.List;
import java.util.Map;

/**
 * A report in all its forms.
 *
 * @param name the name of its files
 * @param json nested maps in a stable order
 */
public record Report(String name, ReportPage page, Csv csv, Map<String, Object> json) {

    /** Rows for spreadsheets: details only, so that a column's sum is the total. */
    record Csv(List<String> header, List<List<String>> rows) {

        Csv {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
        }
    }
}
