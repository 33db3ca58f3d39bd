package org.arrears.run;

import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.builder.TaskletStepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Builds every step, so that none lacks its transaction manager, which asks for the lease last, its progress line, or
 * its look at whether somebody has asked the run to stop.
 *
 * <p>Three kinds: {@link #once} is work of one transaction; {@link #partitioned} cuts work on many things by keys and
 * runs a worker step on each part; that worker is a bean made by {@link #chunks} (reader, processor, writer; a
 * transaction a chunk) or by {@link #onceInPartition} (a transaction a part). Features name their steps by an enum of
 * {@link StepName}s and never by a text.
 */
public final class Steps {

    /** Behind the name of a step: its worker, which runs under the names of the partitions. */
    private static final String WORKER = "-part";

    private static final int PARTITIONS_A_SLOT = 4;

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final Progress progress;
    private final StopSignal stop;
    private final Run run;
    private final KeptFiles kept;
    private final Supplier<Stream<Step>> made;

    Steps(
            JobRepository repository,
            PlatformTransactionManager transactions,
            Progress progress,
            StopSignal stop,
            KeptFiles kept,
            Supplier<Stream<Step>> made) {
        this.repository = repository;
        this.transactions = transactions;
        this.progress = progress;
        this.stop = stop;
        this.kept = kept;
        this.run = kept.run();
        this.made = made;
    }

    /** Work that is one transaction. */
    public interface Work {

        /** Does it; returns how many rows it wrote. */
        long run() throws Exception;
    }

    /** Begins a job; its steps are looked for among the beans by their names. */
    public JobSteps job(String name) {
        return new JobSteps(name, repository, run.writesOnly(), made);
    }

    /** A restart does not repeat what is complete, but for what has been lost with the folder of the run. */
    private boolean again(StepName name) {
        return name.writesFolder() && run.folder() == FolderState.NONE;
    }

    /**
     * Builds a step that is one transaction. It may be run again after it has committed, if the process dies before
     * that is recorded, so it must be idempotent. The files that it begins in the {@link RunFolder} are noted with its
     * transaction, and are trusted by the next attempt if they still are as they were. A run that only makes its folder
     * again has the step only if it {@link StepName#writesFolder() writes the folder}.
     */
    public Step once(StepName name, Work work) {
        return tasklet(name, name.code(), partition -> StepCounts.written(work.run()))
                .listener(new ProgressListener())
                .build();
    }

    /**
     * Builds the worker of a {@link #partitioned} step that does a whole part in one transaction and says what it has
     * read, written, filtered and skipped. To be a bean; the execution context of the part and the database must be all
     * it needs, because it may run in another process than the one that cut the work. Its files are noted as those of
     * {@link #once} are.
     */
    public Step onceInPartition(StepName name, PartitionWork work) {
        return tasklet(name, name.code() + WORKER, work).build();
    }

    private TaskletStepBuilder tasklet(StepName name, String called, PartitionWork work) {
        Tasklet tasklet = (contribution, context) -> {
            stop.check();
            try {
                work.run(contribution.getStepExecution().getExecutionContext()).addTo(contribution);
            } catch (RuntimeException failed) {
                throw StopSignal.orStop(failed);
            }
            kept.note(StepFiles.of(context.getStepContext()));
            return RepeatStatus.FINISHED;
        };
        return new StepBuilder(called, repository)
                .allowStartIfComplete(again(name))
                .tasklet(tasklet, transactions);
    }

    /**
     * Begins the worker of a {@link #partitioned} step that reads, processes and writes so many things a transaction;
     * add {@code reader}, {@code processor} and {@code writer} (of step scope where they hold state), build it as a
     * bean.
     *
     * <p>A part that died or was stopped is given to the worker once more, with the same bounds, and the chunks it had
     * committed are there: it is cleared and done from its first row. No position is kept in the execution context,
     * which is stored even when the commit of its chunk has failed, and no file may be written chunk by chunk. Nothing
     * in it need look at the stop signal: the step does so between two chunks.
     *
     * @param clearing is called before a part's first chunk, also when there is nothing of it
     */
    public <I, O> ChunkOrientedStepBuilder<I, O> chunks(StepName name, int size, Clearing clearing) {
        StepExecutionListener cleared = new StepExecutionListener() {
            @Override
            public void beforeStep(StepExecution part) {
                new TransactionTemplate(transactions)
                        .executeWithoutResult(status -> clearing.clear(part.getExecutionContext()));
            }
        };
        return new StepBuilder(name.code() + WORKER, repository)
                .allowStartIfComplete(again(name))
                .listener(cleared)
                .<I, O>chunk(size)
                .transactionManager(transactions)
                .transactionAttribute(new DefaultTransactionAttribute())
                .interruptionPolicy(new StoppedChunks(stop));
    }

    /** Names a partition by what it covers, so that a restart knows which are complete. */
    public String partitionName(Object covers) {
        return FileDigest.ofText(covers.toString()).substring(0, 16);
    }

    /**
     * Builds a step that runs a worker over partitions, some at a time, in the partitioner's order. It sums what its
     * partitions count, and fails unless each of them has ended in the job repository.
     *
     * @param partitioner is asked with four partitions a slot, a part's name being its {@link #partitionName}; it must
     *     only read, because a restart asks it again
     * @param worker made for the same name
     * @param slots how many at a time; with one they run one after the other, and none after one that failed
     */
    public Step partitioned(StepName name, Partitioner partitioner, Step worker, int slots) {
        if (!worker.getName().equals(name.code() + WORKER)) {
            throw new IllegalStateException(worker.getName() + " is not the worker of " + name.code());
        }
        return new StepBuilder(name.code(), repository)
                .allowStartIfComplete(again(name))
                .listener(new ProgressListener())
                .partitioner(worker.getName(), partitioner)
                .splitter(new PartitionPlan(repository, name, partitioner, again(name)))
                .partitionHandler(new PartitionThreads(repository, worker, slots, slots * PARTITIONS_A_SLOT))
                .build();
    }

    /**
     * Builds a step whose work a feature cuts itself, into step executions that it ends in its own transactions. It is
     * asked again even if it was complete, and finds itself what is.
     */
    public Step partitioned(StepName name, StepExecutionSplitter splitter, PartitionHandler handler) {
        return new StepBuilder(name.code(), repository)
                .allowStartIfComplete(true)
                .listener(new ProgressListener())
                .partitioner(name.code(), partitions -> Map.of())
                .splitter(splitter)
                .partitionHandler(handler)
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
