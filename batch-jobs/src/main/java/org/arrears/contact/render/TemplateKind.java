package org.arrears.contact.render;

import org.arrears.render.RenderLimits;

/** The two kinds of templates; each has its folder, and only letters are XHTML. */
public enum TemplateKind {
    LETTER("letters"),
    SMS("sms");

    private static final int LETTER_CHARACTERS = 200_000;
    private static final int CHARACTERS_PER_LOAN = 20_000;
    private static final int MOST_LOANS = 1_000;
    private static final int SMS_CHARACTERS = 10_000;

    private final String folder;

    TemplateKind(String folder) {
        this.folder = folder;
    }

    String path(String template, String language) {
        return folder + "/" + template + "." + language + ".vm";
    }

    /** A letter may be as long as its loans make it, a message may not. */
    RenderLimits limits(int loans) {
        return RenderLimits.ofCharacters(
                this == LETTER
                        ? LETTER_CHARACTERS + Math.min(loans, MOST_LOANS) * CHARACTERS_PER_LOAN
                        : SMS_CHARACTERS);
    }

    String escaped(String text) {
        return this == LETTER ? XhtmlEscape.escaped(text) : text;
    }
}
