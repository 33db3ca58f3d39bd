package org.arrears.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.arrears.core.text.Shown;
import org.arrears.print.Figures;
import org.arrears.run.RunRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What lay in the inbox and was not read. */
final class PassedOverNote {

    private static final int LINES = 10;

    private PassedOverNote() {}

    private record Entry(String name, String reason) {

        Map<String, Object> fields() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("name", name);
            fields.put("reason", reason);
            return fields;
        }
    }

    static RunNote of(JdbcClient jdbc, RunRecord run) {
        List<Entry> entries = jdbc.sql("SELECT name, reason FROM passed_over WHERE run_id = ? ORDER BY entry_no")
                .params(run.runId())
                .query((row, number) -> new Entry(row.getString(1), row.getString(2)))
                .list();
        return new RunNote(
                "passed_over",
                "Not read",
                List.of("name", "reason"),
                entries.stream().map(Entry::fields).toList(),
                false,
                lines(entries));
    }

    private static List<RunNote.Line> lines(List<Entry> entries) {
        List<RunNote.Line> lines = new ArrayList<>();
        for (Entry entry : entries.subList(0, Math.min(LINES, entries.size()))) {
            lines.add(new RunNote.Line(
                    lines.isEmpty() ? "passed over" : "", Shown.fileName(entry.name()) + ": " + entry.reason()));
        }
        if (entries.size() > LINES) {
            lines.add(new RunNote.Line(
                    "",
                    String.format(
                            Locale.ROOT, "and %s more, all in run.json", Figures.grouped(entries.size() - LINES))));
        }
        return lines;
    }
}
