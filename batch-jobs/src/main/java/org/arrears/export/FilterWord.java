package org.arrears.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One word of a filter and where it stands.
 *
 * @param text the word; of a quoted one what stands between the quotes
 * @param index its first character in the filter
 */
record FilterWord(Kind kind, String text, int index) {

    private static final String SYMBOLS = "(),=!<>";
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
        return kind == Kind.QUOTED || (kind == Kind.BARE && !RESERVED.contains(text.toLowerCase(Locale.ROOT)));
    }

    String shown() {
        return kind == Kind.END ? "the end" : WrongRequestException.quoted(text);
    }

    /** Splits a filter into words; the last is the end. */
    static List<FilterWord> split(String option, String filter) {
        List<FilterWord> words = new ArrayList<>();
        int at = 0;
        while (at < filter.length()) {
            char c = filter.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '"' || c == '\'') {
                at = quoted(option, filter, at, words);
            } else if (SYMBOLS.indexOf(c) >= 0) {
                boolean two = "!<>".indexOf(c) >= 0 && filter.startsWith("=", at + 1);
                words.add(new FilterWord(Kind.SYMBOL, filter.substring(at, two ? at + 2 : at + 1), at));
                at += two ? 2 : 1;
            } else {
                int end = at + 1;
                while (end < filter.length() && isBare(filter.charAt(end))) {
                    end++;
                }
                words.add(new FilterWord(Kind.BARE, filter.substring(at, end), at));
                at = end;
            }
        }
        words.add(new FilterWord(Kind.END, "", filter.length()));
        return words;
    }

    private static boolean isBare(char c) {
        return !Character.isWhitespace(c) && c != '"' && c != '\'' && SYMBOLS.indexOf(c) < 0;
    }

    /** Reads a quoted word; its quote doubled stands for itself. */
    private static int quoted(String option, String filter, int start, List<FilterWord> words) {
        char quote = filter.charAt(start);
        StringBuilder text = new StringBuilder();
        for (int at = start + 1; at < filter.length(); at++) {
            if (filter.charAt(at) != quote) {
                text.append(filter.charAt(at));
            } else if (at + 1 < filter.length() && filter.charAt(at + 1) == quote) {
                text.append(quote);
                at++;
            } else {
                words.add(new FilterWord(Kind.QUOTED, text.toString(), start));
                return at + 1;
            }
        }
        throw WrongRequestException.at(
                option, filter, start, "this quote never closes; for example: product = \"CASH LOAN\"");
    }
}
