package org.arrears.ingest.load;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.arrears.ingest.file.FileStamp;
import org.arrears.ingest.file.InputFile;
import org.arrears.ingest.inbox.Delivery;
import org.arrears.ingest.inbox.Inbox;
import org.arrears.run.FileDigest;
import org.arrears.run.StepName;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Begins a step execution for each file of an inbox, in load order. A file that an earlier attempt of the run took, and
 * that nobody has touched since, is complete and has none, unless its delivery is only read as a whole.
 */
final class FileExecutions implements StepExecutionSplitter {

    private static final int MOST_OF_A_NAME = 50;
    private static final int MOST_OF_A_DIGEST = 16;

    private final StepName step;
    private final JobRepository repository;
    private final Supplier<Inbox> inbox;
    private final TakenFiles taken;

    /** Says whether the content of a file is what the tables have of it. */
    interface TakenFiles {

        boolean has(InputFile file, String sha256);
    }

    FileExecutions(StepName step, JobRepository repository, Supplier<Inbox> inbox, TakenFiles taken) {
        this.step = step;
        this.repository = repository;
        this.inbox = inbox;
        this.taken = taken;
    }

    @Override
    public String getStepName() {
        return step.code();
    }

    @Override
    public Set<StepExecution> split(StepExecution manager, int gridSize) {
        Set<StepExecution> begun = new LinkedHashSet<>();
        for (Delivery delivery : inbox.get().deliveries()) {
            List<InputFile> left = delivery.files().stream()
                    .filter(file -> !isComplete(manager, file))
                    .toList();
            boolean whole = delivery.isReadWhole() && !left.isEmpty();
            for (InputFile file : whole ? delivery.files() : left) {
                begun.add(begin(manager, file));
            }
        }
        return begun;
    }

    private boolean isComplete(StepExecution manager, InputFile file) {
        StepExecution last =
                repository.getLastStepExecution(manager.getJobExecution().getJobInstance(), name(file));
        return Optional.ofNullable(last)
                .filter(execution -> execution.getStatus() == BatchStatus.COMPLETED)
                .flatMap(FileContext::sha256)
                .filter(sha256 -> taken.has(file, sha256))
                .isPresent();
    }

    private StepExecution begin(StepExecution manager, InputFile file) {
        StepExecution execution = repository.createStepExecution(name(file), manager.getJobExecution());
        FileContext.put(execution, file);
        repository.updateExecutionContext(execution);
        return execution;
    }

    /** Names a file and the state in which it lies there: one that was written to since is another. */
    private String name(InputFile file) {
        String name = file.name()
                .codePoints()
                .limit(MOST_OF_A_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String state = FileDigest.ofText(
                file.path() + " " + file.corrected() + " " + FileStamp.of(file).state());
        return step.code() + ":" + name + "#" + state.substring(0, MOST_OF_A_DIGEST);
    }
}
