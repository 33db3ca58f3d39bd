package org.arrears.core.replay;

import java.math.RoundingMode;
import java.time.LocalDate;
import org.arrears.core.money.CurrencyUnit;
import org.arrears.core.policy.Terms;

/**
 * What "days overdue" 逾期天数 is (calculation spec, section 7).
 *
 * <p>Rule: an installment with effective due date {@code e} is overdue on D if something of its principal, interest or
 * fee is unpaid and {@code e < D} ({@code exclude-due-date}: the due date is day 0; CN, IFRS, EBA practice) or
 * {@code e <= D} ({@code include-due-date}: it is day 1; RBI circular of 2021-11-12). Only clearing the oldest one
 * moves the days on.
 *
 * <p>Formula: {@code past due days = D - e of the oldest overdue installment}, one more with {@code include-due-date};
 * {@code dpd = max(0, past due days - grace days 容时)}, 0 if what is overdue is at most the tolerance 容差.
 *
 * <p>Units: calendar days; amounts in minor units of the loan's currency, to which the policy's tolerance is cut.
 */
final class Delinquency {

    private final int dueDateCounts;
    private final int graceDays;
    private final long toleranceMinor;

    Delinquency(Terms.Delinquency terms, CurrencyUnit currency) {
        this.dueDateCounts = switch (terms.counting()) {
            case EXCLUDE_DUE_DATE -> 0;
            case INCLUDE_DUE_DATE -> 1;
        };
        this.graceDays = terms.graceDays();
        this.toleranceMinor = terms.tolerance()
                .movePointRight(currency.digits())
                .setScale(0, RoundingMode.FLOOR)
                .longValueExact();
    }

    /** Says whether something due on a day and not cleared is overdue on another. */
    boolean isOverdue(LocalDate dueOn, LocalDate on) {
        return dueDateCounts == 0 ? dueOn.isBefore(on) : !dueOn.isAfter(on);
    }

    /** Returns the days past due of the oldest overdue due date: D - e, one more if the due date counts. */
    int pastDueDays(LocalDate oldestDueOn, LocalDate on) {
        return Math.toIntExact(on.toEpochDay() - oldestDueOn.toEpochDay() + dueDateCounts);
    }

    /** Returns the days past due after grace and tolerance. */
    int dpd(int pastDueDays, long overdueMinor) {
        return isTolerated(overdueMinor) ? 0 : Math.max(0, pastDueDays - graceDays);
    }

    /** Says whether what is overdue is too little to count. */
    boolean isTolerated(long overdueMinor) {
        return overdueMinor <= toleranceMinor;
    }

    long toleranceMinor() {
        return toleranceMinor;
    }
}
