package org.arrears.report;

import javax.sql.DataSource;
import org.arrears.facts.AssessedDates;
import org.arrears.run.Attempt;
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
    Publishing publishing(DataSource dataSource, JdbcClient jdbc, Attempt attempt) {
        return new Publishing(jdbc, new RunTable(dataSource), attempt);
    }

    @Bean("prepare-folder")
    Step prepareFolder(Steps steps, Publishing publishing) {
        return steps.once("prepare-folder", publishing::prepare);
    }

    /** For the jobs that work from assessments and do not make them. */
    @Bean("require-assessments")
    Step requireAssessments(Steps steps, JdbcClient jdbc, Run run) {
        return steps.once("require-assessments", () -> {
            new AssessedDates(jdbc).requireCurrent(run.asOf());
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
