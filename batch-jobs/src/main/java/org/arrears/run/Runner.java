package org.arrears.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.arrears.db.Database;
import org.arrears.failure.ArrearsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs a job under the lock: decides whether it is new, to be continued or complete already, and records how it ended.
 *
 * <p>A run is known by job, business date and run number. A run that did not finish is continued if the policy and its
 * templates are the same, else a new run number begins; {@code rerun} begins one after a complete run.
 */
public final class Runner {

    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);

    private final Database database;
    private final Progress progress;
    private final StopSignal stop;
    private final Optional<RunEnd.ExitCodes> exitCodes;
    private final boolean inCopy;
    private final RunTable runs;
    private volatile Optional<Attempt> attempt = Optional.empty();

    private Runner(
            Database database,
            Progress progress,
            StopSignal stop,
            Optional<RunEnd.ExitCodes> exitCodes,
            boolean inCopy) {
        this.database = database;
        this.progress = progress;
        this.stop = stop;
        this.exitCodes = exitCodes;
        this.inCopy = inCopy;
        this.runs = new RunTable(database.dataSource());
    }

    /** A runner for nobody who waits: its jobs have no exit code to tell of. */
    public Runner(Database database, Progress progress, StopSignal stop) {
        this(database, progress, stop, Optional.empty(), false);
    }

    public Runner(Database database, Progress progress, StopSignal stop, RunEnd.ExitCodes exitCodes) {
        this(database, progress, stop, Optional.of(exitCodes), false);
    }

    /** Returns a runner that tries things in a copy of the database, with an outbox that is not the user's. */
    public static Runner inCopy(Database copy, Progress progress, StopSignal stop, RunEnd.ExitCodes exitCodes) {
        return new Runner(copy, progress, stop, Optional.of(exitCodes), true);
    }

    public Database database() {
        return database;
    }

    /** Returns the attempt that this runner has begun; none if the run was refused before. */
    public Optional<Attempt> attempt() {
        return attempt;
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
        try (RunLock lock = RunLock.take(database, runs, stop)) {
            LOG.debug("holding {}", lock);
            Optional<RunRecord> last = runs.latest(request.job(), request.asOf());
            Optional<RunRecord> complete = last.filter(run -> run.status() == RunStatus.COMPLETED)
                    .filter(run -> !request.options().rerun());
            if (complete.isPresent()) {
                return complete(jobConfiguration, request, complete.get());
            }
            Run run = next(request, last, runs);
            DateDoubts doubts = DateDoubts.of(request, runs.newestAssessed());
            Set<Meant> said = EnumSet.noneOf(Meant.class);
            said.addAll(request.options().meant());
            said.addAll(runs.meant(run.runId()));
            doubts.requireMeant(said);
            Attempt begun = Attempt.begin(database.dataSource(), run, doubts.answered());
            work(jobConfiguration, begun.run().goesOn() ? begun.finding(folderOf(begun)) : begun);
            return new Outcome(run, false);
        } catch (SQLException lost) {
            throw Fault.of(lost);
        }
    }

    /** Leaves a complete run as it is, or makes its folder again if that is gone. */
    private Outcome complete(Class<?> jobConfiguration, RunRequest request, RunRecord record) {
        new CompleteRun(record, runs.options(record.runId()), runs.templates(record.runId()))
                .requireSame(request, !inCopy);
        Run run = new Run(request, record.runNo(), record.attempts());
        Path published = new RunFolder(run).published();
        if (inCopy || !request.publishes() || Files.exists(published)) {
            return new Outcome(run, true);
        }
        Run again = run.again();
        work(jobConfiguration, Attempt.beginAgain(database.dataSource(), again, published + " was missing"));
        return new Outcome(again, false);
    }

    /** Until it is looked at and taken over nobody else can begin; whatever is wrong with it, it is begun anew. */
    private FolderState folderOf(Attempt begun) {
        if (!begun.run().request().publishes()) {
            return FolderState.NONE;
        }
        KeptFiles kept = new KeptFiles(JdbcClient.create(database.dataSource()), begun.run());
        FolderState found = new TransactionTemplate(new FencedTransactions(database.dataSource(), begun))
                .execute(status -> {
                    begun.requireLease();
                    try {
                        return kept.takeOver();
                    } catch (IOException unreadable) {
                        LOG.warn("the folder of the attempt before cannot be taken over", unreadable);
                        kept.forget();
                        return FolderState.NONE;
                    }
                });
        return Objects.requireNonNull(found);
    }

    private void work(Class<?> jobConfiguration, Attempt begun) {
        attempt = Optional.of(begun);
        try (StopWatch watch = new StopWatch(runs, begun.run().runId(), stop)) {
            LOG.debug("watching {}", watch);
            execute(jobConfiguration, begun);
        }
    }

    private static Run next(RunRequest request, Optional<RunRecord> last, RunTable runs) {
        if (last.isEmpty()) {
            return new Run(request, 1, 1);
        }
        RunRecord record = last.get();
        boolean continues = record.status() != RunStatus.COMPLETED
                && record.policy().sha256().equals(request.policy().sha256())
                && runs.templates(record.runId()).mayBe(request.policyFile().templates());
        return continues
                ? new Run(request, record.runNo(), record.attempts() + 1)
                : new Run(request, record.runNo() + 1, 1);
    }

    private void execute(Class<?> jobConfiguration, Attempt begun) {
        try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
            context.getBeanFactory().registerSingleton("database", database);
            context.getBeanFactory().registerSingleton("attempt", begun);
            context.getBeanFactory().registerSingleton("run", begun.run());
            context.getBeanFactory().registerSingleton("progress", progress);
            context.getBeanFactory().registerSingleton("stopSignal", stop);
            exitCodes.ifPresent(codes -> context.getBeanFactory().registerSingleton("exitCodes", codes));
            context.register(BatchInfrastructure.class, jobConfiguration);
            context.refresh();
            end(begun, start(context, begun.run()));
        } catch (RuntimeException | OutOfMemoryError unexpected) {
            RuntimeException blamed = blame(begun, unexpected);
            endUnlessEnded(begun, blamed);
            throw blamed;
        }
    }

    /** Whatever went wrong, if another attempt has begun that is why. */
    private static RuntimeException blame(Attempt begun, Throwable unexpected) {
        try {
            begun.requireLease();
        } catch (ArrearsException another) {
            another.addSuppressed(unexpected);
            return another;
        } catch (RuntimeException databaseGone) {
            unexpected.addSuppressed(databaseGone);
        }
        return Fault.of(unexpected);
    }

    private JobExecution start(AnnotationConfigApplicationContext context, Run run) {
        Job job = context.getBean(Job.class);
        JobOperator operator = context.getBean(JobOperator.class);
        JobRepository repository = context.getBean(JobRepository.class);
        JobParametersBuilder parameters =
                new JobParametersBuilder().addLocalDate("asOf", run.asOf()).addLong("runNo", (long) run.runNo());
        if (run.begunIn() > 1) {
            parameters.addLong("attempt", (long) run.begunIn());
        }
        try {
            return new JobStart(operator, repository).startOrGoOn(job, parameters.toJobParameters());
        } catch (JobExecutionException refused) {
            throw new IllegalStateException("Spring Batch refused " + run.runId(), refused);
        }
    }

    private void end(Attempt begun, JobExecution execution) {
        if (execution.getStatus() == BatchStatus.COMPLETED) {
            if (!begun.end(RunStatus.COMPLETED, "")) {
                begun.requireLease();
            }
            return;
        }
        if (execution.getStatus() == BatchStatus.STOPPED) {
            throw stop.stopped();
        }
        String ended = "run " + begun.run().runId() + " ended as " + execution.getStatus();
        RuntimeException defect = new IllegalStateException(ended);
        for (Throwable thrown : execution.getAllFailureExceptions()) {
            RuntimeException blamed = Fault.of(new IllegalStateException(ended, thrown));
            if (blamed instanceof ArrearsException) {
                throw blamed;
            }
            defect = defect.getCause() == null ? blamed : defect;
        }
        stop.check();
        throw defect;
    }

    private static void endUnlessEnded(Attempt begun, RuntimeException thrown) {
        if (begun.run().writesOnly()) {
            return;
        }
        RunStatus status = RunStatus.FAILED;
        if (thrown instanceof ArrearsException known) {
            status = switch (known.kind()) {
                case INPUT_REFUSED, CONFIGURATION_INVALID -> RunStatus.REFUSED;
                case STOPPED -> RunStatus.STOPPED;
                case LOCKED, DATABASE_UNAVAILABLE, FAILED -> RunStatus.FAILED;
            };
        }
        try {
            begun.end(status, String.valueOf(thrown.getMessage()));
        } catch (RuntimeException databaseGone) {
            thrown.addSuppressed(databaseGone);
        }
    }
}
