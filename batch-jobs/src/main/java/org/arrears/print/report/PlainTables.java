package org.arrears.print.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.arrears.print.ColumnWidth;
import org.arrears.print.report.ReportPage.Cell;
import org.arrears.print.report.ReportPage.Fact;
import org.arrears.print.report.ReportPage.Row;
import org.arrears.print.report.ReportPage.Table;

/** Prints a report as aligned plain text. */
final class PlainTables {

    private static final int FACT_WIDTH = 16;

    private final Writer out;

    PlainTables(Writer out) {
        this.out = out;
    }

    void print(ReportPage page) throws IOException {
        line(page.title());
        for (Fact fact : page.facts()) {
            line(padded(fact.label(), FACT_WIDTH, true) + fact.value());
        }
        for (Table table : page.tables()) {
            line("");
            line(table.caption());
            print(table);
        }
        line("");
        for (String note : page.notes()) {
            line(note);
        }
    }

    private void print(Table table) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        lines.add(table.columns());
        for (Row row : table.rows()) {
            lines.add(row.cells().stream().map(Cell::text).toList());
        }
        List<Integer> widths = new ArrayList<>();
        for (int column = 0; column < table.columns().size(); column++) {
            int widest = 0;
            for (List<String> cells : lines) {
                widest = Math.max(widest, ColumnWidth.of(cells.get(column)));
            }
            widths.add(widest);
        }
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0 && table.rows().get(i - 1).kind().equals("total")) {
                rule(widths);
            }
            cells(lines.get(i), widths, table.labels());
            if (i == 0) {
                rule(widths);
            }
        }
    }

    private void cells(List<String> cells, List<Integer> widths, int labels) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            text.append("  ").append(padded(cells.get(column), widths.get(column), column < labels));
        }
        line(text.toString().stripTrailing());
    }

    private void rule(List<Integer> widths) throws IOException {
        int length = widths.stream().mapToInt(width -> width + 2).sum() - 2;
        line("  " + "-".repeat(Math.max(0, length)));
    }

    private void line(String text) throws IOException {
        out.write(text);
        out.write('\n');
    }

    private static String padded(String text, int width, boolean left) {
        return left ? ColumnWidth.left(text, width) : ColumnWidth.right(text, width);
    }
}
