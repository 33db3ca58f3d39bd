package org.arrears.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Runs the partitions of a step in threads, some at a time, and reports what the job repository says of them: a
 * partition that is neither complete nor stopped nor failed there fails the step. Once one has failed no other begins.
 */
record PartitionThreads(JobRepository repository, Step worker, int slots, int partitions) implements PartitionHandler {

    private static final Set<BatchStatus> ENDED =
            EnumSet.of(BatchStatus.COMPLETED, BatchStatus.STOPPED, BatchStatus.FAILED);

    @Override
    public Collection<StepExecution> handle(StepExecutionSplitter splitter, StepExecution step) throws Exception {
        Set<StepExecution> begun = splitter.split(step, partitions);
        ExecutorService threads =
                Executors.newFixedThreadPool(slots, new CustomizableThreadFactory(step.getStepName() + "-"));
        try {
            work(begun, threads);
        } finally {
            threads.shutdown();
        }
        return stored(step, begun);
    }

    private void work(Set<StepExecution> begun, ExecutorService threads) throws Exception {
        AtomicBoolean failed = new AtomicBoolean();
        List<Future<?>> ends = new ArrayList<>();
        for (StepExecution partition : begun) {
            ends.add(threads.submit(() -> work(partition, failed)));
        }
        for (Future<?> end : ends) {
            try {
                end.get();
            } catch (ExecutionException failure) {
                throw failure.getCause() instanceof Exception cause ? cause : failure;
            }
        }
    }

    private BatchStatus work(StepExecution partition, AtomicBoolean failed) throws JobInterruptedException {
        if (failed.get()) {
            leave(partition);
            return partition.getStatus();
        }
        try {
            worker.execute(partition);
        } finally {
            failed.compareAndSet(false, partition.getStatus() != BatchStatus.COMPLETED);
        }
        return partition.getStatus();
    }

    private void leave(StepExecution partition) {
        partition.setStatus(BatchStatus.STOPPED);
        repository.update(partition);
    }

    /** What a worker says of itself does not count; another process may have worked, or nobody. */
    private Collection<StepExecution> stored(StepExecution step, Set<StepExecution> begun) {
        JobExecution job = repository.getJobExecution(step.getJobExecutionId());
        Map<Long, StepExecution> stored = new HashMap<>();
        if (job != null) {
            job.getStepExecutions().forEach(execution -> stored.put(execution.getId(), execution));
        }
        List<StepExecution> ended = new ArrayList<>();
        for (StepExecution partition : begun) {
            StepExecution found = stored.get(partition.getId());
            if (found == null || !ENDED.contains(found.getStatus())) {
                throw new IllegalStateException("partition " + partition.getStepName() + " has not ended: it is "
                        + (found == null ? "not" : found.getStatus()) + " in the job repository");
            }
            ended.add(found);
        }
        return ended;
    }
}
