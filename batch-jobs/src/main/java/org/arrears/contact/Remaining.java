package org.arrears.contact;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.arrears.facts.Doubt;
import org.arrears.facts.Hold;

/**
 * The loans of a debtor that a notice may be about, and what stops it for the others.
 *
 * @param accounts not in doubt, without a hold for the channel and without an open promise
 * @param stops one for each other loan
 */
record Remaining(List<Account> accounts, List<Stop> stops) {

    private static final Comparator<Stop> DOUBT_FIRST =
            Comparator.comparingInt(stop -> stop.doubt().map(Doubt::ordinal).orElse(Doubt.values().length));
    private static final Comparator<Stop> LONGEST_FIRST = Comparator.comparing(
                    (Stop stop) -> stop.until().orElse(LocalDate.MAX))
            .reversed();

    Remaining {
        accounts = List.copyOf(accounts);
        stops = List.copyOf(stops);
    }

    /**
     * Why a loan is left out.
     *
     * @param until the day from which the reason no longer holds; empty if that is not known
     */
    record Stop(Optional<Doubt> doubt, String reason, Optional<LocalDate> until) {

        static Stop of(Doubt doubt) {
            return new Stop(Optional.of(doubt), doubt.code(), Optional.empty());
        }

        static Stop of(Hold hold) {
            return new Stop(
                    Optional.empty(), "hold-" + hold.reason(), hold.until().map(until -> until.plusDays(1)));
        }

        static Stop ofPromise(LocalDate until) {
            return new Stop(Optional.empty(), "promise-open", Optional.of(until.plusDays(1)));
        }
    }

    int worstDpd() {
        return accounts.stream().mapToInt(Account::dpd).max().orElse(0);
    }

    /** Returns what is told of the loans left out: a doubt, else the reason that lasts longest; empty if none is. */
    Optional<Stop> stop() {
        return stops.stream().min(DOUBT_FIRST.thenComparing(LONGEST_FIRST));
    }
}
