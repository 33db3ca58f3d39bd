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

    /** Works with the database. */
    static <T> T withDatabase(Surroundings world, CommonOptions options, Function<Database, T> work) {
        try (Database database = Database.open(options.address(world))) {
            return work.apply(database);
        }
    }

    /**
     * Works with a runner. On SIGTERM or SIGINT the run is asked to stop and the process waits until it has: the exit
     * code is then 143 or 130.
     *
     * @param dryRun whether it works with a copy of the database that is dropped afterwards
     */
    static <T> T withRunner(Surroundings world, CommonOptions options, boolean dryRun, Function<Runner, T> work) {
        StopSignal stop = new StopSignal();
        CountDownLatch ended = new CountDownLatch(1);
        AtomicBoolean complete = new AtomicBoolean();
        Thread hook = new Thread(
                () -> {
                    stop.request();
                    try {
                        ended.await();
                        if (!complete.get()) {
                            world.err()
                                    .println("arrears: stopped by a signal; nothing was published: run the same command"
                                            + " again to continue");
                            world.err().flush();
                        }
                    } catch (InterruptedException hurried) {
                        Thread.currentThread().interrupt();
                    }
                },
                "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        Progress progress = TerminalProgress.of(world, options);
        Function<Database, T> running = database -> {
            T result =
                    work.apply(dryRun ? Runner.inCopy(database, progress, stop) : new Runner(database, progress, stop));
            complete.set(true);
            return result;
        };
        try (Database database = Database.open(options.address(world))) {
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
