package org.arrears.core.contact;

import java.time.LocalDate;
import java.util.List;

/** What of a debtor's loans falls due on one day. */
public record DueDate(LocalDate dueOn, List<Account> accounts) {

    public DueDate {
        accounts = List.copyOf(accounts);
        if (accounts.isEmpty()) {
            throw new IllegalStateException("nothing falls due on " + dueOn);
        }
    }
}
