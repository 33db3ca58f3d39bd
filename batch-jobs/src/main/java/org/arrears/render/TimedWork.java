package org.arrears.render;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Work that cannot be asked to stop, done on a thread of its own; who waits for it waits only so long. */
public final class TimedWork {

    private TimedWork() {}

    /** What is to be done. */
    public interface Task<T> {
        T run() throws Exception;
    }

    /**
     * Does it and returns what came of it; what it throws is thrown here.
     *
     * @throws TimeoutException if it takes longer; it goes on and nobody looks at what it does
     */
    public static <T> T within(Duration time, String name, Task<T> task) throws Exception {
        FutureTask<T> work = new FutureTask<>(task::run);
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        try {
            return work.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw failed.getCause() instanceof Exception known ? known : failed;
        }
    }
}
