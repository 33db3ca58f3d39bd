package org.arrears.ingest.kind;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * How the rows of a loan are one row of a table: its key is theirs, each of their other columns is an array in the
 * order of the first of these. All come from {@code file_no}, or each from its own of {@code file_nos}.
 *
 * @param table where they are gathered
 * @param key the column that they share
 * @param arrays the columns in which they differ; by the first they are known
 */
public record Gathering(String table, String key, List<String> arrays) {

    public Gathering {
        arrays = List.copyOf(arrays);
    }

    /** Returns the column of the arrays by which a row is known. */
    public String first() {
        return arrays.get(0);
    }

    /** Returns all columns of the table, in COPY order. */
    public List<String> tableColumns() {
        List<String> columns = new ArrayList<>();
        columns.add(key);
        columns.addAll(arrays);
        columns.addAll(List.of("file_no", "file_nos", "line"));
        return columns;
    }

    /** Returns a query for the rows that are gathered in a table. */
    public String rowsOf(String gathered) {
        return "SELECT g." + key + ", " + each(column -> "i." + column)
                + ", coalesce(g.file_nos[i.place], g.file_no) AS file_no, i.line FROM " + gathered
                + " g CROSS JOIN LATERAL unnest(" + each(column -> "g." + column)
                + ", g.line) WITH ORDINALITY AS i (" + each(column -> column) + ", line, place)";
    }

    /** Returns a query that gathers rows, in the order of the table's columns. */
    public String gathered(String rows) {
        String inOrder = " ORDER BY " + first() + ")";
        return "SELECT " + key + ", " + each(column -> "array_agg(" + column + inOrder) + ", max(file_no),"
                + " CASE WHEN min(file_no) < max(file_no) THEN array_agg(file_no" + inOrder + " END, array_agg(line"
                + inOrder + " FROM " + rows + " GROUP BY " + key;
    }

    private String each(UnaryOperator<String> form) {
        return arrays.stream().map(form).collect(Collectors.joining(", "));
    }
}
