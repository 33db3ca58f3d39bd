package org.arrears.report;

import javax.sql.DataSource;
import org.arrears.run.Progress;
import org.arrears.run.Run;
import org.arrears.run.RunEnd;
import org.arrears.run.StepProgress;
import org.arrears.run.Steps;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The step {@code write-reports}. */
@Configuration
public class ReportSteps {

    @Bean
    Step writeReports(Steps steps, DataSource dataSource, Run run, RunEnd.ExitCodes exitCodes, Progress progress) {
        StepProgress files = new StepProgress(progress, ReportStep.WRITE_REPORTS, "files", 1);
        return steps.once(
                ReportStep.WRITE_REPORTS,
                new RunReports(ReportRequest.of(dataSource, run, exitCodes), run, files)::write);
    }
}
