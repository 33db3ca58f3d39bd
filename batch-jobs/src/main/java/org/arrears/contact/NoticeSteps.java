package org.arrears.contact;

import java.util.List;
import org.arrears.contact.channel.Channel;
import org.arrears.contact.channel.NoticeLanguages;
import org.arrears.contact.channel.RunTemplates;
import org.arrears.run.Run;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportSelector;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The step that decides, and those of every channel that write what is decided. */
@Configuration
@Import({DecideSteps.class, NoticeSteps.OfChannels.class})
public class NoticeSteps {

    @Bean
    RunTemplates runTemplates(Run run) {
        return new RunTemplates(run);
    }

    @Bean
    NoticeLanguages noticeLanguages(JdbcClient jdbc, RunTemplates templates, Run run) {
        return new NoticeLanguages(jdbc, templates, run.asOf());
    }

    /** Brings the steps of the channels in the registry. */
    static final class OfChannels implements ImportSelector {

        @Override
        public String[] selectImports(AnnotationMetadata importing) {
            List<Channel> channels = Channels.all();
            return channels.stream().map(channel -> channel.steps().getName()).toArray(String[]::new);
        }
    }
}
