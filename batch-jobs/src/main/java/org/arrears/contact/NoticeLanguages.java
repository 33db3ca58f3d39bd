package org.arrears.contact;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.arrears.contact.render.TemplateException;
import org.arrears.contact.render.TemplateKind;
import org.arrears.contact.render.Templates;
import org.arrears.core.policy.NoticePolicy.Channel;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table {@code notice_language}: notices that are not in their customer's language, because no template is. */
final class NoticeLanguages {

    private final JdbcClient jdbc;
    private final Templates templates;

    NoticeLanguages(JdbcClient jdbc, Templates templates) {
        this.jdbc = jdbc;
        this.templates = templates;
    }

    /** Notices of one template that ask for one language. */
    private record Asked(Channel channel, String template, String language, long notices) {

        boolean isAnsweredBy(String writtenIn) {
            return language.split("[-_]", 2)[0].toLowerCase(Locale.ROOT).equals(writtenIn);
        }
    }

    /** Counts the notices decided for a date anew. */
    void note(LocalDate asOf) {
        jdbc.sql("DELETE FROM notice_language WHERE as_of = ?").params(asOf).update();
        for (Asked asked : asked(asOf)) {
            String writtenIn = writtenIn(asked);
            if (!asked.isAnsweredBy(writtenIn)) {
                jdbc.sql("""
                                INSERT INTO notice_language AS l (as_of, channel, language, written_in, notices)
                                VALUES (?, ?, ?, ?, ?)
                                ON CONFLICT (as_of, channel, language, written_in)
                                DO UPDATE SET notices = l.notices + excluded.notices
                                """)
                        .params(asOf, asked.channel.code(), asked.language, writtenIn, asked.notices)
                        .update();
            }
        }
    }

    private String writtenIn(Asked asked) {
        try {
            return templates.languageFor(kind(asked.channel), asked.template, asked.language);
        } catch (TemplateException bad) {
            throw bad.asFailure();
        }
    }

    private List<Asked> asked(LocalDate asOf) {
        return jdbc.sql("SELECT channel, template, language, count(*) FROM notice WHERE as_of = ? GROUP BY 1, 2, 3")
                .params(asOf)
                .query((row, number) ->
                        new Asked(channel(row.getString(1)), row.getString(2), row.getString(3), row.getLong(4)))
                .list();
    }

    private static Channel channel(String code) {
        return code.equals(Channel.SMS.code()) ? Channel.SMS : Channel.LETTER;
    }

    private static TemplateKind kind(Channel channel) {
        return switch (channel) {
            case SMS -> TemplateKind.SMS;
            case LETTER -> TemplateKind.LETTER;
        };
    }
}
