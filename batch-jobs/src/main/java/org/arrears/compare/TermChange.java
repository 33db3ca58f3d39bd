package org.arrears.compare;

import org.arrears.core.policy.PolicyKey;

/**
 * A term of a policy that differs, by its path in the file ({@code products.CARD.penalty.multiple}).
 *
 * @param before its value under the old policy, {@value PolicyKey#NONE} if it has none
 * @param after its value under the new policy, {@value PolicyKey#NONE} if it has none
 */
public record TermChange(String path, String before, String after) {

    public TermChange {
        if (before.equals(after)) {
            throw new IllegalStateException(path + " does not differ: " + before);
        }
    }
}
