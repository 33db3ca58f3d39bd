package org.arrears.export;

import java.util.Comparator;
import java.util.Locale;

/** The column that a misspelt name was probably meant to be. */
final class NearestColumn {

    private static final int LONGEST = 40;

    private NearestColumn() {}

    /** Says that there is no such column and names the nearest, or all of them if none is near. */
    static String unknown(String name) {
        String all = "; columns are " + String.join(", ", ExportColumn.NAMES);
        String start = "there is no column " + WrongRequestException.quoted(name);
        if (name.isEmpty() || name.length() > LONGEST) {
            return start + all;
        }
        String plain = name.toLowerCase(Locale.ROOT).replace('-', '_');
        String nearest = ExportColumn.NAMES.stream()
                .min(Comparator.comparingInt(known -> distance(plain, known)))
                .orElseThrow();
        boolean near = distance(plain, nearest) <= Math.max(1, nearest.length() / 3);
        return near ? start + ": did you mean " + nearest + "?" : start + all;
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
