package org.arrears.core.money;

import static org.arrears.core.money.Component.COMPOUND;
import static org.arrears.core.money.Component.FEE;
import static org.arrears.core.money.Component.INTEREST;
import static org.arrears.core.money.Component.PENALTY;
import static org.arrears.core.money.Component.PRINCIPAL;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * The parts of a debt in minor units of one currency, none below 0: one value, so that no part is taken for another.
 *
 * <p>Sums are exact; one that a {@code long} cannot hold throws {@link ArithmeticException}. A debt is made by
 * component, never by position.
 */
public record Dues(long principal, long interest, long fee, long penalty, long compound) {

    /** The order in which the parts stand in tables, in files and on screens. */
    public static final List<Component> LISTED = List.of(PRINCIPAL, INTEREST, FEE, PENALTY, COMPOUND);

    public static final Dues NOTHING = new Dues(0, 0, 0, 0, 0);

    public Dues {
        if ((principal | interest | fee | penalty | compound) < 0) {
            throw new IllegalStateException("a debt has a part below nothing: principal " + principal + ", interest "
                    + interest + ", fee " + fee + ", penalty " + penalty + ", compound " + compound);
        }
    }

    /** Returns the debt whose parts a function says; it is asked for each once, in the order of {@link #LISTED}. */
    public static Dues of(ToLongFunction<Component> minor) {
        return new Dues(
                minor.applyAsLong(PRINCIPAL),
                minor.applyAsLong(INTEREST),
                minor.applyAsLong(FEE),
                minor.applyAsLong(PENALTY),
                minor.applyAsLong(COMPOUND));
    }

    /** Returns a debt of one part. */
    public static Dues of(Component component, long minor) {
        return NOTHING.with(component, minor);
    }

    /** Returns what the debts of several things add up to, part by part. */
    public static <T> Dues sum(Iterable<T> things, Function<T, Dues> dues) {
        Dues sum = NOTHING;
        for (T thing : things) {
            sum = sum.plus(dues.apply(thing));
        }
        return sum;
    }

    /** Returns one part in minor units. */
    public long get(Component component) {
        return switch (component) {
            case PRINCIPAL -> principal;
            case INTEREST -> interest;
            case FEE -> fee;
            case PENALTY -> penalty;
            case COMPOUND -> compound;
        };
    }

    /** Returns this debt with another amount of one part. */
    public Dues with(Component component, long minor) {
        return of(part -> part == component ? minor : get(part));
    }

    public Dues plus(Dues other) {
        return of(part -> Math.addExact(get(part), other.get(part)));
    }

    /** Returns what is left of this debt without another; refuses if a part would fall below 0. */
    public Dues minus(Dues other) {
        return of(part -> Math.subtractExact(get(part), other.get(part)));
    }

    /** Says whether every part is at least the other's. */
    public boolean covers(Dues other) {
        return LISTED.stream().allMatch(part -> get(part) >= other.get(part));
    }

    /** Returns principal, interest and fee: what the contract asks for, and what makes a loan overdue. */
    public long contractual() {
        return Math.addExact(Math.addExact(principal, interest), fee);
    }

    /** Returns penalty and compound interest: what being late has added. */
    public long accrued() {
        return Math.addExact(penalty, compound);
    }

    /** Returns all parts together. */
    public long total() {
        return Math.addExact(contractual(), accrued());
    }
}
