package org.arrears.core.policy;

import java.math.BigDecimal;
import java.util.List;
import org.arrears.core.policy.HandoffPolicy.Agency;
import org.arrears.core.policy.ValueKind.Hours;

/** Reads the {@code handoff} section. */
final class HandoffReader {

    private HandoffReader() {}

    static HandoffPolicy read(YamlSection section) {
        YamlSection place = section.child("place");
        DayRange dpd = place.require("dpd", ValueKind.range(1), new DayRange(1, DayRange.OPEN));
        BigDecimal minimum = place.get("minimum-amount", ValueKind.amount(), BigDecimal.ZERO);
        Hours hours = section.get("call-hours", ValueKind.hours(), Hours.DAYTIME);
        List<YamlSection> sections = section.requireSections("agencies");
        List<Agency> agencies = sections.stream().map(HandoffReader::agency).toList();
        YamlSection.refuseRepeats(
                sections, "agency", agencies.stream().map(Agency::code).toList());
        return new HandoffPolicy(dpd, minimum, hours.from(), hours.until(), agencies);
    }

    private static Agency agency(YamlSection section) {
        return new Agency(
                section.require("agency", ValueKind.name(), ""),
                section.require("name", ValueKind.line(200), ""),
                section.get("weight", ValueKind.whole(1, 1000), 1));
    }
}
