package org.arrears.contact.letter;

import org.arrears.contact.render.CurrencyTotal;
import org.arrears.contact.render.LetterFormat;
import org.arrears.contact.render.LoanLine;
import org.arrears.contact.render.NoticeView;
import org.arrears.contact.render.TemplateException;
import org.arrears.contact.render.Templates;

/** Checks that a letter prints every loan and every total it was given: an edited template must not lose a line. */
final class PrintedLines {
    private PrintedLines() {}

    static void check(String path, String text, NoticeView letter) {
        LetterFormat format = LetterFormat.of(Templates.FALLBACK_LANGUAGE);
        for (LoanLine loan : letter.loans()) {
            require(path, text, "loan", loan.loanNo());
            require(path, text, "amount of loan " + loan.loanNo(), format.amount(loan.totalMinor(), loan.digits()));
        }
        for (CurrencyTotal total : letter.totals()) {
            require(path, text, total.currency() + " total", format.amount(total.totalMinor(), total.digits()));
        }
    }

    private static void require(String path, String text, String what, String value) {
        if (!text.contains(XhtmlEscape.escaped(value))) {
            throw new TemplateException(
                    path,
                    "the " + what + " is not printed: " + value,
                    "print every line of $letter.loans and every total");
        }
    }
}
