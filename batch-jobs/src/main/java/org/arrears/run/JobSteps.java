package org.arrears.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;

/** A job in the making: its steps, one after the other. A run that only writes has those that write its folder. */
public final class JobSteps {

    /** Behind the name of a job that only makes its folder again. */
    static final String AGAIN = "-again";

    private final String job;
    private final JobRepository repository;
    private final boolean writesOnly;
    private final Supplier<Stream<Step>> made;
    private final List<StepName> order = new ArrayList<>();

    JobSteps(String job, JobRepository repository, boolean writesOnly, Supplier<Stream<Step>> made) {
        this.job = job;
        this.repository = repository;
        this.writesOnly = writesOnly;
        this.made = made;
    }

    /** Adds steps behind those there are. */
    public JobSteps then(StepName... next) {
        order.addAll(Arrays.asList(next));
        return this;
    }

    /** Builds the job; every step that is named must have been made by its feature. */
    public Job build() {
        Map<String, Step> byName = new HashMap<>();
        made.get().forEach(step -> byName.put(step.getName(), step));
        List<Step> steps = order.stream()
                .filter(name -> !writesOnly || name.writesFolder())
                .map(name -> step(byName, name))
                .toList();
        SimpleJobBuilder builder = new JobBuilder(writesOnly ? job + AGAIN : job, repository).start(steps.get(0));
        for (Step step : steps.subList(1, steps.size())) {
            builder = builder.next(step);
        }
        return builder.build();
    }

    private static Step step(Map<String, Step> byName, StepName name) {
        Step step = byName.get(name.code());
        if (step == null) {
            throw new IllegalStateException("no step " + name.code() + " among " + byName.keySet());
        }
        return step;
    }
}
