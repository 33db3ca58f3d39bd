package org.arrears.run;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/**
 * Cuts a step into partitions, in the partitioner's order. A restart cuts it into as many as before, leaves out those
 * that are complete, and gives the others what the partitioner says of them now: the stored context may be empty if the
 * process died while the partition was made.
 *
 * @param anew whether partitions are done again that are complete
 */
record PartitionPlan(JobRepository repository, StepName name, Partitioner partitioner, boolean anew)
        implements StepExecutionSplitter {

    /** Between the name of a step and that of its partition, in the job repository. */
    static final String SEPARATOR = ":";

    private static final String PARTITIONS = "arrears.partitions";

    @Override
    public String getStepName() {
        return name.code();
    }

    @Override
    public Set<StepExecution> split(StepExecution step, int wanted) {
        Map<String, BatchStatus> before = anew ? Map.of() : before(step);
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>(partitioner.partition(count(step, wanted)));
        partitions.keySet().removeIf(partition -> before.get(named(partition)) == BatchStatus.COMPLETED);
        Set<StepExecution> executions = new LinkedHashSet<>();
        partitions.forEach((partition, context) -> {
            StepExecution execution = repository.createStepExecution(named(partition), step.getJobExecution());
            execution.setExecutionContext(context);
            repository.updateExecutionContext(execution);
            executions.add(execution);
        });
        return executions;
    }

    private String named(String partition) {
        return name.code() + SEPARATOR + partition;
    }

    /** A number of partitions is kept by the first attempt: their bounds depend on it. */
    private int count(StepExecution step, int wanted) {
        int count = step.getExecutionContext().getInt(PARTITIONS, wanted);
        step.getExecutionContext().putInt(PARTITIONS, count);
        repository.updateExecutionContext(step);
        return count;
    }

    /** Returns how each partition ended in the last attempt that began it. */
    private Map<String, BatchStatus> before(StepExecution step) {
        Map<String, StepExecution> last = new HashMap<>();
        for (JobExecution attempt :
                repository.getJobExecutions(step.getJobExecution().getJobInstance())) {
            for (StepExecution execution : attempt.getStepExecutions()) {
                last.merge(execution.getStepName(), execution, (a, b) -> a.getId() > b.getId() ? a : b);
            }
        }
        Map<String, BatchStatus> ended = new HashMap<>();
        last.forEach((partition, execution) -> ended.put(partition, execution.getStatus()));
        return ended;
    }
}
