package org.arrears.summary;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.arrears.print.Figures;
import org.arrears.run.RunRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many rejected rows nobody has mended or dismissed, and how many of them keep nobody from being written to. */
final class OpenRejectNote {

    private static final String KEY = "open_rejects";

    private OpenRejectNote() {}

    private record Open(long rows, long unnamed) {

        List<RunNote.Line> lines() {
            if (rows == 0) {
                return List.of();
            }
            String nobody = unnamed == 0
                    ? ""
                    : String.format(
                            Locale.ROOT, "; %s of them name no loan and protect none", Figures.grouped(unnamed));
            return List.of(new RunNote.Line(
                    "rejects",
                    String.format(
                            Locale.ROOT,
                            "%s open: their loans are not acted on%s; arrears rejects list",
                            Figures.grouped(rows),
                            nobody)));
        }
    }

    static RunNote of(JdbcClient jdbc, RunRecord run) {
        Open open = jdbc.sql("SELECT count(*), count(*) FILTER (WHERE loan_no IS NULL AND customer_no IS NULL)"
                        + " FROM open_reject WHERE closed_on IS NULL")
                .query((row, number) -> new Open(row.getLong(1), row.getLong(2)))
                .single();
        return new RunNote(KEY, "Open rejects", List.of(), List.of(Map.of(KEY, open.rows())), true, open.lines());
    }
}
