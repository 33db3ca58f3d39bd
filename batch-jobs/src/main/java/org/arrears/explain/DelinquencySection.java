package org.arrears.explain;

import java.util.ArrayList;
import java.util.List;
import org.arrears.core.policy.Terms;
import org.arrears.core.replay.BucketDecision;
import org.arrears.core.replay.ClassDecision;
import org.arrears.core.replay.Derivation;
import org.arrears.core.replay.OverdueDays;
import org.arrears.explain.Explanation.Section;
import org.arrears.explain.Explanation.Table;
import org.arrears.print.Figures;

/** Which installment causes the days past due, and which rules chose bucket and class. */
final class DelinquencySection {

    private DelinquencySection() {}

    static Section of(Derivation derivation, LoanFigures figures) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("counted", counting(derivation.overdueDays().counting())));
        rows.add(List.of("since the due date", raw(derivation)));
        rows.add(List.of("days past due 逾期天数", dpd(derivation.overdueDays(), figures)));
        rows.add(List.of("bucket", bucket(derivation.bucket())));
        rows.add(List.of("class 分类", classification(derivation.classification())));
        return new Section("Days past due, bucket and class", List.of(), List.of(Table.pairs(rows)));
    }

    private static String counting(Terms.Counting counting) {
        return switch (counting) {
            case EXCLUDE_DUE_DATE -> "exclude-due-date: the due date is day 0";
            case INCLUDE_DUE_DATE -> "include-due-date: the due date is day 1";
        };
    }

    private static String raw(Derivation derivation) {
        OverdueDays days = derivation.overdueDays();
        if (days.oldestSeq().isEmpty()) {
            return "0: no installment is overdue";
        }
        String one = days.counting() == Terms.Counting.INCLUDE_DUE_DATE ? " + 1" : "";
        return days.pastDueDays() + ": installment " + days.oldestSeq().get() + " is the oldest overdue, "
                + derivation.asOf() + " - "
                + derivation.assessment().standing().oldestDueOn().orElseThrow() + one;
    }

    private static String dpd(OverdueDays days, LoanFigures figures) {
        if (days.pastDueDays() == 0) {
            return "0";
        }
        if (days.isTolerated()) {
            return "0: " + figures.money(days.overdueMinor()) + " unpaid is within the tolerance 容差 of "
                    + figures.money(days.toleranceMinor());
        }
        String shifted = days.graceDays() == 0
                ? "no days of grace"
                : days.pastDueDays() + " less " + Figures.plural(days.graceDays(), "day") + " of grace";
        return days.dpd() + ": " + shifted + "; " + figures.money(days.overdueMinor())
                + " unpaid is above the tolerance 容差 of " + figures.money(days.toleranceMinor());
    }

    private static String bucket(BucketDecision decision) {
        String by = switch (decision.by()) {
            case DPD -> LoanFigures.daysPastDue(decision.value());
            case MISSED_INSTALLMENTS -> Figures.plural(decision.value(), "overdue installment");
        };
        return decision.range().name() + ": " + by + ", range "
                + decision.range().range();
    }

    private static String classification(ClassDecision decision) {
        String byDays = decision.byDays().name() + " by " + LoanFigures.daysPastDue(decision.dpd()) + ", range "
                + decision.byDays().range() + " of " + decision.scheme() + " (" + decision.source() + ")";
        String manual = decision.manual().orElse("");
        return decision.chosen() + ": " + byDays
                + switch (decision.effect()) {
                    case NO_MANUAL_CLASS -> "";
                    case HOLDS -> "; set by hand to " + manual + ", which is worse and holds";
                    case NOT_WORSE -> "; set by hand to " + manual + ", which is not worse and changes nothing";
                    case UNKNOWN -> "; set by hand to \"" + manual + "\", which the scheme does not have";
                };
    }
}
