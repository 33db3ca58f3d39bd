package org.arrears.nightly;

import org.arrears.contact.NoticeStep;
import org.arrears.contact.NoticeSteps;
import org.arrears.report.PublishStep;
import org.arrears.report.PublishSteps;
import org.arrears.run.Steps;
import org.springframework.batch.core.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Only the letters of a business date that is assessed. */
@Configuration
@Import({NoticeSteps.class, PublishSteps.class})
public class LettersJob {

    /** The job's name in run records. */
    public static final String NAME = "letters";

    @Bean
    Job job(Steps steps) {
        return steps.job(NAME)
                .then(PublishStep.REQUIRE_ASSESSMENTS, PublishStep.PREPARE_FOLDER)
                .then(NoticeStep.DECIDE_NOTICES, NoticeStep.PRINT_LETTERS, NoticeStep.LIST_LETTERS)
                .then(PublishStep.PUBLISH)
                .build();
    }
}
