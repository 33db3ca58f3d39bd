package org.arrears.contact.sms;

import java.util.stream.Stream;
import org.arrears.contact.proof.FlowText;
import org.arrears.contact.render.CurrencyTotal;
import org.arrears.contact.render.LetterFormat;
import org.arrears.contact.render.NoticeView;
import org.arrears.contact.render.Required;
import org.arrears.contact.render.TemplateException;
import org.arrears.contact.render.TemplateKind;
import org.arrears.contact.render.Templates;
import org.arrears.print.SpreadsheetCell;

/** One message as it is sent: a single line that starts with the creditor's signature, and its segments. */
public record SmsText(String text, int segments) {

    /** The most segments a message may have. */
    static final int MAX_SEGMENTS = 20;

    /** Shorter figures, of currencies without decimals, could be days or counts. */
    private static final int SURELY_AN_AMOUNT = 4;

    public SmsText {
        Required.text("text", text);
        if (segments < 1) {
            throw new IllegalArgumentException("segments of an SMS must be at least 1: " + segments);
        }
    }

    /** Renders a message; line breaks and runs of blanks of the template become one blank, none at its ends. */
    public static SmsText render(Templates templates, String template, NoticeView message) {
        TemplateKind kind = new SmsTemplates();
        String path = templates.path(kind, template, message.language());
        String text = templates.text(kind, template, message).strip().replaceAll("\\s+", " ");
        SmsText sms = new SmsText(text, SmsSegments.count(text));
        if (sms.segments > MAX_SEGMENTS) {
            throw new TemplateException(
                    path,
                    "a message has " + sms.segments + " segments; " + MAX_SEGMENTS + " are the most",
                    "say less, or name one loan instead of all");
        }
        if (SpreadsheetCell.isFormula(text)) {
            throw new TemplateException(
                    path, "a message begins like a formula", "begin it with 【$sms.creditor.signature】");
        }
        requireTotals(path, text, message);
        return sms;
    }

    /** A message may leave amounts out; one that states any states every total, or it says less than is owed. */
    private static void requireTotals(String path, String text, NoticeView message) {
        FlowText read = new FlowText(ch -> ch).add(text);
        LetterFormat format = LetterFormat.of(Templates.FALLBACK_LANGUAGE);
        boolean states = Stream.concat(
                        message.loans().stream().map(loan -> format.amount(loan.totalMinor(), loan.digits())),
                        message.totals().stream().map(total -> format.amount(total.totalMinor(), total.digits())))
                .anyMatch(amount -> amount.length() >= SURELY_AN_AMOUNT && read.count(amount) > 0);
        for (CurrencyTotal total : message.totals()) {
            String amount = format.amount(total.totalMinor(), total.digits());
            if (states && read.count(amount) == 0) {
                throw new TemplateException(
                        path,
                        "the " + total.currency() + " total is not in the message, which states other amounts: "
                                + amount,
                        "print $format.totals($sms.totals)");
            }
        }
    }
}
