package org.arrears.core.loan;

import java.time.LocalDate;
import java.util.List;
import org.arrears.core.money.Dues;

/** Contracts for tests that are about something else. */
public final class Contracts {

    private static final LocalDate LONG_AGO = LocalDate.of(1990, 1, 1);
    private static final LocalDate FAR_OFF = LocalDate.of(2990, 1, 1);

    private Contracts() {}

    /** A contract that a schedule keeps: its dates are wide, its principal is that of the installments. */
    public static Loan.Contract keptBy(List<Installment> schedule) {
        return new Loan.Contract(Dues.sum(schedule, Installment::owed).principal(), LONG_AGO, FAR_OFF);
    }

    /** A contract over an amount in minor units. */
    public static Loan.Contract over(long principalMinor) {
        return new Loan.Contract(principalMinor, LONG_AGO, FAR_OFF);
    }
}
