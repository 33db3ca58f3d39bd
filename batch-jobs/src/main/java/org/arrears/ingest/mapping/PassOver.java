package org.arrears.ingest.mapping;

import java.util.Optional;
import org.arrears.core.text.Shown;
import org.arrears.ingest.kind.NamePattern;

/**
 * A pattern of names that are listed and not read: {@code *.pdf} wherever it lies, {@code done/} with all below it.
 *
 * @param names of the entry or the folder; with a slash inside, from the inbox on
 * @param folder whether it names a folder
 */
public record PassOver(NamePattern names, boolean folder) {

    private static final int LONGEST = 100;

    /** Reads a pattern; empty if it leads out of the inbox or would pass over everything. */
    static Optional<PassOver> parse(String text) {
        boolean folder = text.endsWith("/");
        String names = folder ? text.substring(0, text.length() - 1) : text;
        boolean inside = !names.startsWith("/") && !names.contains("\\") && !names.contains("..");
        boolean something = !names.replaceAll("[*/.]", "").isEmpty();
        return Optional.of(new PassOver(new NamePattern(names), folder))
                .filter(pattern -> inside && something && text.length() <= LONGEST);
    }

    /** Says whether an entry is meant, by its name from the inbox on; a folder's ends in a slash. */
    boolean isFor(String entry) {
        if (!folder) {
            return !entry.endsWith("/") && fits(entry);
        }
        for (int slash = entry.indexOf('/'); slash >= 0; slash = entry.indexOf('/', slash + 1)) {
            if (fits(entry.substring(0, slash))) {
                return true;
            }
        }
        return false;
    }

    private boolean fits(String path) {
        return names.matches(names.text().contains("/") ? path : path.substring(path.lastIndexOf('/') + 1));
    }

    @Override
    public String toString() {
        return Shown.fileName(names.text() + (folder ? "/" : ""));
    }
}
