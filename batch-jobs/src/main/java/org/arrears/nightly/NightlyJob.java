package org.arrears.nightly;

import org.arrears.agency.HandoffStep;
import org.arrears.agency.HandoffSteps;
import org.arrears.assess.AssessStep;
import org.arrears.assess.AssessSteps;
import org.arrears.contact.Channels;
import org.arrears.contact.DecideStep;
import org.arrears.contact.NoticeSteps;
import org.arrears.ingest.load.IngestStep;
import org.arrears.ingest.load.IngestSteps;
import org.arrears.publish.PublishStep;
import org.arrears.publish.PublishSteps;
import org.arrears.report.ReportStep;
import org.arrears.report.ReportSteps;
import org.arrears.run.JobSteps;
import org.arrears.run.StepName;
import org.arrears.run.Steps;
import org.arrears.summary.StatementSource;
import org.springframework.batch.core.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The nightly pipeline for one business date, its steps in order. */
@Configuration
@Import({
    IngestSteps.class,
    AssessSteps.class,
    NoticeSteps.class,
    HandoffSteps.class,
    ReportSteps.class,
    StatementSource.class,
    PublishSteps.class
})
public class NightlyJob {

    /** The job's name in run records. */
    public static final String NAME = "nightly";

    @Bean
    Job nightly(Steps steps) {
        JobSteps job = steps.job(NAME)
                .then(IngestStep.INGEST_FILES)
                .then(AssessStep.CHOOSE_ACCOUNTS, AssessStep.ASSESS_ACCOUNTS, AssessStep.INSTALL_ASSESSMENTS)
                .then(PublishStep.PREPARE_FOLDER)
                .then(DecideStep.DECIDE_NOTICES);
        Channels.all().forEach(channel -> job.then(channel.stepNames().toArray(StepName[]::new)));
        return job.then(HandoffStep.PLACE_ACCOUNTS, HandoffStep.WRITE_AGENCY_FILES)
                .then(ReportStep.WRITE_REPORTS)
                .then(PublishStep.PUBLISH)
                .build();
    }
}
