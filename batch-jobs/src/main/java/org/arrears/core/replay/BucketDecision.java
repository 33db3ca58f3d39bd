package org.arrears.core.replay;

import org.arrears.core.policy.BucketBy;
import org.arrears.core.policy.NamedRanges;

/**
 * Which range put the loan in its bucket.
 *
 * @param value the days past due, or the number of overdue installments
 */
public record BucketDecision(BucketBy by, int value, NamedRanges.Named range) {

    public BucketDecision {
        if (!range.range().contains(value)) {
            throw new IllegalStateException(range + " does not hold " + value);
        }
    }
}
