package org.arrears.handoff;

import java.util.Optional;
import javax.sql.DataSource;
import org.arrears.core.policy.HandoffPolicy;
import org.arrears.run.Run;
import org.arrears.run.Steps;
import org.springframework.batch.core.step.Step;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The steps {@code place-accounts} and {@code write-agency-files}. */
@Configuration
public class HandoffSteps {

    @Bean("place-accounts")
    Step placeAccounts(Steps steps, DataSource dataSource, Run run) {
        Optional<HandoffPolicy> policy = run.policy().handoff();
        return steps.deciding(
                "place-accounts",
                () -> policy.isEmpty() ? 0 : new Placements(dataSource, policy.get(), run.asOf()).decide());
    }

    @Bean("write-agency-files")
    Step writeAgencyFiles(Steps steps, JdbcClient jdbc, Run run) {
        Optional<HandoffPolicy> policy = run.policy().handoff();
        return steps.once(
                "write-agency-files", () -> policy.isEmpty() ? 0 : new AgencyFiles(jdbc, run, policy.get()).write());
    }
}
