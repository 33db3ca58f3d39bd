package org.arrears.summary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.arrears.core.text.Shown;
import org.arrears.run.RunRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The templates that a run fills in: where they lie, if they are the lender's own, and the digest of them all. */
final class TemplateNote {

    private static final int SHOWN_DIGITS = 12;

    private TemplateNote() {}

    static RunNote of(JdbcClient jdbc, RunRecord run) {
        List<Map<String, Object>> entries = jdbc.sql("""
                        SELECT coalesce(templates_dir, ''), templates_sha256 FROM run
                        WHERE run_id = ? AND templates_sha256 IS NOT NULL
                        """)
                .params(run.runId())
                .query((row, number) -> entry(row.getString(1), row.getString(2)))
                .list();
        List<RunNote.Line> lines = entries.stream()
                .filter(entry -> !entry.get("folder").equals(""))
                .map(entry -> new RunNote.Line(
                        "templates",
                        Shown.line(entry.get("folder") + ", sha256 "
                                + entry.get("sha256").toString().substring(0, SHOWN_DIGITS))))
                .toList();
        return new RunNote("templates", "Templates", List.of("folder", "sha256"), entries, entries.size() == 1, lines);
    }

    private static Map<String, Object> entry(String folder, String sha256) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("folder", folder);
        entry.put("sha256", sha256);
        return entry;
    }
}
