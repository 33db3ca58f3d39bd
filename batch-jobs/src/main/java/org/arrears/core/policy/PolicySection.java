package org.arrears.core.policy;

import java.util.function.Function;

/**
 * A part of a policy that no figure depends on; two policies are compared in it as a whole.
 *
 * @param name its key in the file
 * @param reading how it is read from the top, and what holds if it is missing
 * @param of where its value stands in the policy
 */
public record PolicySection<T>(String name, Function<YamlSection, T> reading, Function<Policy, T> of) {

    T read(YamlSection top) {
        return reading.apply(top);
    }

    /** Says whether two policies differ here. */
    public boolean differs(Policy one, Policy other) {
        return !of.apply(one).equals(of.apply(other));
    }
}
