package org.arrears.contact.letter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.arrears.contact.channel.NoticeLanguages;
import org.arrears.contact.channel.RunTemplates;
import org.arrears.run.Progress;
import org.arrears.run.Run;
import org.arrears.run.StepCounts;
import org.arrears.run.StepProgress;
import org.arrears.run.Steps;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The steps {@code print-letters} (partitioned by print run) and {@code list-letters}. */
@Configuration
class LetterSteps {

    @Bean
    LetterPrinting letterPrinting(DataSource dataSource, JdbcClient jdbc, Run run, RunTemplates templates) {
        return new LetterPrinting(dataSource, jdbc, run, templates);
    }

    @Bean
    StepProgress printProgress(Progress progress) {
        return new StepProgress(progress, LetterStep.PRINT_LETTERS, "letters", 1);
    }

    @Bean
    Step printLetters(
            Steps steps,
            LetterPrinting printing,
            @Qualifier("printProgress") StepProgress letters,
            @Qualifier("printRun") Step printRun) {
        int slots = Math.max(1, Math.min(2, Runtime.getRuntime().availableProcessors()));
        return steps.partitioned(LetterStep.PRINT_LETTERS, partitioner(steps, printing, letters), printRun, slots);
    }

    @Bean
    Step printRun(Steps steps, LetterPrinting printing, @Qualifier("printProgress") StepProgress letters) {
        return steps.onceInPartition(
                LetterStep.PRINT_LETTERS,
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
    Step listLetters(Steps steps, LetterPrinting printing, NoticeLanguages languages) {
        return steps.once(LetterStep.LIST_LETTERS, () -> {
            languages.note(new LetterChannel());
            return printing.list();
        });
    }
}
