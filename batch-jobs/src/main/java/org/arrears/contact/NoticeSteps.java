package org.arrears.contact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.arrears.run.Progress;
import org.arrears.run.Run;
import org.arrears.run.StepCounts;
import org.arrears.run.StepProgress;
import org.arrears.run.Steps;
import org.arrears.run.StopSignal;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The steps {@code decide-notices}, {@code print-letters} (partitioned by print run), {@code list-letters} and
 * {@code write-sms}.
 */
@Configuration
public class NoticeSteps {

    private static final int TELL_EVERY = 500;

    @Bean
    NoticeTemplates noticeTemplates(Run run) {
        return new NoticeTemplates(run);
    }

    @Bean
    LetterPrinting letterPrinting(DataSource dataSource, JdbcClient jdbc, Run run, NoticeTemplates templates) {
        return new LetterPrinting(dataSource, jdbc, run, templates);
    }

    @Bean
    Step decideNotices(
            Steps steps,
            DataSource dataSource,
            JdbcClient jdbc,
            NoticeTemplates templates,
            StopSignal stop,
            Progress progress) {
        StepProgress debtors = new StepProgress(progress, NoticeStep.DECIDE_NOTICES, "debtors", TELL_EVERY);
        return steps.once(
                NoticeStep.DECIDE_NOTICES,
                new NoticeDecisions(dataSource, jdbc, templates.run(), templates, stop, debtors)::decide);
    }

    @Bean
    StepProgress printProgress(Progress progress) {
        return new StepProgress(progress, NoticeStep.PRINT_LETTERS, "letters", 1);
    }

    @Bean
    Step printLetters(
            Steps steps,
            LetterPrinting printing,
            @Qualifier("printProgress") StepProgress letters,
            @Qualifier("printRun") Step printRun) {
        int slots = Math.max(1, Math.min(2, Runtime.getRuntime().availableProcessors()));
        return steps.partitioned(NoticeStep.PRINT_LETTERS, partitioner(steps, printing, letters), printRun, slots);
    }

    @Bean
    Step printRun(Steps steps, LetterPrinting printing, @Qualifier("printProgress") StepProgress letters) {
        return steps.onceInPartition(
                NoticeStep.PRINT_LETTERS,
                partition -> StepCounts.written(printing.print(PrintRun.of(partition), letters)));
    }

    private static Partitioner partitioner(Steps steps, LetterPrinting printing, StepProgress letters) {
        return slots -> {
            List<PrintRun> runs = printing.printRuns();
            letters.expect(printing.decided());
            Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
            runs.forEach(run -> partitions.put(steps.partitionName(run), run.toContext()));
            return partitions;
        };
    }

    @Bean
    Step listLetters(Steps steps, LetterPrinting printing) {
        return steps.once(NoticeStep.LIST_LETTERS, printing::list);
    }

    @Bean
    Step writeSms(
            Steps steps,
            DataSource dataSource,
            JdbcClient jdbc,
            Run run,
            NoticeTemplates templates,
            Progress progress) {
        StepProgress messages = new StepProgress(progress, NoticeStep.WRITE_SMS, "messages", TELL_EVERY);
        return steps.once(NoticeStep.WRITE_SMS, new SmsBatches(dataSource, jdbc, run, templates, messages)::write);
    }
}
