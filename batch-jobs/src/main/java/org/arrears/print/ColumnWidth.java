package org.arrears.print;

import java.util.ArrayList;
import java.util.List;

/** Measures and breaks text by the columns it takes on a screen: Chinese characters take two. */
public final class ColumnWidth {

    private ColumnWidth() {}

    public static int of(String text) {
        return text.codePoints().map(ColumnWidth::of).sum();
    }

    private static int of(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
            return 0;
        }
        boolean wide = (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE4F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
        return wide ? 2 : 1;
    }

    public static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }

    public static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - of(text))) + text;
    }

    /** Cuts what does not fit, and says so with a last sign. */
    public static String cut(String text, int width) {
        if (of(text) <= width) {
            return text;
        }
        StringBuilder kept = new StringBuilder();
        int used = 0;
        for (int c : text.codePoints().toArray()) {
            used += of(c);
            if (used > width - 1) {
                break;
            }
            kept.appendCodePoint(c);
        }
        return width < 1 ? "" : kept.append('…').toString();
    }

    /** Breaks a text at spaces, and inside what is longer than a line. */
    public static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && of(line.toString()) + 1 + of(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            } else if (line.length() > 0) {
                line.append(' ');
            }
            append(line, word, width, lines);
        }
        lines.add(line.toString());
        return lines;
    }

    private static void append(StringBuilder line, String word, int width, List<String> lines) {
        word.codePoints().forEach(c -> {
            if (of(line.toString()) + of(c) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.appendCodePoint(c);
        });
    }
}
