package org.arrears.core.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.arrears.core.loan.AnomalyKind;

/**
 * What is done about facts that cannot be true.
 *
 * @param hold the anomalies that keep a loan from notices and new placement
 */
public record AnomalyPolicy(Set<AnomalyKind> hold) {

    /** What the debt itself rests on. */
    public static final AnomalyPolicy DEFAULT = new AnomalyPolicy(Set.of(
            AnomalyKind.NO_SCHEDULE,
            AnomalyKind.DUE_BEFORE_DISBURSEMENT,
            AnomalyKind.DUE_AFTER_MATURITY,
            AnomalyKind.SCHEDULE_ABOVE_PRINCIPAL,
            AnomalyKind.SCHEDULE_BELOW_PRINCIPAL,
            AnomalyKind.PAYMENT_BEFORE_DISBURSEMENT));

    public AnomalyPolicy {
        hold = Set.copyOf(hold);
    }

    /** Returns the codes of the anomalies that hold a loan, in the order of the manual. */
    public List<String> heldCodes() {
        return Arrays.stream(AnomalyKind.values())
                .filter(hold::contains)
                .map(AnomalyKind::code)
                .toList();
    }
}
