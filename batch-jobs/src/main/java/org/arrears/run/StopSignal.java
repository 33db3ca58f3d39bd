package org.arrears.run;

import java.util.Optional;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;

/** A request to stop, looked at by every long loop. */
public final class StopSignal {

    private static final Reason ASKED_FOR =
            new Reason(FailureKind.STOPPED, "stopped by request; run the same command again to continue");

    private volatile Optional<Reason> reason = Optional.empty();

    private record Reason(FailureKind kind, String message) {}

    /** Asks the run to stop at the next safe place. */
    public void request() {
        if (reason.isEmpty()) {
            reason = Optional.of(ASKED_FOR);
        }
    }

    /** Stops the run at the next safe place, because it cannot go on. */
    void request(FailureKind kind, String message) {
        reason = Optional.of(new Reason(kind, message));
    }

    /** Ends the step here if somebody asked for it; its transaction is rolled back. */
    public void check() {
        reason.ifPresent(why -> {
            throw new ArrearsException(why.kind, why.message);
        });
    }
}
