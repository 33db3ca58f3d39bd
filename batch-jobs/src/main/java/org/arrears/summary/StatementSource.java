package org.arrears.summary;

import org.arrears.publish.RunStatement;
import org.arrears.run.RunEnd;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gives the folder that is published the summary of its run. */
@Configuration
public class StatementSource {

    @Bean
    RunStatement.Source runStatements(JdbcClient jdbc, RunEnd.ExitCodes exitCodes) {
        RunSummaries summaries = new RunSummaries(jdbc);
        return run -> {
            RunSummary summary = summaries.of(run);
            return new RunStatement(
                    RunJson.of(summary, exitCodes.of(summary.end())),
                    RunJson.totals(summary),
                    RunJson.suppressed(summary));
        };
    }
}
