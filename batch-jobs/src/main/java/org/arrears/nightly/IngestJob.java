package org.arrears.nightly;

import org.arrears.ingest.load.IngestStep;
import org.arrears.ingest.load.IngestSteps;
import org.arrears.run.Steps;
import org.springframework.batch.core.job.Job;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Only the files of an inbox. */
@Configuration
@Import({IngestSteps.class})
public class IngestJob {

    /** The job's name in run records. */
    public static final String NAME = "ingest";

    @Bean
    Job job(Steps steps) {
        return steps.job(NAME).then(IngestStep.INGEST_FILES).build();
    }
}
