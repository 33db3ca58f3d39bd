package org.arrears.core.policy;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import org.arrears.core.calendar.RollRule;
import org.arrears.core.policy.Terms.Counting;
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
                dueDates(section.child("due-dates")),
                PenaltyReader.read(section.child("penalty")),
                AllocationReader.read(section.child("allocation")),
                delinquency(section.child("delinquency")));
    }

    private static DueDates dueDates(YamlSection section) {
        RollRule roll = section.get("roll", ValueKind.choice(RollRule.values()), RollRule.NONE);
        List<DayOfWeek> weekend = section.list("weekend", DAY, WEEKEND);
        if (weekend.size() > MOST_WEEKEND_DAYS) {
            section.refuse("weekend", "leaves no business day", "at most " + MOST_WEEKEND_DAYS + " days");
        }
        return new DueDates(roll, Set.copyOf(weekend));
    }

    private static Delinquency delinquency(YamlSection section) {
        return new Delinquency(
                section.get("counting", ValueKind.choice(Counting.values()), Counting.EXCLUDE_DUE_DATE),
                section.get("grace-days", ValueKind.whole(0, 365), 0),
                section.get("tolerance", ValueKind.amount(), new BigDecimal("0.00")));
    }
}
