package org.arrears.print.report;

import java.util.List;

/**
 * A report as people read it, on the terminal or as HTML.
 *
 * @param facts what it is about, as label and value
 * @param notes how to read it
 */
public record ReportPage(String title, List<Fact> facts, List<Table> tables, List<String> notes) {

    public ReportPage {
        facts = List.copyOf(facts);
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
    }

    /** One thing a report states about itself. */
    public record Fact(String label, String value) {}

    /**
     * A table.
     *
     * @param labels how many columns from the left hold names; the others hold figures
     */
    public record Table(String caption, List<String> columns, int labels, List<Row> rows) {

        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            for (Row row : rows) {
                if (row.cells().size() != columns.size()) {
                    throw new IllegalStateException(caption + ": " + row.cells().size() + " cells for " + columns);
                }
            }
        }
    }

    /** A row of a table; {@code kind} is row, sum or total. */
    public record Row(String kind, List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        public static Row of(String kind, List<String> texts) {
            return new Row(kind, texts.stream().map(Cell::of).toList());
        }
    }

    /**
     * A cell.
     *
     * @param tone plain, share, better, same or worse
     * @param share a percentage from 0 to 100 that a bar or shade shows
     */
    public record Cell(String text, String tone, String share) {

        public static Cell of(String text) {
            return new Cell(text, "plain", "0");
        }
    }
}
