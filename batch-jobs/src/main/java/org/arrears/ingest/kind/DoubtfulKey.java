package org.arrears.ingest.kind;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.PrimitiveIterator;
import java.util.regex.Pattern;

/**
 * Keys that are not what they look like: with characters that nobody sees, or spoilt by a spreadsheet.
 *
 * <p>Two keys that look the same are two keys, and a row under the wrong one is a row of another loan.
 */
public final class DoubtfulKey {

    /** {@code #N/A} and {@code #NV}, {@code #REF!} and {@code #NAME?}, and the marks of a column that is too narrow. */
    private static final Pattern SPREADSHEET_ERROR =
            Pattern.compile("#(N/?[ADV]|[\\p{L}0-9_/\u00a1\u00bf]+[!?]|GETTING_DATA|#+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern EXPONENT = Pattern.compile("[0-9]([.,][0-9]+)?[Ee]\\+[0-9]{2,}");

    private DoubtfulKey() {}

    /** Says what makes a key doubtful, after its value; empty if nothing does. */
    public static Optional<String> rule(String key) {
        if (key.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> unseen = isPlain(key) ? Optional.empty() : unseen(key).or(() -> notComposed(key));
        return unseen.or(() -> spoilt(key));
    }

    private static boolean isPlain(String key) {
        return key.chars().allMatch(c -> c < 0x80);
    }

    private static Optional<String> unseen(String key) {
        for (int i = 0; i < key.length(); i = key.offsetByCodePoints(i, 1)) {
            int c = key.codePointAt(i);
            if (isUnseen(c)) {
                return Optional.of("has " + named(c) + " at " + (key.codePointCount(0, i) + 1)
                        + ": a key must be what it looks like");
            }
        }
        return Optional.empty();
    }

    private static boolean isUnseen(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT || (type == Character.SPACE_SEPARATOR && c != ' ') || isBlankOtherwise(c);
    }

    /** Letters, marks and symbols that leave no trace: fillers of Hangul, selectors of variants, blank Braille. */
    private static boolean isBlankOtherwise(int c) {
        return switch (c) {
            case 0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x2800, 0x3164, 0xffa0 -> true;
            default -> (c >= 0x180b && c <= 0x180f) || (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef);
        };
    }

    private static Optional<String> notComposed(String key) {
        String composed = Normalizer.normalize(key, Normalizer.Form.NFC);
        PrimitiveIterator.OfInt wanted = composed.codePoints().iterator();
        int position = 0;
        for (int found : key.codePoints().toArray()) {
            position++;
            int expected = wanted.hasNext() ? wanted.nextInt() : -1;
            if (found != expected) {
                return Optional.of("has " + named(found) + " at " + position + " where the composed form (NFC) has "
                        + (expected < 0 ? "nothing" : named(expected)) + ": a key must be what it looks like");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> spoilt(String key) {
        char first = key.charAt(0);
        if (first == '\'' || first == '=') {
            return Optional.of("begins with " + named(first) + ", which a spreadsheet puts before a text");
        }
        if (first == '#' && SPREADSHEET_ERROR.matcher(key).matches()) {
            return Optional.of("begins with " + named(first) + " and is an error of a spreadsheet, no key");
        }
        return EXPONENT.matcher(key).matches()
                ? Optional.of("has " + named('+') + " in an exponent: a spreadsheet has dropped the key's digits")
                : Optional.empty();
    }

    /** A code point as Unicode writes it: {@code U+00A0 NO-BREAK SPACE}. */
    private static String named(int c) {
        return String.format(Locale.ROOT, "U+%04X %s", c, Character.getName(c));
    }
}
