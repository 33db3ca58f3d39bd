package org.arrears.explain;

import java.util.List;

/**
 * An explanation in sections and tables, made once for every medium on which people read it.
 *
 * @param lines what stands under the title
 */
public record Sheet(String title, List<String> lines, List<Section> sections) {

    public Sheet {
        title = Visible.only(title);
        lines = Visible.only(lines);
        sections = List.copyOf(sections);
    }

    /**
     * A chapter of the explanation.
     *
     * @param lines what stands before the tables
     */
    public record Section(String title, List<String> lines, List<Table> tables) {
        public Section {
            title = Visible.only(title);
            lines = Visible.only(lines);
            tables = List.copyOf(tables);
        }
    }

    /**
     * Rows under headings; without headings, pairs of a name and a value.
     *
     * @param caption may be empty
     * @param totals one cell a column, or none at all
     * @param notes what stands under it
     */
    public record Table(
            String caption, List<Column> columns, List<List<String>> rows, List<String> totals, List<String> notes) {
        public Table {
            caption = Visible.only(caption);
            columns = List.copyOf(columns);
            rows = rows.stream().map(Visible::only).toList();
            totals = Visible.only(totals);
            notes = Visible.only(notes);
            for (List<String> row : rows) {
                requireWidth(columns, row);
            }
            if (!totals.isEmpty()) {
                requireWidth(columns, totals);
            }
        }

        private static void requireWidth(List<Column> columns, List<String> row) {
            if (row.size() != columns.size()) {
                throw new IllegalStateException(row + " does not fit under " + columns);
            }
        }

        /** Pairs of a name and a value. */
        static Table pairs(List<List<String>> rows) {
            return new Table("", List.of(Column.left(""), Column.left("")), rows, List.of(), List.of());
        }

        /** Pairs of a name and an amount. */
        static Table amounts(List<List<String>> rows) {
            return new Table("", List.of(Column.left(""), Column.right("")), rows, List.of(), List.of());
        }

        static Table of(List<Column> columns, List<List<String>> rows, List<String> totals) {
            return new Table("", columns, rows, totals, List.of());
        }

        public boolean hasCaption() {
            return !caption.isEmpty();
        }

        public boolean hasRows() {
            return !rows.isEmpty();
        }

        public boolean hasTotals() {
            return !totals.isEmpty();
        }

        /** Says whether the column at an index stands right. */
        public boolean isRight(int column) {
            return columns.get(column).right();
        }

        /** Says whether any column has a heading. */
        public boolean hasHeadings() {
            return columns.stream().anyMatch(column -> !column.heading().isEmpty());
        }
    }

    /** A column of figures stands right, one of words left. */
    public record Column(String heading, boolean right) {
        static Column left(String heading) {
            return new Column(heading, false);
        }

        static Column right(String heading) {
            return new Column(heading, true);
        }
    }
}
