package org.arrears.core.placement;

import java.util.Optional;

/**
 * An account that is with an agency, as it is on the date that is decided.
 *
 * @param totalOverdueMinor what it owes; nothing is known of a loan without an assessment
 * @param hold the reason of the hold that keeps it from agencies, if there is one
 */
public record PlacedAccount(String placementNo, Optional<Long> totalOverdueMinor, Optional<String> hold) {

    /** Returns why it is recalled; empty if the agency keeps it. */
    public Optional<String> recall() {
        if (totalOverdueMinor.isEmpty()) {
            return Optional.of(Recall.SETTLED);
        }
        return totalOverdueMinor.get() == 0 ? Optional.of(Recall.PAID_UP) : hold.map(Recall::byHold);
    }
}
