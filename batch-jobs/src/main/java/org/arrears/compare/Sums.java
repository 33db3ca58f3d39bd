package org.arrears.compare;

/** An amount in sum under the old and the new policy, minor units. */
public record Sums(long beforeMinor, long afterMinor) {

    static final Sums ZERO = new Sums(0, 0);

    Sums plus(long before, long after) {
        return new Sums(Math.addExact(beforeMinor, before), Math.addExact(afterMinor, after));
    }

    /** Returns what the new policy adds; negative if it takes away. */
    public long differenceMinor() {
        return Math.subtractExact(afterMinor, beforeMinor);
    }
}
