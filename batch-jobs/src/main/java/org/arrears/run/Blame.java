package org.arrears.run;

import java.io.IOException;
import java.sql.SQLException;
import org.arrears.core.replay.AmountTooLargeException;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;

/** Finds whose fault a failure is: somebody said so, the database went away, a file cannot be written. */
public final class Blame {

    private static final String AGAIN = "; nothing was published: run the same command again to continue";

    private Blame() {}

    /** Returns the failure to report; what nobody can be blamed for is a defect of ours and comes back as it is. */
    public static RuntimeException of(RuntimeException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ArrearsException known) {
                return known;
            }
            if (cause instanceof AmountTooLargeException tooLarge) {
                return new ArrearsException(
                        FailureKind.INPUT_REFUSED,
                        tooLarge.getMessage() + ": correct its rows or settle it" + AGAIN,
                        thrown);
            }
            if (cause instanceof SQLException broken && isOfTheServer(broken)) {
                return new ArrearsException(
                        FailureKind.DATABASE_UNAVAILABLE, "lost the database: " + broken.getMessage() + AGAIN, thrown);
            }
            if (cause instanceof IOException broken) {
                return new ArrearsException(
                        FailureKind.FAILED, "a file cannot be read or written: " + broken.getMessage() + AGAIN, thrown);
            }
        }
        return thrown;
    }

    /**
     * Connection lost (08), no resources (53), shut down by an operator (57P), its own input and output (58); no state
     * at all is what the pool says of a connection that was lost before.
     */
    private static boolean isOfTheServer(SQLException broken) {
        String state = broken.getSQLState();
        return state == null
                || state.startsWith("08")
                || state.startsWith("53")
                || state.startsWith("57P")
                || state.startsWith("58");
    }
}
