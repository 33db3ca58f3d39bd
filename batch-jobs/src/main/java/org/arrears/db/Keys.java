package org.arrears.db;

import org.arrears.core.text.CodePointOrder;

/** Keys as the database orders and quotes them. */
public final class Keys {

    private Keys() {}

    /** Compares as collation "C" does: by code point. */
    public static int compare(String a, String b) {
        return CodePointOrder.compare(a, b);
    }

    /** Returns a key as an SQL literal, for COPY queries, which take no parameters. */
    public static String literal(String key) {
        if (key.indexOf('\0') >= 0) {
            throw new IllegalStateException("a key with a NUL");
        }
        return "'" + key.replace("'", "''") + "'";
    }
}
