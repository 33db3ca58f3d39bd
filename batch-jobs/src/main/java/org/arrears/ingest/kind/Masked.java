package org.arrears.ingest.kind;

import java.util.regex.Pattern;
import org.arrears.ingest.kind.Column.Privacy;

/**
 * Values of people, hidden where a check quotes them: whoever writes an export needs the form of such a value, not the
 * value. Reject files hold the rows as they came.
 */
public final class Masked {

    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{7}");

    private Masked() {}

    /**
     * Returns a value to be shown: of people's columns, every letter and digit as a star, but for the first character
     * of a name, by which one sees whether the encoding is the right one.
     */
    public static String value(Column column, String value) {
        if (column.privacy() == Privacy.OPEN) {
            return value;
        }
        int shown = column.privacy() == Privacy.FIRST_CHARACTER && value.codePointCount(0, value.length()) > 1
                ? value.offsetByCodePoints(0, 1)
                : 0;
        return value.substring(0, shown) + stars(value.substring(shown));
    }

    /** Returns a name of a column to be shown: with a long number in it, it is a value, of a file without a header. */
    public static String column(String name) {
        return LONG_NUMBER.matcher(name).find() ? stars(name) : name;
    }

    private static String stars(String text) {
        return text.replaceAll("[\\p{L}\\p{M}\\p{N}]", "*");
    }

    /** Returns a reject to be shown. */
    public static Reject reject(FileKind kind, Reject reject) {
        String value = kind.columns()
                .find(reject.column())
                .map(column -> value(column, reject.value()))
                .orElse(reject.value());
        return new Reject(
                reject.line(),
                reject.column(),
                value,
                reject.code(),
                reject.message().replace('"' + reject.value() + '"', '"' + value + '"'));
    }
}
