package org.arrears.run;

import javax.sql.DataSource;
import org.arrears.db.Database;
import org.springframework.batch.core.configuration.annotation.EnableBatchProcessing;
import org.springframework.batch.core.configuration.annotation.EnableJdbcJobRepository;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What every job needs: the job repository in the database, transactions, and the step factory. */
@Configuration
@EnableBatchProcessing
@EnableJdbcJobRepository(tablePrefix = BatchInfrastructure.TABLES, databaseType = BatchInfrastructure.DATABASE)
public class BatchInfrastructure {

    /** What the names of the job repository's tables begin with. */
    static final String TABLES = "batch.batch_";

    static final String DATABASE = "POSTGRES";

    @Bean(destroyMethod = "")
    DataSource dataSource(Database database) {
        return database.dataSource();
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource, Attempt attempt) {
        return new FencedTransactions(dataSource, attempt);
    }

    @Bean
    JdbcClient jdbc(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    KeptFiles keptFiles(JdbcClient jdbc, Run run) {
        return new KeptFiles(jdbc, run);
    }

    @Bean
    Steps steps(
            JobRepository repository,
            PlatformTransactionManager transactions,
            Progress progress,
            StopSignal stop,
            KeptFiles kept,
            ObjectProvider<Step> made) {
        return new Steps(repository, transactions, progress, stop, kept, made::stream);
    }
}
