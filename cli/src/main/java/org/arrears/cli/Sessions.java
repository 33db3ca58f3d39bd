package org.arrears.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.arrears.db.Database;
import org.arrears.db.DatabaseCopy;
import org.arrears.run.Progress;
import org.arrears.run.Runner;
import org.arrears.run.StopSignal;

/** Opens what a command needs and closes it again, also when a signal comes. */
final class Sessions {

    private static final String COPY = "copy-database";

    private Sessions() {}

    /** Works with a database that there must be: a command that asks makes none, to answer from what is not there. */
    static <T> T withExisting(Console console, CommonOptions options, Function<Database, T> work) {
        try (Database database = Database.openExisting(options.address(console))) {
            return work.apply(database);
        }
    }

    /** Works with the database, made if this is the first command that needs it. */
    static <T> T withDatabase(Console console, CommonOptions options, Function<Database, T> work) {
        try (Database database = Database.open(options.address(console))) {
            return work.apply(database);
        }
    }

    /**
     * Works with a runner. On SIGTERM or SIGINT the run is asked to stop and the process waits until it has: the exit
     * code is then 143 or 130.
     *
     * @param dryRun whether it works with a copy of the database that is dropped afterwards
     */
    static <T> T withRunner(Console console, CommonOptions options, boolean dryRun, Function<Runner, T> work) {
        StopSignal stop = new StopSignal();
        CountDownLatch ended = new CountDownLatch(1);
        AtomicBoolean complete = new AtomicBoolean();
        Thread hook = new Thread(
                () -> {
                    stop.request();
                    try {
                        ended.await();
                        if (!complete.get()) {
                            console.err()
                                    .println("arrears: stopped by a signal; nothing was published: run the same command"
                                            + " again to continue");
                            console.err().flush();
                        }
                    } catch (InterruptedException hurried) {
                        Thread.currentThread().interrupt();
                    }
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        Progress progress = TerminalProgress.of(console, options);
        Function<Database, T> running = database -> {
            T result = work.apply(
                    dryRun
                            ? Runner.inCopy(database, progress, stop, ExitCodes::of)
                            : new Runner(database, progress, stop, ExitCodes::of));
            complete.set(true);
            return result;
        };
        try (Database database = Database.open(options.address(console))) {
            if (!dryRun) {
                return running.apply(database);
            }
            try (DatabaseCopy copy = copied(database, progress)) {
                return running.apply(copy.database());
            }
        } finally {
            ended.countDown();
            removeHook(hook);
        }
    }

    private static DatabaseCopy copied(Database database, Progress progress) {
        progress.stepStarted(COPY);
        boolean complete = false;
        try {
            DatabaseCopy copy = DatabaseCopy.of(database);
            complete = true;
            return copy;
        } finally {
            progress.stepEnded(COPY, complete);
        }
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            return;
        }
    }
}
