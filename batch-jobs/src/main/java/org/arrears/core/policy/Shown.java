package org.arrears.core.policy;

import java.util.Locale;

/** Text of a file made safe to print: short, on one line, nothing invisible. */
public final class Shown {

    private static final int LONGEST_VALUE = 60;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_SENTENCE = 200;

    private Shown() {}

    /** A value, in quotes. */
    public static String quoted(String text) {
        return '"' + visible(text, LONGEST_VALUE) + '"';
    }

    /** A key, in quotes only if it is empty. */
    public static String word(String text) {
        return text.isEmpty() ? "\"\"" : visible(text, LONGEST_VALUE);
    }

    /** The name of a file, which may be a path. */
    public static String fileName(String name) {
        return visible(name, LONGEST_NAME);
    }

    /** Says whether a text has characters that would not be seen. */
    public static boolean hasInvisible(String text) {
        return text.codePoints().anyMatch(Shown::isInvisible);
    }

    /** A message of the parser, which quotes the file. */
    public static String sentence(String text) {
        return visible(text.replaceAll("\\s+", " ").strip(), LONGEST_SENTENCE);
    }

    private static String visible(String text, int longest) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(longest).forEach(c -> append(shown, c));
        boolean cut = text.codePointCount(0, text.length()) > longest;
        return cut ? shown.append("...").toString() : shown.toString();
    }

    private static void append(StringBuilder shown, int c) {
        if (isInvisible(c)) {
            shown.append(String.format(Locale.ROOT, "\\u%04X", c));
        } else {
            shown.appendCodePoint(c);
        }
    }

    /** Says whether a character would not be seen, or would change how its neighbours look. */
    static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
