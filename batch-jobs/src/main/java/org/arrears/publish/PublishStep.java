package org.arrears.publish;

import org.arrears.run.StepName;

/** The steps that begin the folder of a run and make it visible, in order. */
public enum PublishStep implements StepName {
    /** For the jobs that work from assessments and do not make them. */
    REQUIRE_ASSESSMENTS(false),
    PREPARE_FOLDER(true),
    PUBLISH(true);

    private final boolean writesFolder;

    PublishStep(boolean writesFolder) {
        this.writesFolder = writesFolder;
    }

    @Override
    public boolean writesFolder() {
        return writesFolder;
    }
}
