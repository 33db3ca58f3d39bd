package org.arrears.contact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that is looked at to decide whether and how a debtor is written to.
 *
 * @param sent notices decided for other business dates
 */
record DebtorCase(Contact contact, List<Account> accounts, List<Sent> sent) {

    DebtorCase {
        accounts = List.copyOf(accounts);
        sent = List.copyOf(sent);
        if (accounts.isEmpty()) {
            throw new IllegalStateException("no account of customer " + contact.customerNo());
        }
    }

    /** Where a debtor can be reached; empty texts where the lender does not know. */
    record Contact(String customerNo, String name, String phone, String address, String postalCode, String language) {}

    /** A notice of a stage that was decided before, or for a later date in a run for an earlier one. */
    record Sent(String stage, LocalDate asOf, Optional<LocalDate> aboutDueOn) {}

    int customerDpd() {
        return accounts.stream().mapToInt(Account::dpd).max().orElse(0);
    }

    LocalDate overdueSince() {
        return accounts.stream()
                .map(Account::overdueSince)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }
}
