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
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A job with a plain step on either side of a partitioned one. */
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
                                "some-job",
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

    @Bean
    Job job(Steps steps, Map<String, Step> named) {
        return steps.inOrder("some-job", named, "first", "middle", "last");
    }

    @Bean("first")
    Step first(Steps steps) {
        return steps.once("first", () -> does("first"));
    }

    @Bean("middle")
    Step middle(Steps steps) {
        Step worker = steps.onceInPartition("part", partition -> does("part " + partition.getString("covers")));
        return steps.partitioned("middle", slots -> Map.of(steps.partitionName("a"), covering("a")), worker, 1, 1);
    }

    @Bean("last")
    Step last(Steps steps) {
        return steps.once("last", () -> does("last"));
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
