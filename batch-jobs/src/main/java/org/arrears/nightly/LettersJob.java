package org.arrears.nightly;

import java.util.Map;
import org.arrears.contact.NoticeSteps;
import org.arrears.report.PublishSteps;
import org.arrears.run.Steps;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
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
    Job job(Steps steps, Map<String, Step> named) {
        return steps.inOrder(
                NAME,
                named,
                "require-assessments",
                "prepare-folder",
                "decide-notices",
                "print-letters",
                "list-letters",
                "publish");
    }
}
