package org.arrears.report;

import javax.sql.DataSource;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.run.Progress;
import org.arrears.run.Run;
import org.arrears.run.RunTable;
import org.arrears.run.StepProgress;
import org.arrears.run.Steps;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The steps {@code prepare-folder}, {@code write-reports} and {@code publish}. */
@Configuration
public class PublishSteps {

    @Bean
    Publishing publishing(DataSource dataSource, JdbcClient jdbc, Run run) {
        return new Publishing(jdbc, new RunTable(dataSource), run);
    }

    @Bean("prepare-folder")
    Step prepareFolder(Steps steps, Publishing publishing) {
        return steps.once("prepare-folder", publishing::prepare);
    }

    /** For the jobs that work from assessments and do not make them. */
    @Bean("require-assessments")
    Step requireAssessments(Steps steps, JdbcClient jdbc, Run run) {
        return steps.once("require-assessments", () -> {
            boolean assessed = jdbc.sql("SELECT EXISTS (SELECT 1 FROM assessed WHERE as_of = ?)")
                    .params(run.asOf())
                    .query(Boolean.class)
                    .single();
            if (!assessed) {
                throw new ArrearsException(
                        FailureKind.INPUT_REFUSED,
                        "no assessment for " + run.asOf() + ": run arrears nightly or arrears assess --as-of "
                                + run.asOf() + " first");
            }
            return 0;
        });
    }

    @Bean("write-reports")
    Step writeReports(Steps steps, DataSource dataSource, Run run, Progress progress) {
        StepProgress files = new StepProgress(progress, "write-reports", "files", 1);
        return steps.once("write-reports", new RunReports(dataSource, run, files)::write);
    }

    @Bean("publish")
    Step publish(Steps steps, Publishing publishing) {
        return steps.once("publish", publishing::publish);
    }
}
