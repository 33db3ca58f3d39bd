package org.arrears.explain;

import org.arrears.core.replay.BucketDecision;
import org.arrears.core.replay.ClassDecision;
import org.arrears.core.replay.Derivation;
import org.arrears.core.replay.OverdueDays;
import tools.jackson.databind.node.ObjectNode;

/** Writes the overdue days and the rules that chose bucket and class. */
final class JsonDelinquency {

    private JsonDelinquency() {}

    static void write(ObjectNode root, Derivation derivation, JsonFigures figures) {
        overdueDays(root.putObject("overdue_days"), derivation.overdueDays(), figures);
        BucketDecision bucket = derivation.bucket();
        ObjectNode chosen = root.putObject("bucket");
        chosen.put("name", bucket.range().name());
        chosen.put("by", RateSection.words(bucket.by()));
        chosen.put("value", bucket.value());
        chosen.put("range", bucket.range().range().toString());
        classification(root.putObject("classification"), derivation.classification());
    }

    private static void overdueDays(ObjectNode to, OverdueDays days, JsonFigures figures) {
        JsonFigures.number(to, "oldest_seq", days.oldestSeq());
        to.put("counting", RateSection.words(days.counting()));
        to.put("past_due_days", days.pastDueDays());
        to.put("grace_days", days.graceDays());
        to.put("overdue", figures.amount(days.overdueMinor()));
        to.put("tolerance", figures.amount(days.toleranceMinor()));
        to.put("tolerated", days.isTolerated());
        to.put("dpd", days.dpd());
    }

    private static void classification(ObjectNode to, ClassDecision decision) {
        to.put("name", decision.chosen());
        to.put("scheme", decision.scheme());
        to.put("source", decision.source());
        to.put("dpd", decision.dpd());
        to.put("range", decision.byDays().range().toString());
        to.put("by_days", decision.byDays().name());
        JsonFigures.text(to, "manual", decision.manual());
        to.put("manual_effect", decision.effect().code());
    }
}
