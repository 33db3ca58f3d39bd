package org.arrears.guard;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import org.arrears.core.text.Shown;

/**
 * Passes text on; a character that would steer a terminal or change how others look is shown by its number.
 *
 * <p>A number is written as JSON writes it, so JSON that passes through here stays the same document.
 */
public final class HarmlessWriter extends FilterWriter {

    /** The first half of a character whose second half has not come yet, or nothing. */
    private String half = "";

    public HarmlessWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int c) throws IOException {
        pass(String.valueOf((char) c));
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
        pass(new String(text, offset, length));
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
        pass(text.substring(offset, offset + length));
    }

    private void pass(String text) throws IOException {
        String whole = half + text;
        int end = whole.length();
        if (end > 0 && Character.isHighSurrogate(whole.charAt(end - 1))) {
            end--;
        }
        half = whole.substring(end);
        out.write(Shown.harmless(whole.substring(0, end)));
    }

    @Override
    public void close() throws IOException {
        if (!half.isEmpty()) {
            out.write(Shown.harmless(half));
            half = "";
        }
        super.close();
    }
}
