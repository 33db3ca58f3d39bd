package org.arrears.core.calendar;

/** What happens to a due date that is not a business day. */
public enum RollRule {
    /** The date stays. */
    NONE,
    /** The next business day. */
    FOLLOWING,
    /** The next business day, unless that is in the next month: then the one before. */
    MODIFIED_FOLLOWING,
    /** The business day before. */
    PRECEDING
}
