package org.arrears.run;

import org.springframework.batch.core.step.StepContribution;

/**
 * What a step has done with its items.
 *
 * @param filtered items that were read and needed nothing
 * @param skipped items that were read and refused
 */
public record StepCounts(long read, long written, long filtered, long skipped) {

    public StepCounts {
        if (read < 0 || written < 0 || filtered < 0 || skipped < 0) {
            throw new IllegalArgumentException(
                    "counts below zero: " + read + ", " + written + ", " + filtered + ", " + skipped);
        }
    }

    /** For work that reads nothing one by one. */
    public static StepCounts written(long written) {
        return new StepCounts(0, written, 0, 0);
    }

    void addTo(StepContribution contribution) {
        contribution.getStepExecution().setReadCount(read);
        contribution.incrementWriteCount(written);
        contribution.incrementFilterCount(filtered);
        contribution.incrementProcessSkipCount(skipped);
    }
}
