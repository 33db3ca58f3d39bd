package org.arrears.ingest.mapping;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hundred years that years of two digits stand for.
 *
 * @param first of them
 */
record Century(int first) {

    private static final Pattern FORM = Pattern.compile("([0-9]{4})-([0-9]{4})");
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2199;
    private static final int YEARS = 100;

    /** Reads {@code 1950-2049}; empty if that is no hundred years from 1900 to 2199. */
    static Optional<Century> parse(String text) {
        Matcher years = FORM.matcher(text);
        if (!years.matches()) {
            return Optional.empty();
        }
        Century century = new Century(Integer.parseInt(years.group(1)));
        boolean allowed = century.last() == Integer.parseInt(years.group(2))
                && century.first() >= EARLIEST
                && century.last() <= LATEST;
        return allowed ? Optional.of(century) : Optional.empty();
    }

    int last() {
        return first + YEARS - 1;
    }

    @Override
    public String toString() {
        return first + "-" + last();
    }
}
