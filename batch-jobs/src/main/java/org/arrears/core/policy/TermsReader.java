package org.arrears.core.policy;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.arrears.core.policy.Terms.Allocation;
import org.arrears.core.policy.Terms.Delinquency;
import org.arrears.core.policy.Terms.DueDates;

/** Reads the calculation terms: those of the policy, and those of a product over them. */
final class TermsReader {

    private static final List<DayOfWeek> WEEKEND = List.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final int MOST_WEEKEND_DAYS = 6;
    private static final ValueKind<DayOfWeek> DAY = ValueKind.choice(DayOfWeek.values());

    private TermsReader() {}

    /** Reads the terms from the section that holds {@code penalty}, {@code allocation} and so on. */
    static Terms read(YamlSection section) {
        return new Terms(
                new DueDates(TermKeys.ROLL.read(section), TermKeys.WEEKEND.read(section)),
                PenaltyReader.read(section),
                new Allocation(
                        TermKeys.ORDER.read(section),
                        TermKeys.COMPONENTS.read(section),
                        TermKeys.FROM_DPD.read(section)),
                new Delinquency(
                        TermKeys.COUNTING.read(section),
                        TermKeys.DPD_GRACE_DAYS.read(section),
                        TermKeys.TOLERANCE.read(section)));
    }

    static Set<DayOfWeek> weekend(YamlSection section, String key) {
        List<DayOfWeek> weekend = section.list(key, DAY, WEEKEND);
        if (weekend.size() > MOST_WEEKEND_DAYS) {
            section.refuse(key, "leaves no business day", "at most " + MOST_WEEKEND_DAYS + " days");
        }
        return Set.copyOf(weekend);
    }
}
