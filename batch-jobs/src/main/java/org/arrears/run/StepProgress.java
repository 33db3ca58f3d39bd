package org.arrears.run;

import java.util.concurrent.atomic.AtomicLong;

/** How many things a step has done, over all its partitions in this process. */
public final class StepProgress {

    private final Progress progress;
    private final StepName step;
    private final String what;
    private final int tellEvery;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong total = new AtomicLong();

    /** Counts what a step does, by the name of its things, and tells every so many of them. */
    public StepProgress(Progress progress, StepName step, String what, int tellEvery) {
        this.progress = progress;
        this.step = step;
        this.what = what;
        this.tellEvery = tellEvery;
    }

    /** The step begins, with so many things to do; 0 if that is not known. */
    public void expect(long things) {
        done.set(0);
        total.set(things);
    }

    /** So many more things have turned up. */
    public void expectMore(long things) {
        total.addAndGet(things);
    }

    /** So many more are done. */
    public void add(long more) {
        long count = done.addAndGet(more);
        if (count / tellEvery > (count - more) / tellEvery) {
            progress.advanced(new Progress.Advance(step.code(), what, count, 0, count, total.get()));
        }
    }
}
