package org.arrears.contact.letter;

/** Escapes every value a letter template inserts, so that a name can neither break the letter nor add to it. */
final class XhtmlEscape {
    private XhtmlEscape() {}

    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char ch = text.charAt(i);
            switch (ch) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(ch);
            }
        }
        return safe.toString();
    }
}
