package org.arrears.nightly;

import org.arrears.contact.NoticeStep;
import org.arrears.contact.NoticeSteps;
import org.arrears.publish.PublishStep;
import org.arrears.publish.PublishSteps;
import org.arrears.run.Steps;
import org.arrears.summary.StatementSource;
import org.springframework.batch.core.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Only the SMS of a business date that is assessed. */
@Configuration
@Import({NoticeSteps.class, PublishSteps.class, StatementSource.class})
public class SmsJob {

    /** The job's name in run records. */
    public static final String NAME = "sms";

    @Bean
    Job job(Steps steps) {
        return steps.job(NAME)
                .then(PublishStep.REQUIRE_ASSESSMENTS, PublishStep.PREPARE_FOLDER)
                .then(NoticeStep.DECIDE_NOTICES, NoticeStep.WRITE_SMS)
                .then(PublishStep.PUBLISH)
                .build();
    }
}
