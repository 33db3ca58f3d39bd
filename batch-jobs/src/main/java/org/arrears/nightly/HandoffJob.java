package org.arrears.nightly;

import java.util.Map;
import org.arrears.agency.HandoffSteps;
import org.arrears.report.PublishSteps;
import org.arrears.run.Steps;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Only placement and recall for a business date that is assessed. */
@Configuration
@Import({HandoffSteps.class, PublishSteps.class})
public class HandoffJob {

    /** The job's name in run records. */
    public static final String NAME = "handoff";

    @Bean
    Job job(Steps steps, Map<String, Step> named) {
        return steps.inOrder(
                NAME,
                named,
                "require-assessments",
                "prepare-folder",
                "place-accounts",
                "write-agency-files",
                "publish");
    }
}
