package org.arrears.facts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A hold in force: a reason not to act on a loan or on all loans of a customer.
 *
 * @param until its last day; empty until it is lifted
 * @param channels what it stops; "all" for everything
 */
public record Hold(String reason, Optional<LocalDate> until, List<String> channels) {

    public Hold {
        channels = List.copyOf(channels);
    }

    /** Says whether it stops a channel: sms, letter or agency. */
    public boolean stops(String channel) {
        return channels.contains("all") || channels.contains(channel);
    }
}
