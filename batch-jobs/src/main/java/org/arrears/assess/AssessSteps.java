package org.arrears.assess;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.arrears.core.loan.LoanFacts;
import org.arrears.core.replay.Assessment;
import org.arrears.core.replay.Assessor;
import org.arrears.facts.Assessors;
import org.arrears.run.KeyRange;
import org.arrears.run.Progress;
import org.arrears.run.Run;
import org.arrears.run.RunTable;
import org.arrears.run.StepProgress;
import org.arrears.run.Steps;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The steps {@code choose-accounts}, {@code assess-accounts} (partitioned by loan number) and
 * {@code install-assessments}.
 */
@Configuration
public class AssessSteps {

    private static final int CHUNK = 2_000;
    private static final long SMALL = 5_000;
    private static final int TELL_EVERY = 10_000;

    @Bean
    AssessmentTable assessmentTable(JdbcClient jdbc) {
        return new AssessmentTable(jdbc);
    }

    @Bean
    StepProgress assessProgress(Progress progress) {
        return new StepProgress(progress, AssessStep.ASSESS_ACCOUNTS, "loans", TELL_EVERY);
    }

    @Bean
    Step chooseAccounts(Steps steps, AssessmentTable table, Run run, DataSource dataSource) {
        RunTable runs = new RunTable(dataSource);
        return steps.once(AssessStep.CHOOSE_ACCOUNTS, () -> {
            Optional<FullReplay> why = table.choose(run);
            why.ifPresent(reason -> runs.noteFullReplay(run, reason.code()));
            return table.toAssess(why.isEmpty());
        });
    }

    @Bean
    Step assessAccounts(
            Steps steps,
            AssessmentTable table,
            @Qualifier("assessProgress") StepProgress progress,
            @Qualifier("assessPartition") Step partition) {
        int slots = Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));
        return steps.partitioned(AssessStep.ASSESS_ACCOUNTS, partitioner(steps, table, progress), partition, slots);
    }

    private static Partitioner partitioner(Steps steps, AssessmentTable table, StepProgress progress) {
        return wanted -> {
            boolean onlyCandidates = table.onlyCandidates();
            long loans = table.toAssess(onlyCandidates);
            progress.expect(loans);
            int count = loans < SMALL ? 1 : wanted;
            List<KeyRange> ranges = table.ranges(onlyCandidates, count);
            Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
            ranges.forEach(range -> partitions.put(steps.partitionName(range), range.toContext()));
            return partitions;
        };
    }

    @Bean
    Step assessPartition(
            Steps steps,
            DataSource dataSource,
            AssessmentTable table,
            Run run,
            ItemStreamReader<LoanFacts> loanFacts,
            ItemProcessor<LoanFacts, Assessment> assessing) {
        return steps.<LoanFacts, Assessment>chunks(AssessStep.ASSESS_ACCOUNTS, CHUNK, part -> {
                    // Choosing has cleared all; only an attempt that goes on has not chosen.
                    if (run.goesOn()) {
                        table.forget(KeyRange.of(part));
                    }
                })
                .reader(loanFacts)
                .processor(assessing)
                .writer(new AssessmentWriter(dataSource))
                .build();
    }

    @Bean
    @StepScope
    ItemStreamReader<LoanFacts> loanFacts(
            DataSource dataSource,
            AssessmentTable table,
            @Value("#{stepExecutionContext['after']}") String after,
            @Value("#{stepExecutionContext['through']}") String through) {
        return new LoanFactsReader(dataSource, table.onlyCandidates(), new KeyRange(after, through));
    }

    @Bean
    @StepScope
    ItemProcessor<LoanFacts, Assessment> assessing(
            JdbcClient jdbc, Run run, @Qualifier("assessProgress") StepProgress progress) {
        return new Assessing(Assessors.under(run.policy(), jdbc), run, progress);
    }

    /** Assesses one loan after the other. */
    private record Assessing(Assessor assessor, Run run, StepProgress progress)
            implements ItemProcessor<LoanFacts, Assessment> {

        @Override
        public Assessment process(LoanFacts facts) {
            progress.add(1);
            return assessor.assess(facts, run.asOf());
        }
    }

    @Bean
    Step installAssessments(Steps steps, AssessmentTable table, Run run) {
        return steps.once(AssessStep.INSTALL_ASSESSMENTS, () -> table.install(run, table.onlyCandidates()));
    }
}
