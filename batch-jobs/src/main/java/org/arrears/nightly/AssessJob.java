package org.arrears.nightly;

import org.arrears.assess.AssessStep;
import org.arrears.assess.AssessSteps;
import org.arrears.run.Steps;
import org.springframework.batch.core.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Only the assessments of a business date. */
@Configuration
@Import({AssessSteps.class})
public class AssessJob {

    /** The job's name in run records. */
    public static final String NAME = "assess";

    @Bean
    Job job(Steps steps) {
        return steps.job(NAME)
                .then(AssessStep.CHOOSE_ACCOUNTS, AssessStep.ASSESS_ACCOUNTS, AssessStep.INSTALL_ASSESSMENTS)
                .build();
    }
}
