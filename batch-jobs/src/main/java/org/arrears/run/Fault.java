package org.arrears.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.Optional;
import org.arrears.core.replay.AmountTooLargeException;
import org.arrears.db.DatabaseFault;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/** Finds whose fault a failure is: somebody said so, the database's, a file's that cannot be written, the heap's. */
public final class Fault {

    private static final String AGAIN = ", then run the same command again";

    private Fault() {}

    /** Returns the failure to report; what nobody can be blamed for is a defect of ours and comes back as it is. */
    public static RuntimeException of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = before(cause)) {
            Optional<ArrearsException> blamed = blamed(cause, thrown);
            if (blamed.isPresent()) {
                return blamed.get();
            }
        }
        return thrown instanceof RuntimeException defect ? defect : new IllegalStateException(thrown);
    }

    /** A rollback on a lost connection fails too, and would hide why it was lost. */
    private static @Nullable Throwable before(Throwable thrown) {
        return thrown instanceof TransactionSystemException failed && failed.getApplicationException() != null
                ? failed.getApplicationException()
                : thrown.getCause();
    }

    private static Optional<ArrearsException> blamed(Throwable cause, Throwable thrown) {
        if (cause instanceof ArrearsException known) {
            return Optional.of(known);
        }
        if (cause instanceof AmountTooLargeException tooLarge) {
            return failure(
                    FailureKind.INPUT_REFUSED, tooLarge.getMessage() + ": correct its rows or settle it", thrown);
        }
        if (cause instanceof SQLException broken) {
            return DatabaseFault.of(broken);
        }
        if (cause instanceof IOException broken) {
            return failure(FailureKind.FAILED, "a file cannot be read or written: " + inWords(broken), thrown);
        }
        if (cause instanceof OutOfMemoryError exhausted) {
            return failure(FailureKind.FAILED, inWords(exhausted), thrown);
        }
        return Optional.empty();
    }

    private static Optional<ArrearsException> failure(FailureKind kind, String what, Throwable thrown) {
        return Optional.of(new ArrearsException(kind, what + AGAIN, thrown));
    }

    /** Some of them have the path for a message and nothing else. */
    private static String inWords(IOException broken) {
        String said = String.valueOf(broken.getMessage());
        if (broken instanceof NoSuchFileException) {
            return said + ": it is not there; put it back";
        }
        if (broken instanceof AccessDeniedException) {
            return said + ": not allowed; see its owner and mode";
        }
        if (broken instanceof FileSystemException known && known.getReason() == null) {
            said = broken.getClass().getSimpleName() + " " + said;
        }
        return said + "; make room or mend the rights";
    }

    private static String inWords(OutOfMemoryError exhausted) {
        String said = String.valueOf(exhausted.getMessage());
        if (said.contains("native thread")) {
            return "the system gives this command no more threads (" + said + "): raise its limit of processes";
        }
        return "not enough memory (" + said + ") with a heap of "
                + (Runtime.getRuntime().maxMemory() >> 20) + " MB: set ARREARS_JAVA_OPTS=-Xmx1g or more";
    }
}
