package org.arrears.core.replay;

import java.time.LocalDate;

/**
 * A run of days over which one installment's balances did not change (calculation spec, section 3); minor units.
 *
 * @param from first day counted
 * @param to first day not counted
 * @param days by the policy's day count
 * @param penaltyBasisMinor what bears penalty: the principal, or principal and interest
 * @param penaltyBalanceDays NP of this slice, minor units x days
 * @param compoundBalanceDays NQ of this slice, minor units x days
 * @param penaltyBalanceDaysSoFar NP up to the end of this slice
 * @param compoundBalanceDaysSoFar NQ up to the end of this slice
 */
public record AccrualSlice(
        int seq,
        LocalDate from,
        LocalDate to,
        long days,
        long principalMinor,
        long interestMinor,
        long penaltyBasisMinor,
        long penaltyBalanceDays,
        long compoundBalanceDays,
        long penaltyBalanceDaysSoFar,
        long compoundBalanceDaysSoFar) {

    public AccrualSlice {
        if (!from.isBefore(to) || days < 0) {
            throw new IllegalStateException("slice from " + from + " to " + to + " of " + days + " days");
        }
        if (penaltyBalanceDays != Math.multiplyExact(penaltyBasisMinor, days)
                || compoundBalanceDays != Math.multiplyExact(interestMinor, days)) {
            throw new IllegalStateException("slice of installment " + seq + " from " + from + " is not balance x days");
        }
    }
}
