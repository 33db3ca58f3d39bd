package org.arrears.core.contact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.arrears.core.loan.Doubt;
import org.arrears.core.loan.Hold;
import org.arrears.core.loan.Promise;
import org.arrears.core.money.Dues;
import org.arrears.core.money.Rate;

/**
 * A loan that a notice may be about: overdue, or about to fall due (dpd 0, amounts are what falls due).
 *
 * @param overdueSince when the present spell of being overdue began; for a loan about to fall due, its due date
 * @param holds those in force for it or for its debtor
 * @param promises those made for it
 * @param doubt why what is known of it cannot be relied on, if so
 */
public record Account(
        String loanNo,
        LocalDate contractOn,
        String product,
        String currency,
        int dpd,
        LocalDate oldestDueOn,
        LocalDate overdueSince,
        Amounts amounts,
        Rate penaltyAnnualRate,
        List<Hold> holds,
        List<Promise> promises,
        Optional<Doubt> doubt) {

    public Account {
        holds = List.copyOf(holds);
        promises = List.copyOf(promises);
    }

    /** Returns the same loan with what may stop a notice about it. */
    public Account stoppedBy(List<Hold> held, List<Promise> promised) {
        return new Account(
                loanNo,
                contractOn,
                product,
                currency,
                dpd,
                oldestDueOn,
                overdueSince,
                amounts,
                penaltyAnnualRate,
                held,
                promised,
                doubt);
    }

    /** Its amounts in minor units. */
    public record Amounts(long principalBalance, Dues dues, long dailyAccrual) {}
}
