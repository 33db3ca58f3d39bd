package org.arrears.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Objects;
import org.arrears.core.text.Shown;
import org.arrears.disk.PrivateFiles;
import org.arrears.failure.ArrearsException;
import org.arrears.guard.Ownership;
import org.arrears.guard.Secrets;
import org.arrears.run.Fault;

/** Turns what a command threw into a message and an exit code. */
final class Failures {

    private Failures() {}

    /** Where a command that failed keeps what is for us, and how it is run again. */
    record Place(Path home, Hints hints) {}

    static int report(Exception thrown, Console console, Place place, boolean verbose) {
        if (thrown instanceof ReaderGoneException) {
            return ExitCodes.DONE;
        }
        RuntimeException blamed = Fault.of(thrown);
        if (blamed instanceof ArrearsException known) {
            console.err().println("arrears: " + place.hints.in(said(known)));
            if (verbose) {
                console.err().print(trace(known));
            }
            return ExitCodes.of(known.kind());
        }
        Path log = place.home.resolve("defect.log");
        console.err()
                .println("arrears: a defect of ours: " + thrown.getClass().getSimpleName() + ": " + said(thrown)
                        + "; the stack trace is in " + log + ": please report it; nothing was half-published");
        boolean kept = keep(thrown, log);
        if (verbose || !kept) {
            console.err().print(trace(thrown));
        }
        return ExitCodes.DEFECT;
    }

    private static String said(Exception thrown) {
        return Secrets.hidden(String.valueOf(thrown.getMessage()));
    }

    private static String trace(Exception thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return Secrets.hidden(trace.toString());
    }

    /** Says whether the log could be written; it is not if somebody else could have laid the folder out. */
    private static boolean keep(Exception thrown, Path log) {
        try {
            Path home = Objects.requireNonNull(log.toAbsolutePath().getParent());
            Ownership.requireOwn("home", home);
            PrivateFiles.createFolders(home);
            PrivateFiles.append(log, Shown.harmless(trace(thrown)));
            return true;
        } catch (IOException | ArrearsException unwritable) {
            return false;
        }
    }
}
