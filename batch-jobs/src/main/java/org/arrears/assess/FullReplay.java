package org.arrears.assess;

import java.util.Locale;

/** Why every loan is replayed and not only those that can have changed. */
enum FullReplay {
    ASKED_FOR,
    FIRST_ASSESSMENT,
    EARLIER_DATE,
    POLICY_CHANGED,
    PROGRAM_CHANGED,
    CALENDAR_CHANGED;

    /** The reason in the run record: {@code policy-changed}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
