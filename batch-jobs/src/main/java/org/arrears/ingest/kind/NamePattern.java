package org.arrears.ingest.kind;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** A pattern of file names, in which {@code *} stands for anything. */
public record NamePattern(String text) {

    private static final int LONGEST = 100;
    private static final char ANYTHING = '*';

    /** Reads a pattern of the names of CSV files; empty if it is none. */
    public static Optional<NamePattern> ofFiles(String text) {
        boolean path = text.contains("/") || text.contains("\\");
        return Optional.of(new NamePattern(text))
                .filter(pattern -> text.endsWith(".csv") && !path && text.length() <= LONGEST);
    }

    public boolean matches(String name) {
        return matches(text, name);
    }

    /**
     * Says whether a name is this one but for capitals, ending, width of its letters and what nobody sees: both are
     * compared in lower case and cut at their first dot.
     */
    public boolean isNear(String name) {
        String stem = stem(name);
        return !stem.isEmpty() && matches(stem(text), stem);
    }

    private static String stem(String name) {
        String visible =
                name.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "").strip();
        String folded = Normalizer.normalize(visible, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        int dot = folded.indexOf('.');
        return dot < 0 ? folded : folded.substring(0, dot);
    }

    /** Compares without going back further than to the last star, so that no pattern is slow. */
    private static boolean matches(String pattern, String name) {
        int at = 0;
        int star = -1;
        int behindStar = 0;
        int i = 0;
        while (i < name.length()) {
            if (at < pattern.length() && pattern.charAt(at) == ANYTHING) {
                star = at++;
                behindStar = i;
            } else if (at < pattern.length() && pattern.charAt(at) == name.charAt(i)) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++behindStar;
            } else {
                return false;
            }
        }
        while (at < pattern.length() && pattern.charAt(at) == ANYTHING) {
            at++;
        }
        return at == pattern.length();
    }
}
