package org.arrears.contact;

import org.arrears.run.StepName;

/** The step that decides who is written to. */
public enum DecideStep implements StepName {
    DECIDE_NOTICES
}
