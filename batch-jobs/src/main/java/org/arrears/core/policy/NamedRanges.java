package org.arrears.core.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Names for ranges that together cover 0 to infinity once: buckets, or classes of a scheme; ordered from mild to grave.
 *
 * @param ranges ordered by where they start
 */
public record NamedRanges(List<Named> ranges) {

    /** One range and its name. */
    public record Named(String name, DayRange range) {}

    public NamedRanges {
        ranges = ranges.stream()
                .sorted(Comparator.comparingInt(named -> named.range().from()))
                .toList();
        Optional<String> hole = holeOrOverlap(ranges);
        if (hole.isPresent()) {
            throw new IllegalStateException(hole.get());
        }
    }

    /** Says where the ranges leave a gap or overlap, or empty if they cover 0 to infinity exactly once. */
    public static Optional<String> holeOrOverlap(List<Named> unordered) {
        List<Named> sorted = new ArrayList<>(unordered);
        sorted.sort(Comparator.comparingInt(named -> named.range().from()));
        long next = 0;
        String before = "";
        for (Named named : sorted) {
            int from = named.range().from();
            if (from > next) {
                return Optional.of("gap: no range holds " + new DayRange((int) next, from - 1));
            }
            if (from < next) {
                int end = Math.min(
                        (int) Math.min(next - 1, DayRange.OPEN), named.range().to());
                return Optional.of(
                        "overlap: " + before + " and " + named.name() + " both hold " + new DayRange(from, end));
            }
            next = named.range().to() + 1L;
            before = named.name();
        }
        return next <= DayRange.OPEN
                ? Optional.of("gap: no range holds " + new DayRange((int) next, DayRange.OPEN))
                : Optional.empty();
    }

    /** Returns the range that holds the value; there is always exactly one. */
    public Named of(int value) {
        for (Named named : ranges) {
            if (named.range().contains(value)) {
                return named;
            }
        }
        throw new IllegalStateException("no range holds " + value);
    }

    /** Returns how grave a name is (its place from mild to grave), or empty if it is none of these. */
    public Optional<Integer> rank(String name) {
        for (int i = 0; i < ranges.size(); i++) {
            if (ranges.get(i).name().equals(name)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
