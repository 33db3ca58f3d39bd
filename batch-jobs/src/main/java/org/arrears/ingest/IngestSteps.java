package org.arrears.ingest;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.arrears.run.Progress;
import org.arrears.run.Run;
import org.arrears.run.RunRequest;
import org.arrears.run.Steps;
import org.arrears.run.StopSignal;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The step {@code ingest-files}: the files of the inbox in load order, those of one kind in one transaction. */
@Configuration
public class IngestSteps {

    @Bean
    Step ingestFiles(
            Steps steps,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            Run run,
            Progress progress,
            StopSignal stop) {
        TransactionTemplate ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return steps.once(IngestStep.INGEST_FILES, () -> {
            Dialect dialect = Dialect.of(run.request());
            Inbox inbox = inbox(run.request(), dialect.mapping());
            PassedOverTable passedOver = new PassedOverTable(JdbcClient.create(dataSource));
            ownTransaction.executeWithoutResult(status -> passedOver.replace(run.runId(), inbox.passedOver()));
            inbox.requireNoNearMiss();
            inbox.requirePlainFiles();
            inbox.require(run.policy().files().required());
            IngestProgress progressing = new IngestProgress(progress, inbox.files());
            DeliveryLoader loader = new DeliveryLoader(dataSource, run, dialect, progressing, stop);
            long rows = 0;
            for (Delivery delivery : inbox.deliveries()) {
                stop.check();
                List<SourceFile> loaded = ownTransaction.execute(status -> load(loader, delivery));
                rows += Objects.requireNonNull(loaded).stream()
                        .mapToLong(SourceFile::accepted)
                        .sum();
            }
            return rows;
        });
    }

    private static Inbox inbox(RunRequest request, Mapping mapping) {
        Inbox inbox = Inbox.of(request.in(), mapping, Set.of(request.out(), request.home()));
        return request.options()
                .rejects()
                .map(path -> inbox.with(Inbox.single(path, mapping, true)))
                .orElse(inbox);
    }

    private static List<SourceFile> load(DeliveryLoader loader, Delivery delivery) {
        try {
            return loader.load(delivery);
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException(
                    delivery.kind().code() + " could not be loaded: " + failed.getMessage(), failed);
        }
    }
}
