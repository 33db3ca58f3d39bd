package org.arrears.core.policy;

import java.math.BigDecimal;
import java.util.Optional;
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

    static final BigDecimal USUAL_TO = new BigDecimal("1.5");

    private static final BigDecimal USUAL_FROM = new BigDecimal("1.3");

    private PenaltyReader() {}

    /** Reads the penalty from the section that holds {@code penalty}. */
    static Penalty read(YamlSection terms) {
        YamlSection section = terms.child("penalty");
        BigDecimal multiple = TermKeys.MULTIPLE.read(terms);
        if (multiple.compareTo(USUAL_FROM) < 0 || multiple.compareTo(USUAL_TO) > 0) {
            String value = Shown.quoted(multiple.toPlainString());
            section.warn("multiple", value + " is outside the 1.3 to 1.5 of 银发〔2003〕251号");
        }
        Optional<Rate> maxAnnualRate = TermKeys.MAX_ANNUAL_RATE.read(terms);
        Basis basis = TermKeys.BASIS.read(terms);
        Compound compound = compound(terms, basis);
        return new Penalty(multiple, maxAnnualRate, basis, compound, TermKeys.DAY_COUNT.read(terms), grace(terms));
    }

    private static Compound compound(YamlSection terms, Basis basis) {
        Compound compound = TermKeys.COMPOUND.read(terms);
        if (basis != Basis.PRINCIPAL_AND_INTEREST || compound == Compound.NONE) {
            return compound;
        }
        terms.child("penalty")
                .refusePair(
                        new Setting("basis", basis.code()),
                        new Setting("compound", TermKeys.lower(compound)),
                        "compound none with basis principal+interest");
        return Compound.NONE;
    }

    private static Grace grace(YamlSection terms) {
        GraceMode mode = TermKeys.GRACE_MODE.read(terms);
        int days = TermKeys.GRACE_DAYS.read(terms);
        if (mode != GraceMode.NONE || days == 0) {
            return new Grace(mode, days);
        }
        terms.child("penalty")
                .child("grace")
                .refusePair(
                        new Setting("days", Integer.toString(days)),
                        new Setting("mode", TermKeys.lower(mode)),
                        "days 0 with mode none");
        return new Grace(mode, 0);
    }
}
