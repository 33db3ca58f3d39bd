package org.arrears.run;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.arrears.core.policy.PolicyReader;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A job with a plain step on either side of a partitioned one, under the name of one that publishes nothing. */
@Configuration
class SomeJob {

    /** What the steps do besides being written down; a step of a real job would touch tables and files. */
    static Consumer<String> work = name -> {};

    static final List<String> DONE = Collections.synchronizedList(new ArrayList<>());

    /** Asks for it under a policy of some name. */
    static RunRequest request(LocalDate asOf, Path folder, RunRequest.Options options, String policyName) {
        String yaml =
                "policy: " + policyName + "\npenalty: { multiple: 1.5 }\nbuckets: { ranges: { M0: 0, M1: 1+ } }\n";
        return PolicyReader.read(yaml.getBytes(StandardCharsets.UTF_8), "policy.yaml")
                .match(
                        (policy, warnings) -> new RunRequest(
                                "assess",
                                asOf,
                                folder,
                                folder,
                                folder,
                                new RunRequest.PolicyFile(policy, yaml),
                                options),
                        errors -> {
                            throw new AssertionError(errors);
                        });
    }

    /** Its steps. */
    enum SomeStep implements StepName {
        FIRST,
        MIDDLE,
        LAST
    }

    @Bean
    Job job(Steps steps) {
        return steps.job("assess")
                .then(SomeStep.FIRST, SomeStep.MIDDLE, SomeStep.LAST)
                .build();
    }

    @Bean
    Step first(Steps steps) {
        return steps.once(SomeStep.FIRST, () -> does("first"));
    }

    @Bean
    Step middle(Steps steps, @Qualifier("part") Step part) {
        return steps.partitioned(SomeStep.MIDDLE, wanted -> Map.of(steps.partitionName("a"), covering("a")), part, 1);
    }

    @Bean
    Step part(Steps steps) {
        return steps.onceInPartition(
                SomeStep.MIDDLE, partition -> StepCounts.written(does("part " + partition.getString("covers"))));
    }

    @Bean
    Step last(Steps steps) {
        return steps.once(SomeStep.LAST, () -> does("last"));
    }

    private static ExecutionContext covering(String what) {
        ExecutionContext context = new ExecutionContext();
        context.putString("covers", what);
        return context;
    }

    private static long does(String name) {
        DONE.add(name);
        work.accept(name);
        return 1;
    }
}
