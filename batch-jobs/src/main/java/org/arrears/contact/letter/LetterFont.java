package org.arrears.contact.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.OptionalInt;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.arrears.contact.render.TemplateRoot;

/** The one font of all letters, parsed once, and what it can print. */
final class LetterFont {
    static final String FAMILY = "letter";

    private static final String OWN = "fonts/letter.ttf";
    private static final String BUNDLED = "fonts/wqy-microhei.ttf";

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final char[] alike = new char[1 << 16];

    private LetterFont(TrueTypeFont font, CmapLookup glyphs) {
        this.font = font;
        this.glyphs = glyphs;
    }

    static LetterFont from(TemplateRoot root) {
        try {
            TrueTypeFont font = new TTFParser()
                    .parse(new RandomAccessReadBuffer(
                            root.has(OWN) ? root.readOrBundled(OWN) : root.readOrBundled(BUNDLED)));
            font.setEnableGsub(false); // ligatures are not for letters, and looking for them took 8 % of a run
            return new LetterFont(font, font.getUnicodeCmapLookup());
        } catch (IOException e) {
            throw new UncheckedIOException("the font of the letters is not a TrueType font", e);
        }
    }

    /** The font inside one document; only the glyphs that were used are kept when it is saved. */
    PDType0Font embedIn(PDDocument document) throws IOException {
        return PDType0Font.load(document, font, true);
    }

    /** The first character that would be lost in print; blanks and invisible format characters need no glyph. */
    OptionalInt firstMissing(String text) {
        return text.codePoints().filter(ch -> !prints(ch)).findFirst();
    }

    /** One code point for all that this font prints with the same glyph. */
    int alike(int ch) {
        if (ch >= alike.length) {
            return ch;
        }
        if (alike[ch] == 0) {
            alike[ch] = (char) firstOfItsGlyph(ch);
        }
        return alike[ch];
    }

    private int firstOfItsGlyph(int ch) {
        int glyph = glyphs.getGlyphId(ch);
        List<Integer> codes = glyph == 0 ? List.of() : glyphs.getCharCodes(glyph);
        return codes == null || codes.isEmpty() || codes.get(0) >= alike.length ? ch : codes.get(0);
    }

    private boolean prints(int ch) {
        return switch (Character.getType(ch)) {
            case Character.CONTROL -> ch == '\n' || ch == '\r' || ch == '\t';
            case Character.SPACE_SEPARATOR, Character.FORMAT -> true;
            default -> glyphs.getGlyphId(ch) != 0;
        };
    }
}
