package org.arrears.notice.render;

/** One message as it is sent: a single line that starts with the creditor's signature, and its segments. */
public record SmsText(String text, int segments) {
    public SmsText {
        Required.text("text", text);
        if (segments < 1) {
            throw new IllegalArgumentException("segments of an SMS must be at least 1: " + segments);
        }
    }

    /** Renders a message; line breaks and runs of blanks of the template become one blank, none at its ends. */
    public static SmsText render(Templates templates, String template, NoticeView message) {
        String text = templates.sms(template, message).strip().replaceAll("\\s+", " ");
        return new SmsText(text, SmsSegments.count(text));
    }
}
