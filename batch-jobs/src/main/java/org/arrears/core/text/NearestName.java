package org.arrears.core.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that a misspelt one was probably meant to be. */
public final class NearestName {

    private static final int LONGEST = 40;

    private NearestName() {}

    /** Returns the nearest name, or empty if none is near: more than a third of the letters would have to change. */
    public static Optional<String> of(String misspelt, Collection<String> known) {
        if (misspelt.isEmpty() || misspelt.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = plain(misspelt);
        return known.stream()
                .min(Comparator.comparingInt(name -> distance(plain, plain(name))))
                .filter(name -> distance(plain, plain(name)) <= Math.max(1, name.length() / 3));
    }

    /** Returns {@code  (did you mean X?)}, or nothing. */
    public static String hint(String misspelt, Collection<String> known) {
        return of(misspelt, known).map(name -> " (did you mean " + name + "?)").orElse("");
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Levenshtein's distance: letters to insert, remove or replace. */
    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(before[j], row[j - 1]) + 1);
            }
            before = row;
        }
        return before[b.length()];
    }
}
