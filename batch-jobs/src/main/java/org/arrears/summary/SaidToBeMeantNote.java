package org.arrears.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.arrears.run.RunRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What looked like a mistake and was said to be meant: the flag, and what it was about. */
final class SaidToBeMeantNote {

    private SaidToBeMeantNote() {}

    static RunNote of(JdbcClient jdbc, RunRecord run) {
        List<Map<String, Object>> entries = new ArrayList<>();
        List<RunNote.Line> lines = new ArrayList<>();
        jdbc.sql("SELECT flag, about FROM run_meant WHERE run_id = ? ORDER BY flag")
                .params(run.runId())
                .query((row, number) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .forEach(said -> {
                    entries.add(new TreeMap<>(Map.of("flag", said.getKey(), "about", said.getValue())));
                    lines.add(new RunNote.Line("meant", said.getKey() + ": " + said.getValue()));
                });
        return new RunNote("meant", "Said to be meant", List.of("flag", "about"), entries, false, lines);
    }
}
