package org.arrears.core.replay;

import java.math.BigDecimal;
import java.util.List;
import org.arrears.core.money.Dues;
import org.arrears.reference.ReferenceAnomaly;
import org.arrears.reference.ReferenceAnomaly.Rule;
import org.arrears.reference.ReferenceAssessment;

/** Puts an assessment into the form of the reference, so that the two can be compared. */
final class AssessmentInMajorUnits {

    private AssessmentInMajorUnits() {}

    static ReferenceAssessment of(Assessment assessment) {
        int digits = assessment.loan().currency().digits();
        Assessment.Amounts amounts = assessment.amounts();
        Dues overdue = amounts.overdue();
        return new ReferenceAssessment(
                assessment.loan().loanNo(),
                assessment.asOf(),
                assessment.standing().pastDueDays(),
                assessment.standing().dpd(),
                assessment.standing().bucket(),
                assessment.standing().classification(),
                assessment.standing().oldestDueOn(),
                assessment.standing().missedInstallments(),
                BigDecimal.valueOf(overdue.principal(), digits),
                BigDecimal.valueOf(overdue.interest(), digits),
                BigDecimal.valueOf(overdue.fee(), digits),
                BigDecimal.valueOf(overdue.penalty(), digits),
                BigDecimal.valueOf(overdue.compound(), digits),
                BigDecimal.valueOf(overdue.total(), digits),
                BigDecimal.valueOf(amounts.principalBalance(), digits),
                BigDecimal.valueOf(amounts.heldCredit(), digits),
                BigDecimal.valueOf(amounts.dailyAccrual(), digits),
                assessment.lastPaymentOn(),
                anomalies(assessment));
    }

    private static List<ReferenceAnomaly> anomalies(Assessment assessment) {
        return assessment.anomalies().stream()
                .map(AssessmentInMajorUnits::anomaly)
                .sorted()
                .toList();
    }

    private static ReferenceAnomaly anomaly(Anomaly anomaly) {
        Rule rule = switch (anomaly.kind()) {
            case REVERSAL_OF_UNKNOWN, REVERSAL_OF_REVERSAL -> Rule.NAMES_NO_PAYMENT_OR_WAIVER;
            case REVERSED_TWICE -> Rule.ALREADY_REVERSED;
            case WAIVER_EXCEEDS_OUTSTANDING -> Rule.WAIVER_EXCEEDS_OUTSTANDING;
            case NO_SCHEDULE -> Rule.NO_SCHEDULE;
            case DUE_BEFORE_DISBURSEMENT -> Rule.DUE_BEFORE_DISBURSEMENT;
            case DUE_AFTER_MATURITY -> Rule.DUE_AFTER_MATURITY;
            case SCHEDULE_ABOVE_PRINCIPAL -> Rule.SCHEDULE_ABOVE_PRINCIPAL;
            case SCHEDULE_BELOW_PRINCIPAL -> Rule.SCHEDULE_BELOW_PRINCIPAL;
            case PAYMENT_BEFORE_DISBURSEMENT -> Rule.PAYMENT_BEFORE_DISBURSEMENT;
            case POSSIBLE_DOUBLE -> Rule.POSSIBLE_DOUBLE;
            case UNKNOWN_MANUAL_CLASS -> Rule.UNKNOWN_MANUAL_CLASS;
        };
        return new ReferenceAnomaly(ofATransaction(rule) ? anomaly.subject() : "", rule, unused(anomaly));
    }

    private static boolean ofATransaction(Rule rule) {
        return switch (rule) {
            case NAMES_NO_PAYMENT_OR_WAIVER,
                    ALREADY_REVERSED,
                    WAIVER_EXCEEDS_OUTSTANDING,
                    PAYMENT_BEFORE_DISBURSEMENT,
                    POSSIBLE_DOUBLE -> true;
            case NO_SCHEDULE,
                    DUE_BEFORE_DISBURSEMENT,
                    DUE_AFTER_MATURITY,
                    SCHEDULE_ABOVE_PRINCIPAL,
                    SCHEDULE_BELOW_PRINCIPAL,
                    UNKNOWN_MANUAL_CLASS -> false;
        };
    }

    private static BigDecimal unused(Anomaly anomaly) {
        return anomaly.figures().stream()
                .filter(figure -> figure.name().equals("unused"))
                .map(figure -> new BigDecimal(figure.value()))
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }
}
