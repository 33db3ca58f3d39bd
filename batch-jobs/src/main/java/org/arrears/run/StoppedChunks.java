package org.arrears.run;

import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.StepInterruptionPolicy;

/** Lets a step look between two chunks whether somebody has asked it to stop: here, or in the job repository. */
record StoppedChunks(StopSignal stop) implements StepInterruptionPolicy {

    @Override
    public void checkInterrupted(StepExecution step) throws JobInterruptedException {
        try {
            stop.check();
        } catch (ArrearsException asked) {
            if (asked.kind() != FailureKind.STOPPED) {
                throw asked;
            }
            step.setTerminateOnly();
        }
        if (step.isTerminateOnly()) {
            throw new JobInterruptedException("stopped between two chunks");
        }
    }
}
