package org.arrears.summary;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One thing that a run has to say: a key of {@code run.json}, lines of the summary on the terminal, and a table of the
 * summary report.
 *
 * @param key its name in {@code run.json}, in snake_case
 * @param caption of its table in the summary report
 * @param names the fields of an entry that are names; the others are figures
 * @param entries in a stable order; none if there is nothing to say, and then the table is left out
 * @param single whether {@code run.json} shows the only entry as an object instead of a list, or, if it has no field
 *     but that of the key, as its value
 * @param lines for the terminal
 */
public record RunNote(
        String key,
        String caption,
        List<String> names,
        List<Map<String, Object>> entries,
        boolean single,
        List<Line> lines) {

    public RunNote {
        names = List.copyOf(names);
        entries = List.copyOf(entries);
        lines = List.copyOf(lines);
        if (single && entries.size() != 1) {
            throw new IllegalStateException(key + ": " + entries.size() + " entries where one is wanted");
        }
    }

    /** A line of the summary: what it is about, in at most eleven letters, and the text. */
    public record Line(String title, String text) {}

    /** Returns what {@code run.json} holds under the key. */
    Object json() {
        if (!single) {
            return entries;
        }
        Map<String, Object> only = entries.get(0);
        return only.keySet().equals(Set.of(key)) ? only.values().iterator().next() : only;
    }
}
