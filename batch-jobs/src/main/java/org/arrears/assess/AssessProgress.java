package org.arrears.assess;

import java.util.concurrent.atomic.AtomicLong;
import org.arrears.run.Progress;

/** How many loans have been assessed, over all partitions of this process. */
final class AssessProgress {

    private static final int TELL_EVERY = 10_000;

    private final Progress progress;
    private final AtomicLong done = new AtomicLong();
    private volatile long total;

    AssessProgress(Progress progress) {
        this.progress = progress;
    }

    /** So many loans are to be assessed. */
    void expect(long loans) {
        total = loans;
        done.set(0);
    }

    /** One more is. */
    void assessed() {
        long count = done.incrementAndGet();
        if (count % TELL_EVERY == 0) {
            progress.advanced(new Progress.Advance("assess-accounts", "loans", count, 0, count, total));
        }
    }
}
