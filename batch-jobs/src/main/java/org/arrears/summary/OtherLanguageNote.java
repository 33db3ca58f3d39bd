package org.arrears.summary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.arrears.core.text.Shown;
import org.arrears.print.Figures;
import org.arrears.run.RunRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many notices are written in another language than their customer's, for want of a template. */
final class OtherLanguageNote {

    private static final int LISTED = 100;
    private static final int ON_THE_TERMINAL = 10;

    private OtherLanguageNote() {}

    private record Missing(String channel, String language, String writtenIn, long notices) {

        Map<String, Object> entry() {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("channel", channel);
            entry.put("language", language);
            entry.put("written_in", writtenIn);
            entry.put("notices", notices);
            return entry;
        }

        RunNote.Line line() {
            return new RunNote.Line(
                    "language",
                    Figures.grouped(notices) + " " + channel + " to customers of language " + Shown.quoted(language)
                            + " in " + writtenIn + ": there is no template of theirs");
        }
    }

    static RunNote of(JdbcClient jdbc, RunRecord run) {
        List<Missing> missing = jdbc.sql("""
                        SELECT channel, language, written_in, notices FROM notice_language WHERE as_of = ?
                        ORDER BY notices DESC, channel, language LIMIT ?
                        """)
                .params(run.asOf(), LISTED)
                .query((row, number) ->
                        new Missing(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)))
                .list();
        return new RunNote(
                "languages",
                "Notices not in the customer's language",
                List.of("channel", "language", "written_in"),
                missing.stream().map(Missing::entry).toList(),
                false,
                missing.stream().limit(ON_THE_TERMINAL).map(Missing::line).toList());
    }
}
