package org.arrears.nightly;

import org.arrears.agency.HandoffStep;
import org.arrears.agency.HandoffSteps;
import org.arrears.publish.PublishStep;
import org.arrears.publish.PublishSteps;
import org.arrears.run.Steps;
import org.arrears.summary.StatementSource;
import org.springframework.batch.core.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Only placement and recall for a business date that is assessed. */
@Configuration
@Import({HandoffSteps.class, PublishSteps.class, StatementSource.class})
public class HandoffJob {

    /** The job's name in run records. */
    public static final String NAME = "handoff";

    @Bean
    Job job(Steps steps) {
        return steps.job(NAME)
                .then(PublishStep.REQUIRE_ASSESSMENTS, PublishStep.PREPARE_FOLDER)
                .then(HandoffStep.PLACE_ACCOUNTS, HandoffStep.WRITE_AGENCY_FILES)
                .then(PublishStep.PUBLISH)
                .build();
    }
}
