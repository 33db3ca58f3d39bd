package org.arrears.contact;

import java.util.Optional;
import org.arrears.core.policy.DayRange;
import org.arrears.core.policy.NoticePolicy;
import org.arrears.core.policy.NoticePolicy.Stage;
import org.arrears.core.policy.NoticePolicy.Trigger;
import org.arrears.core.replay.Assessor;

/**
 * What falls due soon, where stages look at that.
 *
 * @param daysToDue the days before a due date that any stage looks at
 */
record DueSoon(Assessor assessor, DayRange daysToDue) {

    /** Returns the days before a due date that any stage looks at; empty if none does. */
    static Optional<DayRange> daysToDue(NoticePolicy policy) {
        return policy.stages().stream()
                .filter(stage -> stage.trigger() == Trigger.DAYS_TO_DUE)
                .map(Stage::days)
                .reduce((a, b) -> new DayRange(Math.min(a.from(), b.from()), Math.max(a.to(), b.to())));
    }
}
