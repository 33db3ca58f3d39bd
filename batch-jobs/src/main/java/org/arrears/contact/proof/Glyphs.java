package org.arrears.contact.proof;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.jspecify.annotations.Nullable;

/** The glyphs of one font of a PDF, each looked up once: what it says and how wide it is. */
final class Glyphs {

    private static final String UNKNOWN = "\ufffd";
    private static final int SPACE = 32;
    private static final int CODES = 1 << 16;

    private final PDFont font;
    private final @Nullable Glyph[] known = new Glyph[CODES];

    Glyphs(PDFont font) {
        this.font = font;
    }

    /**
     * One glyph.
     *
     * @param width in thousandths of an em
     * @param space whether word spacing is added after it
     */
    record Glyph(String text, double width, boolean space) {}

    /** Is given the glyphs of a string, one after the other. */
    interface Taker {
        void take(Glyph glyph);
    }

    void forEach(byte[] string, Taker taker) throws IOException {
        InputStream in = new ByteArrayInputStream(string);
        while (in.available() > 0) {
            int before = in.available();
            int code = font.readCode(in);
            boolean single = before - in.available() == 1;
            taker.take(code < CODES ? glyph(code, single) : made(code, single));
        }
    }

    private Glyph glyph(int code, boolean single) throws IOException {
        Glyph glyph = known[code];
        if (glyph == null) {
            glyph = made(code, single);
            known[code] = glyph;
        }
        return glyph;
    }

    private Glyph made(int code, boolean single) throws IOException {
        String text = font.toUnicode(code);
        return new Glyph(text == null ? UNKNOWN : text, font.getWidth(code), single && code == SPACE);
    }
}
