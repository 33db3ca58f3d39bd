package org.arrears.core.policy;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;

/**
 * Which accounts go to outside agencies.
 *
 * @param dpd the customer's days past due at which an account is placed
 * @param minimumAmount overdue total below which it is not, in major units of the loan's currency
 * @param callFrom earliest local time an agency may call
 * @param callUntil latest local time an agency may call
 */
public record HandoffPolicy(
        DayRange dpd, BigDecimal minimumAmount, LocalTime callFrom, LocalTime callUntil, List<Agency> agencies) {

    public HandoffPolicy {
        agencies = List.copyOf(agencies);
    }

    /**
     * An outside agency.
     *
     * @param code its short name, also the name of its folder
     * @param weight its share of new debtors, against the sum of all weights
     */
    public record Agency(String code, String name, int weight) {}
}
