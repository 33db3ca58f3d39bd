package org.arrears.nightly;

import org.arrears.contact.Channels;
import org.arrears.contact.DecideStep;
import org.arrears.contact.NoticeSteps;
import org.arrears.contact.channel.Channel;
import org.arrears.publish.PublishStep;
import org.arrears.publish.PublishSteps;
import org.arrears.run.Run;
import org.arrears.run.StepName;
import org.arrears.run.Steps;
import org.arrears.summary.StatementSource;
import org.springframework.batch.core.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Only the notices of one channel for a business date that is assessed; named after the channel's folder. */
@Configuration
@Import({NoticeSteps.class, PublishSteps.class, StatementSource.class})
public class NoticesJob {

    @Bean
    Job job(Steps steps, Run run) {
        Channel channel = Channels.ofJob(run.request().job()).orElseThrow();
        return steps.job(channel.folder())
                .then(PublishStep.REQUIRE_ASSESSMENTS, PublishStep.PREPARE_FOLDER)
                .then(DecideStep.DECIDE_NOTICES)
                .then(channel.stepNames().toArray(StepName[]::new))
                .then(PublishStep.PUBLISH)
                .build();
    }
}
