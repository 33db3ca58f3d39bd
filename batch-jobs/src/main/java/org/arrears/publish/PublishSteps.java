package org.arrears.publish;

import javax.sql.DataSource;
import org.arrears.facts.AssessedDates;
import org.arrears.run.Attempt;
import org.arrears.run.FolderState;
import org.arrears.run.Run;
import org.arrears.run.RunTable;
import org.arrears.run.Steps;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The steps {@code prepare-folder}, {@code require-assessments} and {@code publish}. */
@Configuration
public class PublishSteps {

    @Bean
    Publishing publishing(RunStatement.Source statements, DataSource dataSource, Attempt attempt) {
        return new Publishing(statements, new RunTable(dataSource), attempt);
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
    Step publish(Steps steps, Publishing publishing, Run run) {
        return steps.once(PublishStep.PUBLISH, () -> run.folder() == FolderState.PUBLISHED ? 0 : publishing.publish());
    }
}
