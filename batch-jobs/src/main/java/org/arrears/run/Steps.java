package org.arrears.run;

import java.util.List;
import java.util.Map;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

/** Builds every step, so that none lacks its transaction manager or its progress line. */
public final class Steps {

    private static final String FOLDER = "prepare-folder";

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final Progress progress;
    private final StopSignal stop;
    private final Run run;

    Steps(
            JobRepository repository,
            PlatformTransactionManager transactions,
            Progress progress,
            StopSignal stop,
            Run run) {
        this.repository = repository;
        this.transactions = transactions;
        this.progress = progress;
        this.stop = stop;
        this.run = run;
    }

    /** Work that is one transaction. */
    public interface Work {

        /** Does it; returns how many rows it wrote. */
        long run() throws Exception;
    }

    /** Builds a job of named steps, one after the other; a run that only writes begins with its folder. */
    public Job inOrder(String name, Map<String, Step> named, String... order) {
        List<String> all = List.of(order);
        List<String> wanted = run.writesOnly() ? all.subList(all.indexOf(FOLDER), all.size()) : all;
        SimpleJobBuilder job =
                new JobBuilder(run.writesOnly() ? name + "-again" : name, repository).start(step(named, wanted.get(0)));
        for (String next : wanted.subList(1, wanted.size())) {
            job = job.next(step(named, next));
        }
        return job.build();
    }

    private static Step step(Map<String, Step> named, String name) {
        Step step = named.get(name);
        if (step == null || !step.getName().equals(name)) {
            throw new IllegalStateException("no step " + name + " among " + named.keySet());
        }
        return step;
    }

    /** Builds a step that is one transaction; a restart runs it again even if complete, so it must be idempotent. */
    public Step once(String name, Work work) {
        return new StepBuilder(name, repository)
                .allowStartIfComplete(true)
                .listener(new ProgressListener())
                .tasklet(
                        (contribution, context) -> {
                            stop.check();
                            contribution.incrementWriteCount(work.run());
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }

    /** Builds a step that decides what the steps after it write; what was decided stays if a run only writes. */
    public Step deciding(String name, Work work) {
        return once(name, () -> run.writesOnly() ? 0 : work.run());
    }

    /** Work of one partition, known by its execution context. */
    public interface PartitionWork {

        /** Does it; returns how many units it wrote. */
        long run(ExecutionContext partition) throws Exception;
    }

    /** Builds a worker step that does its partition's work in one transaction. */
    public Step onceInPartition(String name, PartitionWork work) {
        return new StepBuilder(name, repository)
                .allowStartIfComplete(true)
                .tasklet(
                        (contribution, context) -> {
                            contribution.incrementWriteCount(
                                    work.run(contribution.getStepExecution().getExecutionContext()));
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }

    /**
     * Names a partition by what it covers and the attempt: a restart gives a partition its old context again, which is
     * empty if the process died between the two transactions in which Spring Batch makes a partition.
     */
    public String partitionName(Object covers) {
        return run.attempt() + "-" + FileDigest.ofText(covers.toString()).substring(0, 16);
    }

    /** Begins a chunk step with its transaction manager set. */
    public <I, O> ChunkOrientedStepBuilder<I, O> chunks(String name, int size) {
        return new StepBuilder(name, repository)
                .allowStartIfComplete(true)
                .<I, O>chunk(size)
                .transactionManager(transactions)
                .transactionAttribute(new DefaultTransactionAttribute());
    }

    /** Builds a step that runs a worker step over partitions, some at a time. */
    public Step partitioned(String name, Partitioner partitioner, Step worker, int slots, int partitions) {
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor(name + "-");
        threads.setConcurrencyLimit(slots);
        return new StepBuilder(name, repository)
                .allowStartIfComplete(true)
                .listener(new ProgressListener())
                .partitioner(worker.getName(), partitioner)
                .step(worker)
                .gridSize(partitions)
                .taskExecutor(threads)
                .build();
    }

    private final class ProgressListener implements StepExecutionListener {

        @Override
        public void beforeStep(StepExecution step) {
            progress.stepStarted(step.getStepName());
        }

        @Override
        public ExitStatus afterStep(StepExecution step) {
            progress.stepEnded(step.getStepName(), step.getStatus() == BatchStatus.COMPLETED);
            return step.getExitStatus();
        }
    }
}
