package org.arrears.run;

import java.sql.SQLException;
import java.util.Optional;
import org.arrears.db.Database;
import org.arrears.failure.ArrearsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * Runs a job under the lock: decides whether it is new, to be continued or complete already, and records how it ended.
 *
 * <p>A run is known by job, business date and run number. A run that did not finish is continued if the policy is the
 * same, else a new run number begins; {@code rerun} begins one after a complete run.
 */
public final class Runner {

    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

    private final Database database;
    private final Progress progress;
    private final StopSignal stop;
    private final RunTable runs;

    public Runner(Database database, Progress progress, StopSignal stop) {
        this.database = database;
        this.progress = progress;
        this.stop = stop;
        this.runs = new RunTable(database.dataSource());
    }

    public Database database() {
        return database;
    }

    /** Returns the latest run of a request's job and date, finished or not. */
    public Optional<RunRecord> lastRun(RunRequest request) {
        return runs.latest(request.job(), request.asOf());
    }

    /** What came of it: the run, and whether it was complete before. */
    public record Outcome(Run run, boolean alreadyComplete) {}

    /**
     * Runs the job of a configuration class.
     *
     * @throws ArrearsException if it cannot go on, with whose fault it is
     */
    public Outcome run(Class<?> jobConfiguration, RunRequest request) {
        try (RunLock lock = RunLock.take(database)) {
            LOG.debug("holding {}", lock);
            Optional<RunRecord> last = runs.latest(request.job(), request.asOf());
            Run run = next(request, last);
            if (last.isPresent()
                    && last.get().status() == RunStatus.COMPLETED
                    && !request.options().rerun()) {
                return new Outcome(
                        new Run(request, last.get().runNo(), last.get().attempts()), true);
            }
            runs.begin(run);
            try (StopWatch watch = new StopWatch(runs, run.runId(), stop)) {
                LOG.debug("watching {}", watch);
                execute(jobConfiguration, run);
            }
            return new Outcome(run, false);
        } catch (SQLException lost) {
            throw Blame.of(lost);
        }
    }

    private static Run next(RunRequest request, Optional<RunRecord> last) {
        if (last.isEmpty()) {
            return new Run(request, 1, 1);
        }
        RunRecord record = last.get();
        boolean continues = record.status() != RunStatus.COMPLETED
                && record.policySha256().equals(request.policy().sha256());
        return continues
                ? new Run(request, record.runNo(), record.attempts() + 1)
                : new Run(request, record.runNo() + 1, 1);
    }

    private void execute(Class<?> jobConfiguration, Run run) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.getBeanFactory().registerSingleton("database", database);
            context.getBeanFactory().registerSingleton("run", run);
            context.getBeanFactory().registerSingleton("progress", progress);
            context.getBeanFactory().registerSingleton("stopSignal", stop);
            context.register(BatchInfrastructure.class, jobConfiguration);
            context.refresh();
            end(run, start(context, run));
        } catch (RuntimeException | OutOfMemoryError unexpected) {
            RuntimeException blamed = Blame.of(unexpected);
            endUnlessEnded(run, blamed);
            throw blamed;
        }
    }

    private JobExecution start(AnnotationConfigApplicationContext context, Run run) {
        Job job = context.getBean(Job.class);
        JobOperator operator = context.getBean(JobOperator.class);
        JobRepository repository = context.getBean(JobRepository.class);
        JobParameters parameters = new JobParametersBuilder()
                .addLocalDate("asOf", run.asOf())
                .addLong("runNo", (long) run.runNo())
                .toJobParameters();
        try {
            return new Launch(operator, repository).startOrGoOn(job, parameters);
        } catch (JobExecutionException refused) {
            throw new IllegalStateException("Spring Batch refused " + run.runId(), refused);
        }
    }

    private void end(Run run, JobExecution execution) {
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            runs.end(run, RunStatus.COMPLETED, "");
            return;
        }
        String ended = "run " + run.runId() + " ended as " + execution.getStatus();
        RuntimeException defect = new IllegalStateException(ended);
        for (Throwable thrown : execution.getAllFailureExceptions()) {
            RuntimeException blamed = Blame.of(new IllegalStateException(ended, thrown));
            if (blamed instanceof ArrearsException) {
                throw blamed;
            }
            defect = defect.getCause() == null ? blamed : defect;
        }
        stop.check();
        throw defect;
    }

    private void endUnlessEnded(Run run, RuntimeException thrown) {
        RunStatus status = RunStatus.FAILED;
        if (thrown instanceof ArrearsException known) {
            status = switch (known.kind()) {
                case INPUT_REFUSED, CONFIGURATION_INVALID -> RunStatus.REFUSED;
                case STOPPED -> RunStatus.STOPPED;
                case LOCKED, DATABASE_UNAVAILABLE, FAILED -> RunStatus.FAILED;
            };
        }
        try {
            runs.end(run, status, String.valueOf(thrown.getMessage()));
        } catch (RuntimeException databaseGone) {
            thrown.addSuppressed(databaseGone);
        }
    }
}
