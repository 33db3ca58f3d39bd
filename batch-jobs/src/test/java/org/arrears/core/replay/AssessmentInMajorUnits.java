package org.arrears.core.replay;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.arrears.reference.ReferenceAnomaly;
import org.arrears.reference.ReferenceAnomaly.Rule;
import org.arrears.reference.ReferenceAssessment;

/** Puts an assessment into the form of the reference, so that the two can be compared. */
final class AssessmentInMajorUnits {

    private AssessmentInMajorUnits() {}

    static ReferenceAssessment of(Assessment assessment) {
        int digits = assessment.loan().currency().digits();
        Assessment.Amounts amounts = assessment.amounts();
        return new ReferenceAssessment(
                assessment.loan().loanNo(),
                assessment.asOf(),
                assessment.pastDueDays(),
                assessment.dpd(),
                assessment.bucket(),
                assessment.classification(),
                assessment.oldestDueOn(),
                assessment.missedInstallments(),
                BigDecimal.valueOf(amounts.overduePrincipal(), digits),
                BigDecimal.valueOf(amounts.overdueInterest(), digits),
                BigDecimal.valueOf(amounts.overdueFee(), digits),
                BigDecimal.valueOf(amounts.penalty(), digits),
                BigDecimal.valueOf(amounts.compound(), digits),
                BigDecimal.valueOf(amounts.totalOverdue(), digits),
                BigDecimal.valueOf(amounts.principalBalance(), digits),
                BigDecimal.valueOf(amounts.heldCredit(), digits),
                BigDecimal.valueOf(amounts.dailyAccrual(), digits),
                assessment.lastPaymentOn(),
                anomalies(assessment));
    }

    /** The anomalies of section 2 and 6, by transaction; a manual class nobody knows is not the reference's matter. */
    private static List<ReferenceAnomaly> anomalies(Assessment assessment) {
        return assessment.anomalies().stream()
                .filter(anomaly -> anomaly.kind() != Anomaly.Kind.UNKNOWN_MANUAL_CLASS)
                .map(AssessmentInMajorUnits::anomaly)
                .sorted(Comparator.comparing(ReferenceAnomaly::txnNo))
                .toList();
    }

    private static ReferenceAnomaly anomaly(Anomaly anomaly) {
        Rule rule = switch (anomaly.kind()) {
            case REVERSAL_OF_UNKNOWN, REVERSAL_OF_REVERSAL -> Rule.NAMES_NO_PAYMENT_OR_WAIVER;
            case REVERSED_TWICE -> Rule.ALREADY_REVERSED;
            case WAIVER_EXCEEDS_OUTSTANDING -> Rule.WAIVER_EXCEEDS_OUTSTANDING;
            case UNKNOWN_MANUAL_CLASS -> throw new IllegalStateException("not of a transaction: " + anomaly);
        };
        String lastWord = anomaly.text().substring(anomaly.text().lastIndexOf(' ') + 1);
        BigDecimal amount = rule == Rule.WAIVER_EXCEEDS_OUTSTANDING ? new BigDecimal(lastWord) : BigDecimal.ZERO;
        return new ReferenceAnomaly(anomaly.subject(), rule, amount);
    }
}
