package org.arrears.core.replay;

import java.util.Optional;
import org.arrears.core.policy.Classification;
import org.arrears.core.policy.NamedRanges;

/**
 * Which range or hand gave the loan its class: a class by days is a floor, a manual one can only make it worse.
 *
 * @param byDays the class by days past due
 * @param manual the class set by hand, if one is
 * @param chosen the class that holds
 */
public record ClassDecision(
        String scheme,
        String source,
        int dpd,
        NamedRanges.Named byDays,
        Optional<String> manual,
        ManualEffect effect,
        String chosen) {

    /** What a manual class does. */
    public enum ManualEffect {
        NO_MANUAL_CLASS("none"),
        /** It is worse than the class by days and holds. */
        HOLDS("holds"),
        /** It is not worse than the class by days. */
        NOT_WORSE("not-worse"),
        /** The scheme has no such class. */
        UNKNOWN("unknown");

        private final String code;

        ManualEffect(String code) {
            this.code = code;
        }

        /** The code in files. */
        public String code() {
            return code;
        }
    }

    public ClassDecision {
        if (!byDays.range().contains(dpd) || manual.isEmpty() != (effect == ManualEffect.NO_MANUAL_CLASS)) {
            throw new IllegalStateException("class " + byDays + " at dpd " + dpd + ", manual " + manual + " " + effect);
        }
        if (!chosen.equals(effect == ManualEffect.HOLDS ? manual.orElseThrow() : byDays.name())) {
            throw new IllegalStateException("class " + chosen + " from " + byDays + ", manual " + manual);
        }
    }

    static ClassDecision of(Classification classification, int dpd, Optional<String> manual) {
        NamedRanges classes = classification.classes();
        NamedRanges.Named byDays = classes.of(dpd);
        ManualEffect effect =
                manual.map(name -> effect(classes, byDays.name(), name)).orElse(ManualEffect.NO_MANUAL_CLASS);
        String chosen = effect == ManualEffect.HOLDS ? manual.orElseThrow() : byDays.name();
        return new ClassDecision(classification.scheme(), classification.source(), dpd, byDays, manual, effect, chosen);
    }

    private static ManualEffect effect(NamedRanges classes, String byDays, String manual) {
        Optional<Integer> rank = classes.rank(manual);
        if (rank.isEmpty()) {
            return ManualEffect.UNKNOWN;
        }
        return rank.get() > classes.rank(byDays).orElseThrow() ? ManualEffect.HOLDS : ManualEffect.NOT_WORSE;
    }
}
