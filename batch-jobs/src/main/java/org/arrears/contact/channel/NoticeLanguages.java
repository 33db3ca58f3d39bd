package org.arrears.contact.channel;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.arrears.contact.render.TemplateException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code notice_language}: notices that are not in their customer's language, because no template is. */
public final class NoticeLanguages {

    private final JdbcClient jdbc;
    private final RunTemplates templates;
    private final LocalDate asOf;

    public NoticeLanguages(JdbcClient jdbc, RunTemplates templates, LocalDate asOf) {
        this.jdbc = jdbc;
        this.templates = templates;
        this.asOf = asOf;
    }

    /** Notices of one template that ask for one language. */
    private record Asked(String template, String language, long notices) {

        boolean isAnsweredBy(String writtenIn) {
            return language.split("[-_]", 2)[0].toLowerCase(Locale.ROOT).equals(writtenIn);
        }
    }

    /** Counts the notices decided for the date on a channel anew. */
    public void note(Channel channel) {
        String code = channel.word().code();
        jdbc.sql("DELETE FROM notice_language WHERE as_of = ? AND channel = ?")
                .params(asOf, code)
                .update();
        for (Asked asked : asked(code)) {
            String writtenIn = writtenIn(channel, asked);
            if (!asked.isAnsweredBy(writtenIn)) {
                jdbc.sql("""
                                INSERT INTO notice_language AS l (as_of, channel, language, written_in, notices)
                                VALUES (?, ?, ?, ?, ?)
                                ON CONFLICT (as_of, channel, language, written_in)
                                DO UPDATE SET notices = l.notices + excluded.notices
                                """)
                        .params(asOf, code, asked.language, writtenIn, asked.notices)
                        .update();
            }
        }
    }

    private String writtenIn(Channel channel, Asked asked) {
        try {
            return templates.templates().languageFor(channel.templates(), asked.template, asked.language);
        } catch (TemplateException bad) {
            throw bad.asFailure();
        }
    }

    private List<Asked> asked(String channel) {
        return jdbc.sql("SELECT template, language, count(*) FROM notice WHERE as_of = ? AND channel = ? GROUP BY 1, 2")
                .params(asOf, channel)
                .query((row, number) -> new Asked(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }
}
