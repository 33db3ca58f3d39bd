package org.arrears.compare;

/**
 * A term of a policy that differs, by its path in the file ({@code products.CARD.penalty.multiple}).
 *
 * @param before its value under the old policy, {@value #NONE} if it has none
 * @param after its value under the new policy, {@value #NONE} if it has none
 */
public record TermChange(String path, String before, String after) {

    /** Stands for a term that a policy does not have. */
    public static final String NONE = "none";

    public TermChange {
        if (before.equals(after)) {
            throw new IllegalStateException(path + " does not differ: " + before);
        }
    }
}
