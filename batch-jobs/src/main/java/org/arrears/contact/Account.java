package org.arrears.contact;

import java.time.LocalDate;
import java.util.Optional;
import org.arrears.core.money.Dues;
import org.arrears.core.money.Rate;
import org.arrears.facts.Doubt;

/**
 * A loan that a notice may be about: overdue, or about to fall due (dpd 0, amounts are what falls due).
 *
 * @param overdueSince when the present spell of being overdue began; for a loan about to fall due, its due date
 * @param promisedUntil due date of an open promise to pay, if there is one
 * @param doubt why what is known of it cannot be relied on, if so
 */
record Account(
        String loanNo,
        LocalDate contractOn,
        String product,
        String currency,
        int dpd,
        LocalDate oldestDueOn,
        LocalDate overdueSince,
        Amounts amounts,
        Rate penaltyAnnualRate,
        Optional<LocalDate> promisedUntil,
        Optional<Doubt> doubt) {

    /** Its amounts in minor units. */
    record Amounts(long principalBalance, Dues dues, long dailyAccrual) {}
}
