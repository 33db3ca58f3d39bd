package org.arrears.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A job that copies the numbers 1 to 40 into a table without a key, in chunks of 2 and partitions of 10, so that
 * whatever is done twice or not at all is seen there; then it writes one more row.
 */
@Configuration
class ManyThings {

    static final int THINGS = 40;
    private static final int IN_A_PARTITION = 10;

    /** What happens before a number is written, in the transaction of its chunk. */
    static Consumer<Integer> beforeWriting = number -> {};

    /** What the worker is replaced by. */
    static UnaryOperator<Step> worker = step -> step;

    /** Its steps. */
    enum ThingStep implements StepName {
        COPY_THINGS,
        WRITE_LAST
    }

    static void makeTable(JdbcClient jdbc) {
        jdbc.sql("CREATE TABLE IF NOT EXISTS thing_done (number integer)").update();
        jdbc.sql("TRUNCATE thing_done").update();
        beforeWriting = number -> {};
        worker = step -> step;
    }

    static List<Integer> done(JdbcClient jdbc) {
        return jdbc.sql("SELECT number FROM thing_done ORDER BY number")
                .query(Integer.class)
                .list();
    }

    @Bean
    Job job(Steps steps) {
        return steps.job("assess").then(ThingStep.values()).build();
    }

    @Bean
    Step copyThings(Steps steps, @Qualifier("part") Step part) {
        return steps.partitioned(ThingStep.COPY_THINGS, wanted -> partitions(steps), worker.apply(part), 1);
    }

    private static Map<String, ExecutionContext> partitions(Steps steps) {
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        for (int after = 0; after < THINGS; after += IN_A_PARTITION) {
            ExecutionContext context = new ExecutionContext();
            context.putInt("after", after);
            partitions.put(steps.partitionName(after), context);
        }
        return partitions;
    }

    @Bean
    Step part(Steps steps, ItemReader<Integer> numbers, JdbcClient jdbc) {
        return steps.<Integer, Integer>chunks(
                        ThingStep.COPY_THINGS,
                        2,
                        part -> jdbc.sql("DELETE FROM thing_done WHERE number > ? AND number <= ?")
                                .params(part.getInt("after"), part.getInt("after") + IN_A_PARTITION)
                                .update())
                .reader(numbers)
                .writer(chunk -> {
                    for (int number : chunk) {
                        beforeWriting.accept(number);
                        jdbc.sql("INSERT INTO thing_done VALUES (?)")
                                .params(number)
                                .update();
                    }
                })
                .build();
    }

    @Bean
    @StepScope
    Numbers numbers(@Value("#{stepExecutionContext['after']}") int after) {
        return new Numbers(after);
    }

    /** The numbers of one partition. */
    static class Numbers implements ItemReader<Integer> {

        private final int through;
        private int last;

        Numbers(int after) {
            this.last = after;
            this.through = after + IN_A_PARTITION;
        }

        @Override
        public @Nullable Integer read() {
            return last < through ? ++last : null;
        }
    }

    @Bean
    Step writeLast(Steps steps, JdbcClient jdbc) {
        return steps.once(
                ThingStep.WRITE_LAST,
                () -> jdbc.sql("INSERT INTO thing_done VALUES (?)")
                        .params(THINGS + 1)
                        .update());
    }
}
