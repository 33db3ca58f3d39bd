package org.arrears.contact.letter;

import java.util.Optional;
import java.util.OptionalInt;
import org.arrears.contact.render.Templates;

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

    /** Returns the first character of a text that it has no glyph for. */
    Optional<MissingGlyph> firstMissing(String text) {
        OptionalInt missing = font.firstMissing(text);
        return missing.isPresent() ? Optional.of(new MissingGlyph("", missing.getAsInt())) : Optional.empty();
    }
}
