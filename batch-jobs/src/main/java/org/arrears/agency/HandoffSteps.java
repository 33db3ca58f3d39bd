package org.arrears.agency;

import java.util.Optional;
import javax.sql.DataSource;
import org.arrears.core.policy.HandoffPolicy;
import org.arrears.facts.Doubts;
import org.arrears.run.Progress;
import org.arrears.run.Run;
import org.arrears.run.StepProgress;
import org.arrears.run.Steps;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The steps {@code place-accounts} and {@code write-agency-files}. */
@Configuration
public class HandoffSteps {

    private static final int TELL_EVERY = 1_000;

    @Bean
    Step placeAccounts(Steps steps, DataSource dataSource, Run run, Progress progress) {
        StepProgress accounts = new StepProgress(progress, HandoffStep.PLACE_ACCOUNTS, "accounts", TELL_EVERY);
        Optional<HandoffPolicy> policy = run.policy().handoff();
        return steps.once(
                HandoffStep.PLACE_ACCOUNTS,
                () -> policy.isEmpty()
                        ? 0
                        : new Placements(
                                        dataSource,
                                        policy.get(),
                                        Doubts.under(run.policy().anomalies()),
                                        run.asOf(),
                                        accounts)
                                .decide());
    }

    @Bean
    Step writeAgencyFiles(Steps steps, JdbcClient jdbc, Run run, Progress progress) {
        StepProgress rows = new StepProgress(progress, HandoffStep.WRITE_AGENCY_FILES, "rows", TELL_EVERY);
        Optional<HandoffPolicy> policy = run.policy().handoff();
        return steps.once(
                HandoffStep.WRITE_AGENCY_FILES,
                () -> policy.isEmpty() ? 0 : new AgencyFiles(jdbc, run, policy.get(), rows).write());
    }
}
