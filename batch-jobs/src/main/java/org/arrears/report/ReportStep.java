package org.arrears.report;

import org.arrears.run.StepName;

/** The step that writes the reports of a run. */
public enum ReportStep implements StepName {
    WRITE_REPORTS;

    @Override
    public boolean writesFolder() {
        return true;
    }
}
