package org.arrears.core.condition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.arrears.core.text.NearestName;

/** The columns that conditions on rows of one kind may name, whatever the case of the letters. */
public record Columns(List<Column> all) {

    public Columns {
        all = List.copyOf(all);
    }

    /** Returns the column of that name. */
    public Optional<Column> named(String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        return all.stream().filter(column -> column.name().equals(wanted)).findFirst();
    }

    /** Says that there is no such column and names the nearest, or all of them if none is near. */
    public String unknown(String name) {
        List<String> names = all.stream().map(Column::name).toList();
        return "there is no column " + ConditionWord.quoted(name)
                + NearestName.of(name, names)
                        .map(nearest -> ": did you mean " + nearest + "?")
                        .orElse("; columns are " + String.join(", ", names));
    }
}
