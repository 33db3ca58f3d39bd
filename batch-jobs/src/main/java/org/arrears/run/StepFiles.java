package org.arrears.run;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.batch.core.scope.context.StepContext;
import org.springframework.batch.core.scope.context.StepSynchronizationManager;

/** The files of the run folder that the step at work in this thread has begun. */
final class StepFiles {

    private static final String ATTRIBUTE = StepFiles.class.getName();

    private StepFiles() {}

    /** Notes a file; outside of a step, as in tests of the folder alone, nobody asks for it. */
    static void begun(String file) {
        StepContext step = StepSynchronizationManager.getContext();
        if (step != null) {
            Set<String> files = new TreeSet<>(of(step));
            files.add(file);
            step.setAttribute(ATTRIBUTE, files);
        }
    }

    /** Returns those of a step. */
    static Set<String> of(StepContext step) {
        return step.getAttribute(ATTRIBUTE) instanceof Set<?> files
                ? files.stream().map(String::valueOf).collect(java.util.stream.Collectors.toCollection(TreeSet::new))
                : Set.of();
    }
}
