package org.arrears.core.contact;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.arrears.core.loan.Hold;
import org.arrears.core.loan.Promise;
import org.arrears.core.money.CurrencyUnit;

/**
 * The loans of a debtor that a notice may be about, and what stops it for the others.
 *
 * @param accounts not in doubt, without a hold for the channel and without an open promise
 * @param stops one for each other loan
 */
record Remaining(List<Account> accounts, List<Stop> stops) {

    Remaining {
        accounts = List.copyOf(accounts);
        stops = List.copyOf(stops);
    }

    /** Sorts out the loans that something stops on a channel. */
    static Remaining of(List<Account> loans, String channel, LocalDate asOf) {
        List<Account> accounts = new ArrayList<>();
        List<Stop> stops = new ArrayList<>();
        for (Account loan : loans) {
            stop(loan, channel, asOf).ifPresentOrElse(stops::add, () -> accounts.add(loan));
        }
        return new Remaining(accounts, stops);
    }

    private static Optional<Stop> stop(Account loan, String channel, LocalDate asOf) {
        Optional<Stop> doubt = loan.doubt().map(Stop::of);
        return doubt.or(() -> Hold.stopping(channel, loan.holds()).map(Stop::of))
                .or(() -> loan.promises().stream()
                        .filter(promise -> promise.isWaitedForOn(asOf))
                        .map(Promise::dueOn)
                        .max(LocalDate::compareTo)
                        .map(Stop::ofPromise));
    }

    int worstDpd() {
        return accounts.stream().mapToInt(Account::dpd).max().orElse(0);
    }

    /** Returns what is told of the loans left out: a doubt, else the reason that lasts longest; empty if none is. */
    Optional<Stop> stop() {
        return stops.stream().min(Stop.TOLD_FIRST);
    }

    /** Says whether they add up, in any one currency, to an amount in its major units. */
    boolean reaches(BigDecimal minimum) {
        Map<String, Long> totals = new LinkedHashMap<>();
        accounts.forEach(account ->
                totals.merge(account.currency(), account.amounts().dues().total(), Math::addExact));
        return totals.entrySet().stream().anyMatch(total -> {
            int digits = CurrencyUnit.of(total.getKey()).orElseThrow().digits();
            return BigDecimal.valueOf(total.getValue(), digits).compareTo(minimum) >= 0;
        });
    }
}
