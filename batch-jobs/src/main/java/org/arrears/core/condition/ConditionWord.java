package org.arrears.core.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One word of a condition and where it stands.
 *
 * @param text the word; of a quoted one what stands between the quotes
 * @param index its first character in the condition
 */
record ConditionWord(Kind kind, String text, int index) {

    private static final int SHOWN = 60;
    private static final String SYMBOLS = "(),=!<>";
    private static final Set<String> PAIRS = Set.of("!=", "<=", ">=", "<>");
    private static final Set<String> RESERVED = Set.of("and", "or", "not", "in", "is", "empty");

    /** What a word can be. */
    enum Kind {
        BARE,
        QUOTED,
        SYMBOL,
        END
    }

    /** Whether this is the reserved word or symbol. */
    boolean is(String word) {
        return (kind == Kind.BARE || kind == Kind.SYMBOL)
                && text.toLowerCase(Locale.ROOT).equals(word);
    }

    /** Whether this can be a value: quoted, or bare and not reserved. */
    boolean isValue() {
        return kind == Kind.QUOTED || isName();
    }

    /** Whether this can be the name of a column: bare and not reserved. */
    boolean isName() {
        return kind == Kind.BARE && !RESERVED.contains(text.toLowerCase(Locale.ROOT));
    }

    String shown() {
        return kind == Kind.END ? "the end" : quoted(text);
    }

    /** Quotes a word from outside, cut short. */
    static String quoted(String word) {
        return "\"" + (word.length() > SHOWN ? word.substring(0, SHOWN) + "…" : word) + "\"";
    }

    /** Splits a condition into words; the last is the end. */
    static List<ConditionWord> split(String condition) {
        List<ConditionWord> words = new ArrayList<>();
        int at = 0;
        while (at < condition.length()) {
            char c = condition.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '"' || c == '\'') {
                at = quoted(condition, at, words);
            } else if (SYMBOLS.indexOf(c) >= 0) {
                int end =
                        PAIRS.contains(condition.substring(at, Math.min(at + 2, condition.length()))) ? at + 2 : at + 1;
                words.add(new ConditionWord(Kind.SYMBOL, condition.substring(at, end), at));
                at = end;
            } else {
                int end = at + 1;
                while (end < condition.length() && isBare(condition.charAt(end))) {
                    end++;
                }
                words.add(new ConditionWord(Kind.BARE, condition.substring(at, end), at));
                at = end;
            }
        }
        words.add(new ConditionWord(Kind.END, "", condition.length()));
        return words;
    }

    private static boolean isBare(char c) {
        return !Character.isWhitespace(c) && c != '"' && c != '\'' && SYMBOLS.indexOf(c) < 0;
    }

    /** Reads a quoted word; its quote doubled stands for itself. */
    private static int quoted(String condition, int start, List<ConditionWord> words) {
        char quote = condition.charAt(start);
        StringBuilder text = new StringBuilder();
        for (int at = start + 1; at < condition.length(); at++) {
            if (condition.charAt(at) != quote) {
                text.append(condition.charAt(at));
            } else if (at + 1 < condition.length() && condition.charAt(at + 1) == quote) {
                text.append(quote);
                at++;
            } else {
                words.add(new ConditionWord(Kind.QUOTED, text.toString(), start));
                return at + 1;
            }
        }
        throw new WrongConditionException(start, "this quote never closes; for example: product = \"CASH LOAN\"");
    }
}
