package org.arrears.ingest;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
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

/** The step {@code ingest-files}: every file of the inbox in load order, each in a transaction of its own. */
@Configuration
public class IngestSteps {

    @Bean("ingest-files")
    Step ingestFiles(
            Steps steps,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            Run run,
            Progress progress,
            StopSignal stop) {
        TransactionTemplate ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return steps.once("ingest-files", () -> {
            Dialect dialect = Dialect.of(run.request());
            Inbox inbox = inbox(run.request(), dialect.mapping());
            PassedOverTable passedOver = new PassedOverTable(JdbcClient.create(dataSource));
            ownTransaction.executeWithoutResult(status -> passedOver.replace(run.runId(), inbox.passedOver()));
            inbox.requireNoNearMiss();
            inbox.requirePlainFiles();
            inbox.require(run.policy().files().required());
            IngestProgress progressing = new IngestProgress(progress, inbox.files());
            FileLoader loader = new FileLoader(dataSource, run, dialect, progressing, stop);
            long rows = 0;
            for (InputFile file : inbox.files()) {
                stop.check();
                Optional<SourceFile> loaded = ownTransaction.execute(status -> load(loader, file));
                if (loaded != null && loaded.isPresent()) {
                    rows += loaded.get().accepted();
                    progressing.loaded(file, loaded.get().rows(), loaded.get().rejected());
                } else {
                    progressing.loaded(file, 0, 0);
                }
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

    private static Optional<SourceFile> load(FileLoader loader, InputFile file) {
        try {
            return loader.load(file);
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException(file.name() + " could not be loaded: " + failed.getMessage(), failed);
        }
    }
}
