package org.arrears.assess;

import org.arrears.run.StepName;

/** The steps that replay loans, in order. */
public enum AssessStep implements StepName {
    CHOOSE_ACCOUNTS,
    ASSESS_ACCOUNTS,
    INSTALL_ASSESSMENTS
}
