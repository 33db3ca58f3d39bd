package org.arrears.core.contact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.arrears.core.loan.Doubt;

/**
 * All that is looked at to decide whether and how a debtor is reached: either what is overdue, or what falls due soon.
 *
 * @param overdue the loans in arrears
 * @param upcoming what falls due soon by due date, the nearest first; nothing for a debtor in arrears
 * @param sent notices decided for other business dates
 */
public record Debtor(Recipient recipient, List<Account> overdue, List<DueDate> upcoming, List<Sent> sent) {

    public Debtor {
        overdue = List.copyOf(overdue);
        upcoming = List.copyOf(upcoming);
        sent = List.copyOf(sent);
        if (overdue.isEmpty() == upcoming.isEmpty()) {
            throw new IllegalStateException("customer " + recipient.customerNo() + " with " + overdue.size()
                    + " loans overdue and " + upcoming.size() + " due dates ahead");
        }
    }

    /** A debtor in arrears. */
    public static Debtor inArrears(Recipient recipient, List<Account> overdue, List<Sent> sent) {
        return new Debtor(recipient, overdue, List.of(), sent);
    }

    /** A debtor without arrears. */
    public static Debtor dueSoon(Recipient recipient, List<DueDate> upcoming, List<Sent> sent) {
        return new Debtor(recipient, List.of(), upcoming, sent);
    }

    public boolean isInArrears() {
        return !overdue.isEmpty();
    }

    /** The largest dpd over all loans overdue, also those that something stops. */
    int worstDpd() {
        return overdue.stream().mapToInt(Account::dpd).max().orElse(0);
    }

    /** Says whether a loan that is in no doubt has days past due. */
    boolean isSurelyOverdue() {
        return overdue.stream().anyMatch(account -> account.doubt().isEmpty() && account.dpd() > 0);
    }

    /** When the spell began in which something has been overdue without a break. */
    LocalDate overdueSince() {
        return overdue.stream()
                .map(Account::overdueSince)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    /** The first doubt about any loan overdue. */
    Optional<Doubt> doubt() {
        return overdue.stream().flatMap(account -> account.doubt().stream()).min(Doubt::compareTo);
    }
}
