package org.arrears.contact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.arrears.run.Progress;
import org.arrears.run.Run;
import org.arrears.run.StepProgress;
import org.arrears.run.Steps;
import org.arrears.run.StopSignal;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.ExecutionContext;
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
    LetterPrinting letterPrinting(DataSource dataSource, JdbcClient jdbc, Run run) {
        return new LetterPrinting(dataSource, jdbc, run);
    }

    @Bean("decide-notices")
    Step decideNotices(
            Steps steps, DataSource dataSource, JdbcClient jdbc, Run run, StopSignal stop, Progress progress) {
        StepProgress debtors = new StepProgress(progress, "decide-notices", "debtors", TELL_EVERY);
        return steps.deciding("decide-notices", new NoticeDecisions(dataSource, jdbc, run, stop, debtors)::decide);
    }

    @Bean("print-letters")
    Step printLetters(Steps steps, LetterPrinting printing, StopSignal stop, Progress progress) {
        StepProgress letters = new StepProgress(progress, "print-letters", "letters", 1);
        Step printRun = steps.onceInPartition("print-run", partition -> {
            stop.check();
            printing.print(PrintRun.of(partition), letters);
            return 1;
        });
        int slots = Math.max(1, Math.min(2, Runtime.getRuntime().availableProcessors()));
        return steps.partitioned("print-letters", partitioner(steps, printing, letters), printRun, slots, slots);
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

    @Bean("list-letters")
    Step listLetters(Steps steps, LetterPrinting printing) {
        return steps.once("list-letters", printing::list);
    }

    @Bean("write-sms")
    Step writeSms(Steps steps, DataSource dataSource, JdbcClient jdbc, Run run, Progress progress) {
        StepProgress messages = new StepProgress(progress, "write-sms", "messages", TELL_EVERY);
        return steps.once("write-sms", new SmsBatches(dataSource, jdbc, run, messages)::write);
    }
}
