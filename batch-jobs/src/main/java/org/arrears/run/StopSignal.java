package org.arrears.run;

import java.util.Optional;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.springframework.batch.core.job.JobInterruptedException;

/** A request to stop, looked at by every long loop. */
public final class StopSignal {

    private static final Reason ASKED_FOR =
            new Reason(FailureKind.STOPPED, "stopped by request; run the same command again to continue");

    private volatile Optional<Reason> reason = Optional.empty();

    private record Reason(FailureKind kind, String message) {

        /** Spring Batch calls a step stopped, not failed, by what is right beneath its failure. */
        ArrearsException failure() {
            return kind == FailureKind.STOPPED
                    ? new ArrearsException(kind, message, new JobInterruptedException(message))
                    : new ArrearsException(kind, message);
        }
    }

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
            throw why.failure();
        });
    }

    /** Returns what a run ends with that was stopped, whoever saw the request first. */
    ArrearsException stopped() {
        return reason.orElse(ASKED_FOR).failure();
    }

    /** Returns the stop that a failure is about, however deep beneath it; else the failure. */
    static RuntimeException orStop(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ArrearsException known && known.kind() == FailureKind.STOPPED) {
                return known;
            }
        }
        return thrown;
    }
}
