package org.arrears.compare;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells in columns that are as wide as their widest cell: words to the left, numbers to the right. */
final class AlignedRows {

    private static final int FIRST_WIDE_CHARACTER = 0x1100;

    private final int words;
    private final List<List<String>> rows = new ArrayList<>();

    /** Makes rows whose first columns are words. */
    AlignedRows(int words) {
        this.words = words;
    }

    AlignedRows row(List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    AlignedRows row(String... cells) {
        return row(List.of(cells));
    }

    void print(StringBuilder out) {
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                String blanks = " ".repeat(width(column) - width(cell));
                line.append("  ").append(column < words ? cell + blanks : blanks + cell);
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> column < row.size())
                .mapToInt(row -> width(row.get(column)))
                .max()
                .orElse(0);
    }

    /** Chinese characters take two columns of a screen. */
    private static int width(String text) {
        return text.codePoints().map(c -> c < FIRST_WIDE_CHARACTER ? 1 : 2).sum();
    }
}
