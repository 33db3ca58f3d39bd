package org.arrears.contact;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.arrears.contact.channel.RunTemplates;
import org.arrears.core.contact.Debtor;
import org.arrears.core.contact.Ladder;
import org.arrears.core.policy.NoticePolicy;
import org.arrears.facts.Assessors;
import org.arrears.facts.Doubts;
import org.arrears.run.KeyRange;
import org.arrears.run.Progress;
import org.arrears.run.Run;
import org.arrears.run.StepProgress;
import org.arrears.run.Steps;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The step {@code decide-notices}: who is written to, and who is not and why, by ranges of customers. */
@Configuration
public class DecideSteps {

    private static final int CHUNK = 1_000;
    private static final int MOST_SLOTS = 2;
    private static final long SMALL = 5_000;
    private static final int TELL_EVERY = 500;

    @Bean
    StepProgress decideProgress(Progress progress) {
        return new StepProgress(progress, DecideStep.DECIDE_NOTICES, "debtors", TELL_EVERY);
    }

    @Bean
    DecidedNotices decidedNotices(JdbcClient jdbc, Run run) {
        return new DecidedNotices(jdbc, run.asOf(), run.request().options().channels());
    }

    @Bean
    Step decideNotices(
            Steps steps,
            DecidedNotices decided,
            Run run,
            @Qualifier("decideProgress") StepProgress progress,
            @Qualifier("decideRange") Step range) {
        int slots = Math.max(1, Math.min(MOST_SLOTS, Runtime.getRuntime().availableProcessors()));
        return steps.partitioned(DecideStep.DECIDE_NOTICES, partitioner(steps, decided, run, progress), range, slots);
    }

    private static Partitioner partitioner(Steps steps, DecidedNotices decided, Run run, StepProgress progress) {
        return wanted -> {
            Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
            Optional<NoticePolicy> policy = run.policy().notices();
            if (policy.isPresent()) {
                long debtors = decided.inArrears();
                progress.expect(debtors);
                int count = debtors < SMALL ? 1 : wanted;
                for (KeyRange range : decided.ranges(policy.get(), count)) {
                    partitions.put(steps.partitionName(range), range.toContext());
                }
            }
            return partitions;
        };
    }

    @Bean
    Step decideRange(
            Steps steps,
            ItemStreamReader<Debtor> debtors,
            ItemProcessor<Debtor, DebtorDecisions> deciding,
            ItemWriter<DebtorDecisions> notices,
            DecidedNotices decided) {
        return steps.<Debtor, DebtorDecisions>chunks(
                        DecideStep.DECIDE_NOTICES, CHUNK, part -> decided.forget(KeyRange.of(part)))
                .reader(debtors)
                .processor(deciding)
                .writer(notices)
                .listener(new DecidedRange(decided))
                .build();
    }

    @Bean
    @StepScope
    ItemStreamReader<Debtor> debtors(
            DataSource dataSource,
            JdbcClient jdbc,
            Run run,
            @Value("#{stepExecutionContext}") Map<String, Object> partition) {
        Optional<DueSoon> dueSoon = run.policy()
                .notices()
                .flatMap(DueSoon::daysToDue)
                .map(days -> new DueSoon(Assessors.under(run.policy(), jdbc), days));
        return new DebtorReader(
                dataSource,
                run.asOf(),
                Doubts.under(run.policy().anomalies()),
                dueSoon,
                KeyRange.of(new ExecutionContext(partition)));
    }

    @Bean
    @StepScope
    ItemProcessor<Debtor, DebtorDecisions> deciding(
            Ladder ladder, Run run, @Qualifier("decideProgress") StepProgress progress) {
        return new Deciding(ladder, run.request().options().channels(), progress);
    }

    /** One for all partitions, and only once one is decided: it loads the font of the letters. */
    @Bean
    @Lazy
    Ladder ladder(Run run, RunTemplates templates) {
        return Channels.ladder(run.policy(), templates.templates(), run.asOf());
    }

    @Bean
    @StepScope
    ItemWriter<DebtorDecisions> notices(DataSource dataSource, Run run) {
        return new NoticeWriter(dataSource, run.asOf(), run.policy().notices().orElseThrow());
    }
}
