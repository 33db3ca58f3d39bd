package org.arrears.agency;

import org.arrears.run.StepName;

/** The steps that place accounts with agencies and tell them, in order. */
public enum HandoffStep implements StepName {
    PLACE_ACCOUNTS(false),
    WRITE_AGENCY_FILES(true);

    private final boolean writesFolder;

    HandoffStep(boolean writesFolder) {
        this.writesFolder = writesFolder;
    }

    @Override
    public boolean writesFolder() {
        return writesFolder;
    }
}
