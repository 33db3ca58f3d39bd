package org.arrears.compare;

/** How many accounts go from one bucket to another, or stay in it. */
public record BucketMove(String before, String after, long accounts) {

    public BucketMove {
        if (accounts < 1) {
            throw new IllegalStateException(before + " -> " + after + " without an account");
        }
    }

    public boolean isChange() {
        return !before.equals(after);
    }
}
