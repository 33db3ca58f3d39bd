package org.arrears.contact.proof;

import java.util.BitSet;
import java.util.function.IntUnaryOperator;

/**
 * Text in which values are looked for wherever a line ends: blanks are left out, and remembered as places where a
 * number may begin or end, so that 409.50 is not found in 1,409.50.
 */
public final class FlowText {

    private static final int GAP = 0xffff;

    private final IntUnaryOperator alike;
    private final StringBuilder chars = new StringBuilder();
    private final BitSet breaks = new BitSet();
    private String text = "";

    /** Makes an empty text; characters that look the same are given one code point. */
    public FlowText(IntUnaryOperator alike) {
        this.alike = alike;
    }

    public FlowText add(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            add(text.codePointAt(i));
        }
        return this;
    }

    private void add(int ch) {
        if (blank(ch)) {
            cut();
        } else {
            chars.appendCodePoint(Character.toLowerCase(alike.applyAsInt(ch)));
        }
    }

    private static boolean blank(int ch) {
        if (ch > ' ' && ch < 0x80) {
            return false;
        }
        int type = Character.getType(ch);
        return Character.isWhitespace(ch) || type == Character.SPACE_SEPARATOR || type == Character.FORMAT;
    }

    /** A value may end here, and another begin; one may also go on. */
    public FlowText cut() {
        breaks.set(chars.length());
        return this;
    }

    /** Nothing that is looked for goes on beyond this place. */
    FlowText gap() {
        chars.appendCodePoint(GAP);
        return cut();
    }

    /** How often a value stands in the text, as a number or word of its own. */
    public int count(String value) {
        String sought = new FlowText(alike).add(value).chars.toString();
        return sought.isEmpty() ? 0 : found(sought);
    }

    private int found(String sought) {
        int found = 0;
        String all = all();
        int from = all.indexOf(sought);
        while (from >= 0) {
            int to = from + sought.length();
            boolean alone = begins(from) && ends(to);
            found += alone ? 1 : 0;
            from = all.indexOf(sought, alone ? to : from + 1);
        }
        return found;
    }

    private String all() {
        if (text.length() != chars.length()) {
            text = chars.toString();
        }
        return text;
    }

    private boolean begins(int at) {
        return at == 0
                || breaks.get(at)
                || !digit(at)
                || !(digit(at - 1) || (separator(at - 1) && at > 1 && !breaks.get(at - 1) && digit(at - 2)));
    }

    private boolean ends(int at) {
        return at == chars.length()
                || breaks.get(at)
                || !digit(at - 1)
                || !(digit(at) || (separator(at) && at + 1 < chars.length() && !breaks.get(at + 1) && digit(at + 1)));
    }

    private boolean digit(int at) {
        return chars.charAt(at) >= '0' && chars.charAt(at) <= '9';
    }

    private boolean separator(int at) {
        return chars.charAt(at) == '.' || chars.charAt(at) == ',';
    }
}
