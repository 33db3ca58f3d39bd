package org.arrears.core.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.arrears.core.policy.NamedRanges.Named;

/** Reads names for ranges that together cover 0 to infinity: buckets, or classes. */
final class RangesReader {

    private static final ValueKind<String> NAME = ValueKind.line(40);
    private static final NamedRanges ANY = new NamedRanges(List.of(new Named("any", new DayRange(0, DayRange.OPEN))));

    private RangesReader() {}

    /** Reads the key {@code ranges} of the section, which must be there. */
    static NamedRanges read(YamlSection section) {
        section.requirePresent("ranges", "names and ranges from 0 to infinity, like M0: 0, M1: 1-30, M2: 31+");
        YamlSection ranges = section.child("ranges");
        if (!ranges.isPresent()) {
            return ANY;
        }
        List<String> names = ranges.names();
        List<Named> named = new ArrayList<>();
        for (String name : names) {
            ranges.checkKey(name, NAME);
            ranges.find(name, ValueKind.range(0)).ifPresent(range -> named.add(new Named(name, range)));
        }
        if (named.size() < names.size()) {
            return ANY;
        }
        Optional<String> hole = NamedRanges.holeOrOverlap(named);
        hole.ifPresent(flaw -> section.refuse(
                "ranges", (flaw.startsWith("gap") ? "has a " : "has an ") + flaw, "ranges that hold each number once"));
        return hole.isPresent() ? ANY : new NamedRanges(named);
    }
}
