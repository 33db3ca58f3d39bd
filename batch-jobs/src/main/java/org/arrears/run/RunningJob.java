package org.arrears.run;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The job of a run as the job repository knows it, seen from another process. */
final class RunningJob {

    private final JobRepository repository;

    RunningJob(DataSource dataSource) {
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(dataSource);
        factory.setTransactionManager(new JdbcTransactionManager(dataSource));
        factory.setTablePrefix(BatchInfrastructure.TABLES);
        factory.setDatabaseType(BatchInfrastructure.DATABASE);
        try {
            factory.afterPropertiesSet();
            repository = Objects.requireNonNull(factory.getObject());
        } catch (Exception wrong) {
            throw new IllegalStateException("the job repository cannot be read", wrong);
        }
    }

    /**
     * Asks the job of a run to stop: its steps see it in the repository at their next chunk. The operator's own way
     * would say at once that it has stopped.
     */
    void stop(RunRecord run) {
        running(run).ifPresent(execution -> {
            execution.setStatus(BatchStatus.STOPPING);
            repository.update(execution);
        });
    }

    private Optional<JobExecution> running(RunRecord run) {
        return Stream.of(run.job(), run.job() + JobSteps.AGAIN)
                .flatMap(job -> repository.findRunningJobExecutions(job).stream())
                .filter(execution ->
                        run.asOf().equals(execution.getJobParameters().getLocalDate("asOf"))
                                && Long.valueOf(run.runNo())
                                        .equals(execution.getJobParameters().getLong("runNo")))
                .max(Comparator.comparingLong(JobExecution::getId));
    }
}
