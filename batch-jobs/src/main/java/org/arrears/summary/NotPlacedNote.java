package org.arrears.summary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.arrears.print.Figures;
import org.arrears.run.RunRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many accounts would have gone to an agency and did not, by reason. */
final class NotPlacedNote {

    private NotPlacedNote() {}

    private record Stopped(String reason, long accounts) {

        Map<String, Object> entry() {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("reason", reason);
            entry.put("accounts", accounts);
            return entry;
        }

        RunNote.Line line() {
            return new RunNote.Line(
                    "not placed", String.format(Locale.ROOT, "%-28s %8s", reason, Figures.grouped(accounts)));
        }
    }

    static RunNote of(JdbcClient jdbc, RunRecord run) {
        List<Stopped> stopped = jdbc.sql(
                        "SELECT reason, count(*) FROM placement_stop WHERE as_of = ? GROUP BY reason ORDER BY reason")
                .params(run.asOf())
                .query((row, number) -> new Stopped(row.getString(1), row.getLong(2)))
                .list();
        return new RunNote(
                "not_placed",
                "Not placed, by reason",
                List.of("reason"),
                stopped.stream().map(Stopped::entry).toList(),
                false,
                stopped.stream().map(Stopped::line).toList());
    }
}
