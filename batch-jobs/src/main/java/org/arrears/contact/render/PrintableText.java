package org.arrears.contact.render;

/** Says whether the font of the letters has a glyph for every character of a text. */
public final class PrintableText {

    private final LetterFont font;

    private PrintableText(LetterFont font) {
        this.font = font;
    }

    /** Returns the check for the font that letters are printed with. */
    public static PrintableText in(Templates templates) {
        return new PrintableText(LetterFont.from(templates.root()));
    }

    public boolean prints(String text) {
        return font.firstMissing(text).isEmpty();
    }
}
