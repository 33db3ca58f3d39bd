package org.arrears.contact;

import org.arrears.run.StepName;

/** The steps that decide who is written to, and write it, in order. */
public enum NoticeStep implements StepName {
    DECIDE_NOTICES(false),
    PRINT_LETTERS(true),
    LIST_LETTERS(true),
    WRITE_SMS(true);

    private final boolean writesFolder;

    NoticeStep(boolean writesFolder) {
        this.writesFolder = writesFolder;
    }

    @Override
    public boolean writesFolder() {
        return writesFolder;
    }
}
