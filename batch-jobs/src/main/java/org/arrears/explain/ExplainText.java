package org.arrears.explain;

import java.util.ArrayList;
import java.util.List;
import org.arrears.core.replay.Derivation;
import org.arrears.explain.Explanation.Column;
import org.arrears.explain.Explanation.Section;
import org.arrears.explain.Explanation.Table;
import org.arrears.print.ColumnWidth;

/** Prints an explanation as text for a clerk to read out, at most {@value #WIDTH} columns wide. */
public final class ExplainText {

    static final int WIDTH = 110;

    private static final String INDENT = "  ";
    private static final String GAP = "  ";
    private static final int NARROWEST_WRAP = 24;

    private final StringBuilder text = new StringBuilder();

    private ExplainText() {}

    /** Returns the explanation, each line ended. */
    public static String print(Derivation derivation, AccountContext account) {
        return print(Explanation.of(derivation, account));
    }

    static String print(Explanation explanation) {
        ExplainText printer = new ExplainText();
        printer.line("", explanation.title());
        explanation.lines().forEach(line -> printer.line("", line));
        int number = 1;
        for (Section section : explanation.sections()) {
            printer.section(number++, section);
        }
        return printer.text.toString();
    }

    private void section(int number, Section section) {
        text.append('\n');
        String title = number + ". " + section.title();
        line("", title);
        line("", "-".repeat(Math.min(WIDTH, ColumnWidth.of(title))));
        section.lines().forEach(line -> line(INDENT, line));
        boolean first = section.lines().isEmpty();
        for (Table table : section.tables()) {
            if (!first) {
                text.append('\n');
            }
            first = false;
            table(table);
        }
    }

    private void table(Table table) {
        String indent = table.caption().isEmpty() ? INDENT : INDENT + INDENT;
        if (!table.caption().isEmpty()) {
            line(INDENT, table.caption());
        }
        List<Integer> widths = widths(table);
        int taken = indent.length()
                + widths.stream().mapToInt(width -> width + GAP.length()).sum()
                - GAP.length();
        int last = widths.size() - 1;
        if (taken > WIDTH
                && !table.columns().get(last).right()
                && widths.get(last) - (taken - WIDTH) >= NARROWEST_WRAP) {
            widths.set(last, widths.get(last) - (taken - WIDTH));
            taken = WIDTH;
        }
        if (taken > WIDTH) {
            stacked(indent, table);
        } else {
            aligned(indent, table, widths);
        }
        table.notes().forEach(note -> line(indent, note));
    }

    private static List<Integer> widths(Table table) {
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            int column = i;
            int widest = everyRow(table).stream()
                    .mapToInt(row -> ColumnWidth.of(row.get(column)))
                    .max()
                    .orElse(0);
            widths.add(widest);
        }
        return widths;
    }

    private static List<List<String>> everyRow(Table table) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(table.columns().stream().map(Column::heading).toList());
        rows.addAll(table.rows());
        if (!table.totals().isEmpty()) {
            rows.add(table.totals());
        }
        return rows;
    }

    private void aligned(String indent, Table table, List<Integer> widths) {
        if (table.hasHeadings()) {
            row(indent, table.columns().stream().map(Column::heading).toList(), table.columns(), widths);
        }
        table.rows().forEach(row -> row(indent, row, table.columns(), widths));
        if (!table.totals().isEmpty()) {
            List<String> rules = new ArrayList<>();
            for (int i = 0; i < widths.size(); i++) {
                rules.add(hasDigit(table.totals().get(i)) ? "-".repeat(widths.get(i)) : "");
            }
            row(indent, rules, table.columns(), widths);
            row(indent, table.totals(), table.columns(), widths);
        }
    }

    private static boolean hasDigit(String cell) {
        return cell.chars().anyMatch(Character::isDigit);
    }

    /** The last column may take several lines. */
    private void row(String indent, List<String> cells, List<Column> columns, List<Integer> widths) {
        int last = cells.size() - 1;
        List<String> wrapped = ColumnWidth.wrapped(cells.get(last), widths.get(last));
        for (int i = 0; i < wrapped.size(); i++) {
            StringBuilder line = new StringBuilder(indent);
            for (int column = 0; column <= last; column++) {
                String cell = column == last ? wrapped.get(i) : i == 0 ? cells.get(column) : "";
                int width = widths.get(column);
                line.append(
                        columns.get(column).right() ? ColumnWidth.right(cell, width) : ColumnWidth.left(cell, width));
                line.append(GAP);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }

    /** A table too wide for the page: one line a cell. */
    private void stacked(String indent, Table table) {
        List<List<String>> rows = everyRow(table);
        for (List<String> row : rows.subList(1, rows.size())) {
            String bullet = "- ";
            for (int i = 0; i < row.size(); i++) {
                if (!row.get(i).isEmpty()) {
                    String heading = table.columns().get(i).heading();
                    bulleted(indent, bullet, (heading.isEmpty() ? "" : heading + ": ") + row.get(i));
                    bullet = INDENT;
                }
            }
        }
    }

    private void line(String indent, String line) {
        bulleted(indent, "", line);
    }

    private void bulleted(String indent, String bullet, String line) {
        String before = indent + bullet;
        for (String part : ColumnWidth.wrapped(line, WIDTH - before.length())) {
            text.append((before + part).stripTrailing()).append('\n');
            before = " ".repeat(before.length());
        }
    }
}
