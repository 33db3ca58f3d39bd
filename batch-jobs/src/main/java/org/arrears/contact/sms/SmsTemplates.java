package org.arrears.contact.sms;

import org.arrears.contact.render.NoticeView;
import org.arrears.contact.render.TemplateKind;
import org.arrears.render.RenderLimits;

/** Templates of messages: plain text, short however many loans there are; what it says is checked once it is joined. */
public record SmsTemplates() implements TemplateKind {

    private static final int CHARACTERS = 10_000;

    @Override
    public String folder() {
        return "sms";
    }

    @Override
    public String variable() {
        return "sms";
    }

    @Override
    public RenderLimits limits(int loans) {
        return RenderLimits.ofCharacters(CHARACTERS);
    }

    @Override
    public String escaped(String text) {
        return text;
    }

    @Override
    public void check(String path, String text, NoticeView message) {
        // SmsText looks at the line it makes of the text
    }
}
