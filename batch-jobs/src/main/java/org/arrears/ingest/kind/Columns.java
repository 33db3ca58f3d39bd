package org.arrears.ingest.kind;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns of a kind of file, in the order in which its rows are read and staged. */
public record Columns(List<Column> all) {

    public Columns {
        all = List.copyOf(all);
        if (all.stream().map(Column::name).distinct().count() != all.size()) {
            throw new IllegalStateException("a column twice in " + all);
        }
    }

    public static Columns of(Column... all) {
        return new Columns(Arrays.asList(all));
    }

    public int size() {
        return all.size();
    }

    public Column get(int position) {
        return all.get(position);
    }

    public List<String> names() {
        return all.stream().map(Column::name).toList();
    }

    /** Returns the columns of the table, each in the place of the file's column that fills it. */
    public List<String> stored() {
        return all.stream().map(Column::stored).toList();
    }

    /** Returns the place of a column that is there. */
    public int indexOf(String name) {
        int position = names().indexOf(name);
        if (position < 0) {
            throw new IllegalStateException("no column " + name + " in " + names());
        }
        return position;
    }

    public Optional<Column> find(String name) {
        return all.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** Returns, by column of the table, what a new row has if its file says nothing, as SQL. */
    public Map<String, String> fallbacks() {
        Map<String, String> fallbacks = new LinkedHashMap<>();
        for (Column column : all) {
            if (!column.fallback().isEmpty()) {
                fallbacks.put(column.stored(), column.fallback());
            }
        }
        return fallbacks;
    }

    /** Returns the columns whose totals a control file may state and the run record shows: those of amounts. */
    public List<String> summed() {
        return all.stream()
                .filter(column -> column.type() == Column.Type.AMOUNT)
                .map(Column::name)
                .toList();
    }
}
