package org.arrears.contact.letter;

import java.util.Locale;

/** A character of a letter that the font cannot print; such a letter is not sent. */
public record MissingGlyph(String noticeNo, int codePoint) {
    /** The character as people look it up: {@code U+20BB7}. */
    public String unicode() {
        return String.format(Locale.ROOT, "U+%04X", codePoint);
    }
}
