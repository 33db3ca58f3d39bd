package org.arrears.contact.sms;

import java.util.Locale;
import org.arrears.contact.channel.Rehearsal;
import org.arrears.contact.render.NoticeView;
import org.arrears.contact.render.TemplateFile;
import org.arrears.contact.render.Templates;

/** Renders messages that nobody gets. */
record SmsRehearsal(Templates templates) implements Rehearsal {

    @Override
    public String unit() {
        return "segments";
    }

    @Override
    public int size(TemplateFile file, NoticeView notice) {
        return SmsText.render(templates, file.template(), notice).segments();
    }

    @Override
    public Specimen preview(TemplateFile file, NoticeView notice) {
        SmsText sms = SmsText.render(templates, file.template(), notice);
        int characters = sms.text().codePointCount(0, sms.text().length());
        return Specimen.of(
                sms.text(), String.format(Locale.ROOT, "%d characters, %d segments", characters, sms.segments()));
    }
}
