package org.arrears.ingest.load;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.arrears.ingest.file.Dialect;
import org.arrears.ingest.inbox.Delivery;
import org.arrears.ingest.inbox.Inbox;
import org.arrears.ingest.mapping.Mapping;
import org.arrears.run.FileDigest;
import org.arrears.run.Progress;
import org.arrears.run.Run;
import org.arrears.run.RunRequest;
import org.arrears.run.Steps;
import org.arrears.run.StopSignal;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/** The step {@code ingest-files}: an execution for each file of the inbox, those of one kind in one transaction. */
@Configuration
public class IngestSteps {

    @Bean
    Step ingestFiles(Steps steps, FileExecutions files, DeliveryExecutions deliveries) {
        return steps.partitioned(IngestStep.INGEST_FILES, files, deliveries);
    }

    /** How the files are read; a mapping that is wrong fails the step, not what is made before it. */
    @Bean
    SingletonSupplier<Dialect> dialect(Run run) {
        return SingletonSupplier.of(() -> Dialect.of(run.request()));
    }

    @Bean
    FileExecutions fileExecutions(
            JobRepository repository,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Run run,
            SingletonSupplier<Dialect> dialect) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        SourceFileTable sources = new SourceFileTable(jdbc);
        PassedOverTable passedOver = new PassedOverTable(jdbc);
        return new FileExecutions(
                IngestStep.INGEST_FILES,
                repository,
                () -> {
                    Inbox inbox = inbox(run.request(), dialect.obtain().mapping());
                    transaction.executeWithoutResult(status -> passedOver.replace(run.runId(), inbox.passedOver()));
                    inbox.requireNoNearMiss();
                    inbox.requirePlainFiles();
                    inbox.require(run.policy().files().required());
                    return inbox;
                },
                (file, sha256) -> sources.knows(
                        SourceFile.of(run, dialect.obtain(), file, new FileDigest(sha256, file.bytes()))));
    }

    private static Inbox inbox(RunRequest request, Mapping mapping) {
        Inbox inbox = Inbox.of(request.in(), mapping, Set.of(request.out(), request.home()));
        return request.options()
                .rejects()
                .map(path -> inbox.with(Inbox.single(path, mapping, true)))
                .orElse(inbox);
    }

    @Bean
    DeliveryExecutions deliveryExecutions(
            JobRepository repository,
            PlatformTransactionManager transactions,
            StopSignal stop,
            DeliveryExecutions.Loaders loaders) {
        return new DeliveryExecutions(repository, new TransactionTemplate(transactions), stop, loaders);
    }

    @Bean
    DeliveryExecutions.Loaders loaders(
            DataSource dataSource, Run run, SingletonSupplier<Dialect> dialect, Progress progress, StopSignal stop) {
        return files -> {
            IngestProgress progressing = new IngestProgress(progress, files);
            DeliveryLoader loader = new DeliveryLoader(dataSource, run, dialect.obtain(), progressing, stop);
            return delivery -> load(loader, delivery);
        };
    }

    private static List<LoadedFile> load(DeliveryLoader loader, Delivery delivery) {
        try {
            return loader.load(delivery);
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException(
                    delivery.kind().code() + " could not be loaded: " + failed.getMessage(), failed);
        }
    }
}
