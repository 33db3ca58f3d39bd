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

    @Bean
    Step prepareFolder(Steps steps, Publishing publishing) {
        return steps.once(PublishStep.PREPARE_FOLDER, publishing::prepare);
    }

    /** For the jobs that work from assessments and do not make them. */
    @Bean
    Step requireAssessments(Steps steps, JdbcClient jdbc, Run run) {
        return steps.once(PublishStep.REQUIRE_ASSESSMENTS, () -> {
            new AssessedDates(jdbc).requireCurrent(run.asOf());
            return 0;
        });
    }

    @Bean
    Step writeReports(Steps steps, DataSource dataSource, Run run, Progress progress) {
        StepProgress files = new StepProgress(progress, PublishStep.WRITE_REPORTS, "files", 1);
        return steps.once(PublishStep.WRITE_REPORTS, new RunReports(dataSource, run, files)::write);
    }

    @Bean
    Step publish(Steps steps, Publishing publishing) {
        return steps.once(PublishStep.PUBLISH, publishing::publish);
    }
}
