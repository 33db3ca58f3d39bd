package org.arrears.ingest.load;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.ingest.file.InputFile;
import org.arrears.ingest.inbox.Delivery;
import org.arrears.ingest.kind.FileKinds;
import org.arrears.run.StopSignal;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads the files whose step executions were begun, one delivery after the other. A delivery is one transaction, and
 * the step executions of its files end in it: one that is complete has its rows in the tables, and counts them.
 */
final class DeliveryExecutions implements PartitionHandler {

    private final JobRepository repository;
    private final TransactionTemplate transaction;
    private final StopSignal stop;
    private final Loaders loaders;

    /** Loads a delivery in the transaction that is there. */
    interface Loader {

        List<LoadedFile> load(Delivery delivery);
    }

    /** Says who loads the files of an attempt. */
    interface Loaders {

        Loader of(List<InputFile> files);
    }

    DeliveryExecutions(JobRepository repository, TransactionTemplate transaction, StopSignal stop, Loaders loaders) {
        this.repository = repository;
        this.transaction = transaction;
        this.stop = stop;
        this.loaders = loaders;
    }

    @Override
    public Collection<StepExecution> handle(StepExecutionSplitter splitter, StepExecution manager) throws Exception {
        Set<StepExecution> begun = splitter.split(manager, 1);
        Map<InputFile, StepExecution> byFile = new LinkedHashMap<>();
        begun.forEach(execution -> byFile.put(FileContext.file(execution, FileKinds.OURS), execution));
        List<InputFile> files = List.copyOf(byFile.keySet());
        Loader loader = loaders.of(files);
        try {
            for (Delivery delivery : Delivery.of(files)) {
                stop.check();
                load(delivery, loader, byFile);
            }
        } catch (RuntimeException failed) {
            begun.forEach(execution -> end(execution, failed));
            throw failed;
        }
        return begun;
    }

    private void load(Delivery delivery, Loader loader, Map<InputFile, StepExecution> byFile) {
        delivery.files().forEach(file -> start(Objects.requireNonNull(byFile.get(file))));
        transaction.executeWithoutResult(status ->
                loader.load(delivery).forEach(file -> complete(Objects.requireNonNull(byFile.get(file.file())), file)));
    }

    /** The repository has the clock. */
    private void start(StepExecution execution) {
        execution.setStatus(BatchStatus.STARTED);
        repository.update(execution);
        execution.setStartTime(Objects.requireNonNull(execution.getLastUpdated()));
        repository.update(execution);
    }

    private void complete(StepExecution execution, LoadedFile file) {
        file.count(execution);
        execution.incrementCommitCount();
        FileContext.putSha256(execution, file.sha256());
        repository.updateExecutionContext(execution);
        execution.setExitStatus(ExitStatus.COMPLETED);
        end(execution, BatchStatus.COMPLETED);
    }

    /** Ends what is not complete; what was rolled back has to be read anew, for its version is that of before. */
    private void end(StepExecution begun, RuntimeException failed) {
        try {
            StepExecution stored = repository.getStepExecution(begun.getId());
            if (stored == null || stored.getStatus() == BatchStatus.COMPLETED) {
                return;
            }
            boolean broken = stored.getStatus() == BatchStatus.STARTED && !isStop(failed);
            stored.setExitStatus((broken ? ExitStatus.FAILED : ExitStatus.STOPPED)
                    .addExitDescription(String.valueOf(failed.getMessage())));
            end(stored, broken ? BatchStatus.FAILED : BatchStatus.STOPPED);
        } catch (RuntimeException databaseGone) {
            failed.addSuppressed(databaseGone);
        }
    }

    private static boolean isStop(RuntimeException failed) {
        return failed instanceof ArrearsException known && known.kind() == FailureKind.STOPPED;
    }

    private void end(StepExecution execution, BatchStatus status) {
        execution.setStatus(status);
        repository.update(execution);
        execution.setEndTime(Objects.requireNonNull(execution.getLastUpdated()));
        repository.update(execution);
    }
}
