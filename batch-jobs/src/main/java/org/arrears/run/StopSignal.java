package org.arrears.run;

import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;

/** A request to stop, looked at by every long loop. */
public final class StopSignal {

    private volatile boolean requested;

    /** Asks the run to stop at the next safe place. */
    public void request() {
        requested = true;
    }

    boolean isRequested() {
        return requested;
    }

    /** Ends the step here if somebody asked for it; its transaction is rolled back. */
    public void check() {
        if (requested) {
            throw new ArrearsException(
                    FailureKind.STOPPED, "stopped by request; run the same command again to continue");
        }
    }
}
