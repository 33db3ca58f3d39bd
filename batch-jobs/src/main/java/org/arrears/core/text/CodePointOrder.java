package org.arrears.core.text;

/** The order of texts by code point, which is that of their UTF-8 bytes and of the database's collation "C". */
public final class CodePointOrder {

    private CodePointOrder() {}

    /** Compares two texts; where surrogates are involved their code points decide, not their halves. */
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
}
