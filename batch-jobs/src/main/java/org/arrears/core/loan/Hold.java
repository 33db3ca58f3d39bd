package org.arrears.core.loan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A hold in force: a reason not to act on a loan or on all loans of a customer.
 *
 * @param until its last day; empty until it is lifted
 * @param channels what it stops; "all" for everything
 */
public record Hold(String reason, Optional<LocalDate> until, List<String> channels) {

    private static final Comparator<Hold> LONGEST_FIRST = Comparator.comparing(
                    (Hold hold) -> hold.until().orElse(LocalDate.MAX))
            .reversed();

    public Hold {
        channels = List.copyOf(channels);
    }

    /** Says whether it stops what goes by a channel, or what is placed with an {@code agency}. */
    public boolean stops(String channel) {
        return channels.contains("all") || channels.contains(channel);
    }

    /** Returns the hold that stops a channel, the one that lasts longest if there are several. */
    public static Optional<Hold> stopping(String channel, List<Hold> holds) {
        return holds.stream().filter(hold -> hold.stops(channel)).min(LONGEST_FIRST);
    }
}
