package org.arrears.nightly;

import java.util.Map;
import org.arrears.agency.HandoffSteps;
import org.arrears.assess.AssessSteps;
import org.arrears.contact.NoticeSteps;
import org.arrears.ingest.IngestSteps;
import org.arrears.report.PublishSteps;
import org.arrears.run.Steps;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The nightly pipeline for one business date, its steps in order. */
@Configuration
@Import({IngestSteps.class, AssessSteps.class, NoticeSteps.class, HandoffSteps.class, PublishSteps.class})
public class NightlyJob {

    /** The job's name in run records. */
    public static final String NAME = "nightly";

    @Bean
    Job nightly(Steps steps, Map<String, Step> named) {
        return steps.inOrder(
                NAME,
                named,
                "ingest-files",
                "choose-accounts",
                "assess-accounts",
                "install-assessments",
                "prepare-folder",
                "decide-notices",
                "print-letters",
                "list-letters",
                "write-sms",
                "place-accounts",
                "write-agency-files",
                "write-reports",
                "publish");
    }
}
