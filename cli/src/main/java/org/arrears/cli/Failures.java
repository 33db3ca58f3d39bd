package org.arrears.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.arrears.failure.ArrearsException;
import org.arrears.run.Blame;

/** Turns what a command threw into a message and an exit code. */
final class Failures {

    private Failures() {}

    static int report(Exception thrown, Surroundings world, Path home, boolean verbose) {
        PrintWriter err = world.err();
        RuntimeException blamed = Blame.of(thrown);
        if (blamed instanceof ArrearsException known) {
            err.println("arrears: " + printable(String.valueOf(known.getMessage())));
            if (verbose) {
                known.printStackTrace(err);
            }
            return ExitCodes.of(known.kind());
        }
        Path log = home.resolve("defect.log");
        err.println("arrears: a defect of ours: " + thrown.getClass().getSimpleName() + ": " + thrown.getMessage()
                + "; the stack trace is in " + log + ": please report it; nothing was half-published");
        keep(thrown, log, err);
        if (verbose) {
            thrown.printStackTrace(err);
        }
        return ExitCodes.DEFECT;
    }

    /** Names from outside may hold what steers a terminal. */
    private static String printable(String message) {
        return message.replaceAll("[\\p{Cntrl}&&[^\n\t]]", "\ufffd");
    }

    private static void keep(Exception thrown, Path log, PrintWriter err) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            try (PrintWriter file = new PrintWriter(
                    Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND))) {
                thrown.printStackTrace(file);
            }
        } catch (IOException unwritable) {
            thrown.printStackTrace(err);
        }
    }
}
