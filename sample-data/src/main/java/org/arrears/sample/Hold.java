package org.arrears.sample;

import java.time.LocalDate;
import java.util.Optional;

/** A reason not to collect, on a loan or on its customer; the same hold comes again when it ends. */
record Hold(
        int night,
        boolean wholeCustomer,
        String reason,
        LocalDate startsOn,
        Optional<LocalDate> endsOn,
        String channels) {
    Hold {
        if (night < 0 || reason.isEmpty() || channels.isEmpty()) {
            throw new IllegalStateException("a hold needs a reason and channels: " + reason + ", " + channels);
        }
    }

    Hold ending(int laterNight, LocalDate day) {
        return new Hold(laterNight, wholeCustomer, reason, startsOn, Optional.of(day), channels);
    }
}
