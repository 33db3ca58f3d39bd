package org.arrears.ingest;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Values of people, hidden where a check quotes them: whoever writes an export needs the form of such a value, not the
 * value. Reject files hold the rows as they came.
 */
final class Masked {

    private static final Map<FileKind, Set<String>> PERSONAL = Map.of(
            FileKind.CUSTOMERS, Set.of("name", "id_no", "phone", "email", "address"), FileKind.HOLDS, Set.of("note"));

    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9]{7}");

    private Masked() {}

    /**
     * Returns a value to be shown: of people's columns, every letter and digit as a star, but for the first character
     * of a name, by which one sees whether the encoding is the right one.
     */
    static String value(FileKind kind, String column, String value) {
        if (!PERSONAL.getOrDefault(kind, Set.of()).contains(column)) {
            return value;
        }
        int shown = column.equals("name") && value.codePointCount(0, value.length()) > 1
                ? value.offsetByCodePoints(0, 1)
                : 0;
        return value.substring(0, shown) + value.substring(shown).replaceAll("[\\p{L}\\p{M}\\p{N}]", "*");
    }

    /** Returns a name of a column to be shown: with a long number in it, it is a value, of a file without a header. */
    static String column(String name) {
        return LONG_NUMBER.matcher(name).find() ? name.replaceAll("[\\p{L}\\p{M}\\p{N}]", "*") : name;
    }

    /** Returns a reject to be shown. */
    static Reject reject(FileKind kind, Reject reject) {
        String value = value(kind, reject.column(), reject.value());
        return new Reject(
                reject.line(),
                reject.column(),
                value,
                reject.code(),
                reject.message().replace('"' + reject.value() + '"', '"' + value + '"'));
    }
}
