package org.arrears.contact.letter;

import org.arrears.contact.render.NoticeView;
import org.arrears.contact.render.TemplateKind;
import org.arrears.render.RenderLimits;

/** Templates of letters: XHTML, which may be as long as its loans make it and says every line and total. */
public record LetterTemplates() implements TemplateKind {

    private static final int CHARACTERS = 200_000;
    private static final int CHARACTERS_PER_LOAN = 20_000;
    private static final int MOST_LOANS = 1_000;

    @Override
    public String folder() {
        return "letters";
    }

    @Override
    public String variable() {
        return "letter";
    }

    @Override
    public RenderLimits limits(int loans) {
        return RenderLimits.ofCharacters(CHARACTERS + Math.min(loans, MOST_LOANS) * CHARACTERS_PER_LOAN);
    }

    @Override
    public String escaped(String text) {
        return XhtmlEscape.escaped(text);
    }

    @Override
    public void check(String path, String text, NoticeView letter) {
        PrintedLines.check(path, text, letter);
    }
}
