package org.arrears.contact.sms;

import javax.sql.DataSource;
import org.arrears.contact.channel.NoticeLanguages;
import org.arrears.contact.channel.RunTemplates;
import org.arrears.run.Progress;
import org.arrears.run.Run;
import org.arrears.run.StepProgress;
import org.arrears.run.Steps;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The step {@code write-sms}. */
@Configuration
class SmsSteps {

    private static final int TELL_EVERY = 500;

    @Bean
    Step writeSms(
            Steps steps,
            DataSource dataSource,
            Run run,
            RunTemplates templates,
            NoticeLanguages languages,
            Progress progress) {
        StepProgress messages = new StepProgress(progress, SmsStep.WRITE_SMS, "messages", TELL_EVERY);
        SmsBatches batches = new SmsBatches(dataSource, JdbcClient.create(dataSource), run, templates, messages);
        return steps.once(SmsStep.WRITE_SMS, () -> {
            languages.note(new SmsChannel());
            return batches.write();
        });
    }
}
