package org.arrears.print;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A text that a spreadsheet shows and does not run: what it would take for a formula gets a leading apostrophe.
 *
 * <p>A formula begins with one of {@code = + - @}, also full-width, also behind blanks; tab and line ends in front do
 * the same. Numbers and phone numbers stay as they are.
 */
public final class SpreadsheetCell {

    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]+(\\.[0-9]+)?|\\+[0-9]+([ -][0-9]+)*");
    private static final String BEGINS_FORMULA = "=+-@\u2212";

    private SpreadsheetCell() {}

    /** Returns a cell of any kind, made harmless if it is not; numbers and phone numbers stay as they are. */
    public static String safe(String cell) {
        return NUMBER.matcher(cell).matches() ? cell : safeText(cell);
    }

    /** Returns the text of a column that holds texts only, so that even {@code -2} is none but a name. */
    public static String safeText(String text) {
        return isFormula(text) ? "'" + text : text;
    }

    /** Says whether a text begins as a formula does. */
    public static boolean isFormula(String text) {
        if (text.isEmpty() || isPlain(text.charAt(0))) {
            return false;
        }
        return Character.isISOControl(text.charAt(0))
                || text.codePoints()
                        .filter(ch -> !isSkipped(ch))
                        .mapToObj(SpreadsheetCell::begins)
                        .findFirst()
                        .orElse(false);
    }

    private static boolean isPlain(char ch) {
        return (ch >= '0' && ch <= '9') || (ch >= 'A' && ch <= 'Z') || (ch >= 'a' && ch <= 'z');
    }

    /** Blanks and what is not seen at all; a spreadsheet may leave them out. */
    private static boolean isSkipped(int ch) {
        return Character.isWhitespace(ch)
                || Character.isSpaceChar(ch)
                || Character.isISOControl(ch)
                || Character.getType(ch) == Character.FORMAT;
    }

    /** A full-width, small or raised sign counts as the plain one. */
    private static boolean begins(int ch) {
        String plain = Normalizer.normalize(Character.toString(ch), Normalizer.Form.NFKC);
        return plain.codePointCount(0, plain.length()) == 1 && BEGINS_FORMULA.indexOf(plain.codePointAt(0)) >= 0;
    }
}
