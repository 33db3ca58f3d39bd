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

    private record Used(String folder, String sha256) {

        Map<String, Object> entry() {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("folder", folder);
            entry.put("sha256", sha256);
            return entry;
        }

        RunNote.Line line() {
            return new RunNote.Line("templates", Shown.line(folder + ", sha256 " + sha256.substring(0, SHOWN_DIGITS)));
        }
    }

    static RunNote of(JdbcClient jdbc, RunRecord run) {
        List<Used> used = jdbc.sql("""
                        SELECT coalesce(templates_dir, ''), templates_sha256 FROM run
                        WHERE run_id = ? AND templates_sha256 IS NOT NULL
                        """)
                .params(run.runId())
                .query((row, number) -> new Used(row.getString(1), row.getString(2)))
                .list();
        List<RunNote.Line> lines = used.stream()
                .filter(templates -> !templates.folder().isEmpty())
                .map(Used::line)
                .toList();
        return new RunNote(
                "templates",
                "Templates",
                List.of("folder", "sha256"),
                used.stream().map(Used::entry).toList(),
                used.size() == 1,
                lines);
    }
}
