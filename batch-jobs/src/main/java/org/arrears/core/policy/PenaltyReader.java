package org.arrears.core.policy;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.arrears.core.calendar.DayCount;
import org.arrears.core.money.Rate;
import org.arrears.core.policy.Terms.Basis;
import org.arrears.core.policy.Terms.Compound;
import org.arrears.core.policy.Terms.Grace;
import org.arrears.core.policy.Terms.GraceMode;
import org.arrears.core.policy.Terms.Penalty;
import org.arrears.core.policy.YamlSection.Setting;
import org.arrears.core.text.Shown;

/** Reads the {@code penalty} section. */
final class PenaltyReader {

    private static final BigDecimal USUAL_FROM = new BigDecimal("1.3");
    private static final BigDecimal USUAL_TO = new BigDecimal("1.5");

    private PenaltyReader() {}

    static Penalty read(YamlSection section) {
        BigDecimal multiple = section.require("multiple", ValueKind.multiple(), USUAL_TO);
        if (multiple.compareTo(USUAL_FROM) < 0 || multiple.compareTo(USUAL_TO) > 0) {
            String value = Shown.quoted(multiple.toPlainString());
            section.warn("multiple", value + " is outside the 1.3 to 1.5 of 银发〔2003〕251号");
        }
        Optional<Rate> maxAnnualRate = section.find("max-annual-rate", ValueKind.rate());
        Basis basis = section.get("basis", ValueKind.choice(Basis.values(), Basis::code), Basis.PRINCIPAL);
        Compound compound = section.get("compound", ValueKind.choice(Compound.values()), Compound.PENALTY);
        if (basis == Basis.PRINCIPAL_AND_INTEREST && compound != Compound.NONE) {
            section.refusePair(
                    new Setting("basis", basis.code()),
                    new Setting("compound", word(compound)),
                    "compound none with basis principal+interest");
            compound = Compound.NONE;
        }
        DayCount dayCount =
                section.get("day-count", ValueKind.choice(DayCount.values(), DayCount::code), DayCount.ACT_360);
        return new Penalty(multiple, maxAnnualRate, basis, compound, dayCount, grace(section.child("grace")));
    }

    private static Grace grace(YamlSection section) {
        GraceMode mode = section.get("mode", ValueKind.choice(GraceMode.values()), GraceMode.NONE);
        int days = section.get("days", ValueKind.whole(0, 365), 0);
        if (mode == GraceMode.NONE && days != 0) {
            section.refusePair(
                    new Setting("days", Integer.toString(days)),
                    new Setting("mode", word(mode)),
                    "days 0 with mode none");
            days = 0;
        }
        return new Grace(mode, days);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
