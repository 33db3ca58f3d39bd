package org.arrears.contact;

import org.arrears.run.KeyRange;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;

/**
 * Ends a range of customers only if the tables hold what was counted: a chunk that
 * was rolled back can be counted as written.
 */
final class DecidedRange implements StepExecutionListener {

    private final DecidedNotices decided;

    DecidedRange(DecidedNotices decided) {
        this.decided = decided;
    }

    @Override
    public ExitStatus afterStep(StepExecution step) {
        if (step.getStatus() != BatchStatus.COMPLETED) {
            return step.getExitStatus();
        }
        long stored = decided.debtors(KeyRange.of(step.getExecutionContext()));
        if (stored == step.getWriteCount()) {
            return step.getExitStatus();
        }
        step.setStatus(BatchStatus.FAILED);
        step.addFailureException(new IllegalStateException(
                step.getWriteCount() + " debtors decided in " + step.getStepName() + ", " + stored + " stored"));
        return ExitStatus.FAILED;
    }
}
