package org.arrears.core.text;

import java.util.Locale;
import java.util.function.IntPredicate;

/** Text from outside made safe to print: nothing invisible, a quoted part of it short and on one line. */
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

    /** A whole text as it is, but for what is invisible; line ends and tabs stay. */
    public static String harmless(String text) {
        return text.codePoints().allMatch(Shown::isHarmless) ? text : rewritten(text, Shown::isHarmless);
    }

    /** A whole text on one line. */
    public static String line(String text) {
        return rewritten(text, c -> !isInvisible(c));
    }

    private static boolean isHarmless(int c) {
        return c == '\n' || c == '\t' || !isInvisible(c);
    }

    private static String rewritten(String text, IntPredicate stays) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (stays.test(c)) {
                shown.appendCodePoint(c);
            } else {
                appendNumber(shown, c);
            }
        });
        return shown.toString();
    }

    private static String visible(String text, int longest) {
        int end = text.codePointCount(0, text.length()) > longest ? text.offsetByCodePoints(0, longest) : text.length();
        return line(text.substring(0, end)) + (end < text.length() ? "..." : "");
    }

    /** Written as in JSON, so that a JSON text stays one and means the same. */
    private static void appendNumber(StringBuilder shown, int c) {
        for (char unit : Character.toChars(c)) {
            shown.append(String.format(Locale.ROOT, "\\u%04X", (int) unit));
        }
    }

    /** Says whether a character would not be seen, or would change how its neighbours look. */
    public static boolean isInvisible(int c) {
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
