package org.arrears.db;

/** Keys as the database orders and quotes them. */
public final class Keys {

    private Keys() {}

    /** Compares as collation "C" does: by code point, which is the order of UTF-8 bytes. */
    public static int compare(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        for (int i = 0; i < shorter; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean pair = Character.isSurrogate(x) && Character.isSurrogate(y);
                return pair || !(Character.isSurrogate(x) || Character.isSurrogate(y))
                        ? Character.compare(x, y)
                        : Integer.compare(a.codePointAt(i), b.codePointAt(i));
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    /** Returns a key as an SQL literal, for COPY queries, which take no parameters. */
    public static String literal(String key) {
        if (key.indexOf('\0') >= 0) {
            throw new IllegalStateException("a key with a NUL");
        }
        return "'" + key.replace("'", "''") + "'";
    }
}
