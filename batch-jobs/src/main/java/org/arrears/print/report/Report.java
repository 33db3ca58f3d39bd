package org.arrears.print.report;

import java.util.List;
import java.util.Map;
import org.arrears.outbound.FileLayout;

/**
 * A report in all its forms.
 *
 * @param name the name of its files
 * @param json nested maps in a stable order; a list in it may be read only while it is written
 */
public record Report(String name, ReportPage page, Csv csv, Map<String, Object> json) {

    /**
     * Rows for spreadsheets: details only, so that a column's sum is the total.
     *
     * @param rows may be read from the database only while they are written
     */
    public record Csv(FileLayout layout, Iterable<List<String>> rows) {}
}
