package org.arrears.core.placement;

import java.util.Optional;

/**
 * An account with an overdue amount, on the date that is decided.
 *
 * @param doubt why its figures are not acted on, if so
 * @param hold the reason of the hold that keeps it from agencies, if there is one
 * @param withAgency whether it is with an agency, or was until today
 */
public record OverdueAccount(
        String loanNo,
        String currency,
        long totalOverdueMinor,
        int dpd,
        Optional<String> doubt,
        Optional<String> hold,
        boolean withAgency) {

    /** Returns why it goes to no agency; a doubt is told before a hold. */
    Optional<String> stop() {
        return doubt.or(() -> hold.map(Recall::byHold));
    }
}
