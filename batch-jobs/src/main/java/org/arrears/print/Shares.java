package org.arrears.print;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Divides 100.00 % among parts so that the shares add up to it: what rounding loses goes to the largest rests. */
public final class Shares {

    private static final long WHOLE = 10_000;

    private Shares() {}

    /** Returns each part's share in hundredths of a percent; all zero if there is nothing to share. */
    public static List<Long> of(List<Long> parts) {
        BigInteger sum = parts.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.signum() == 0) {
            return Collections.nCopies(parts.size(), 0L);
        }
        List<Long> shares = new ArrayList<>();
        List<BigInteger> rests = new ArrayList<>();
        for (long part : parts) {
            if (part < 0) {
                throw new IllegalStateException("a share of a negative part: " + parts);
            }
            BigInteger[] divided =
                    BigInteger.valueOf(part).multiply(BigInteger.valueOf(WHOLE)).divideAndRemainder(sum);
            shares.add(divided[0].longValueExact());
            rests.add(divided[1]);
        }
        long left = WHOLE - shares.stream().mapToLong(Long::longValue).sum();
        List<Integer> byRest = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            byRest.add(i);
        }
        byRest.sort(Comparator.comparing(
                rests::get, Comparator.<BigInteger>naturalOrder().reversed()));
        for (int i = 0; i < left; i++) {
            shares.set(byRest.get(i), shares.get(byRest.get(i)) + 1);
        }
        return shares;
    }
}
