package org.arrears.sample;

import java.util.List;

/** A loan row sent again on a later night, with the whole schedule where that changed too. */
record Change(int night, Loan loan, List<Installment> schedule, boolean newSchedule) {
    Change {
        if (night < 1 || schedule.isEmpty()) {
            throw new IllegalStateException("a loan changes on a later night and keeps a schedule, not on " + night);
        }
    }
}
