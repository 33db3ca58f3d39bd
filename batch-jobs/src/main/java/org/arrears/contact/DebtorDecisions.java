package org.arrears.contact;

import java.util.List;
import org.arrears.core.contact.Decision;
import org.arrears.core.contact.Recipient;

/** What was decided for one debtor on the channels that were asked for, at least one thing. */
record DebtorDecisions(Recipient recipient, List<Decision> decisions) {

    DebtorDecisions {
        decisions = List.copyOf(decisions);
        if (decisions.isEmpty()) {
            throw new IllegalStateException("nothing was decided for customer " + recipient.customerNo());
        }
    }
}
