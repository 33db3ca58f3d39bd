package org.arrears.core.contact;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.arrears.core.loan.Doubt;
import org.arrears.core.loan.Hold;

/**
 * Why nothing goes out.
 *
 * @param doubt the doubt it is, if it is one
 * @param reason as files and screens name it
 * @param until the day from which it no longer holds; empty if that is not known
 */
public record Stop(Optional<Doubt> doubt, String reason, Optional<LocalDate> until) {

    /** A doubt before all else, among them the graver; else what lasts longest. */
    static final Comparator<Stop> TOLD_FIRST = Comparator.comparingInt(
                    (Stop stop) -> stop.doubt().map(Doubt::ordinal).orElse(Doubt.values().length))
            .thenComparing(
                    stop -> stop.until().orElse(LocalDate.MAX),
                    Comparator.<LocalDate>naturalOrder().reversed());

    static Stop of(Doubt doubt) {
        return new Stop(Optional.of(doubt), doubt.code(), Optional.empty());
    }

    static Stop of(Hold hold) {
        return new Stop(Optional.empty(), "hold-" + hold.reason(), hold.until().map(until -> until.plusDays(1)));
    }

    /** A promise that is due on a day. */
    static Stop ofPromise(LocalDate dueOn) {
        return until("promise-open", dueOn.plusDays(1));
    }

    static Stop until(String reason, LocalDate day) {
        return new Stop(Optional.empty(), reason, Optional.of(day));
    }

    static Stop untilFurtherNotice(String reason) {
        return new Stop(Optional.empty(), reason, Optional.empty());
    }
}
