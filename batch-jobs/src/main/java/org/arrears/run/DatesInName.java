package org.arrears.run;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The dates that the name of a folder or file holds: eight digits or {@code yyyy-MM-dd}, no digit beside, 1990 to 2099.
 */
record DatesInName(Set<LocalDate> dates) {

    private static final Pattern DATE =
            Pattern.compile("(?<![0-9])((?:199|20[0-9])[0-9])(?:([0-9]{2})([0-9]{2})|-([0-9]{2})-([0-9]{2}))(?![0-9])");

    static DatesInName of(String name) {
        Set<LocalDate> dates = new TreeSet<>();
        Matcher found = DATE.matcher(name);
        for (int from = 0; found.find(from); from = found.start() + 1) {
            date(found).ifPresent(dates::add);
        }
        return new DatesInName(dates);
    }

    /** Returns the date found; digits that cannot be one are a number. */
    private static Optional<LocalDate> date(Matcher found) {
        boolean plain = found.group(2) != null;
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(found.group(1)),
                    Integer.parseInt(found.group(plain ? 2 : 4)),
                    Integer.parseInt(found.group(plain ? 3 : 5))));
        } catch (DateTimeException number) {
            return Optional.empty();
        }
    }

    /** Says whether the name speaks of dates and not of this one. */
    boolean excludes(LocalDate asOf) {
        return !dates.isEmpty() && !dates.contains(asOf);
    }

    @Override
    public String toString() {
        return dates.stream().map(LocalDate::toString).collect(Collectors.joining(" or "));
    }
}
