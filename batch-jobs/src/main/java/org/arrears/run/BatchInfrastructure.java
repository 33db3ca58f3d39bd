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
@EnableJdbcJobRepository(tablePrefix = "batch.batch_", databaseType = "POSTGRES")
public class BatchInfrastructure {

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
    Steps steps(
            JobRepository repository,
            PlatformTransactionManager transactions,
            Progress progress,
            StopSignal stop,
            Run run,
            ObjectProvider<Step> made) {
        return new Steps(repository, transactions, progress, stop, run, made::stream);
    }
}
