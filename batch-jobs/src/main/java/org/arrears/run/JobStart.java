package org.arrears.run;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Starts a job or goes on with it, whatever a dead attempt has left in the job repository.
 *
 * <p>Only for the holder of the run lock: what is not ended there is dead. What a step, a partition or a chunk has not
 * committed is not there, so each of these states may be gone on from, also those from which Spring Batch would not.
 */
final class JobStart {

    private static final Logger LOG = LoggerFactory.getLogger(JobStart.class);

    private final JobOperator operator;
    private final JobRepository repository;

    JobStart(JobOperator operator, JobRepository repository) {
        this.operator = operator;
        this.repository = repository;
    }

    JobExecution startOrGoOn(Job job, JobParameters parameters) throws JobExecutionException {
        JobInstance instance = repository.getJobInstance(job.getName(), parameters);
        if (instance == null) {
            return operator.start(job, parameters);
        }
        JobExecution last = repository.getLastJobExecution(instance);
        if (last == null) {
            // Died between the two transactions in which Spring Batch begins; an instance alone cannot be restarted.
            repository.deleteJobInstance(instance);
            return operator.start(job, parameters);
        }
        if (last.getStatus() == BatchStatus.COMPLETED) {
            LOG.debug("{} died after its last step and before that was recorded", instance);
            return last;
        }
        return operator.restart(declaredDead(last));
    }

    private JobExecution declaredDead(JobExecution last) {
        JobExecution dead = last.isRunning() ? operator.recover(last) : last;
        for (StepExecution step : dead.getStepExecutions()) {
            if (isOpen(step.getStatus())) {
                step.setStatus(BatchStatus.FAILED);
                repository.update(step);
            }
        }
        if (isOpen(dead.getStatus())) {
            dead.setStatus(BatchStatus.FAILED);
            repository.update(dead);
        }
        return dead;
    }

    /** Says whether Spring Batch would refuse to go on; unknown is how a step ends whose commit got no answer. */
    private static boolean isOpen(BatchStatus status) {
        return status.isRunning() || status == BatchStatus.UNKNOWN || status == BatchStatus.ABANDONED;
    }
}
