package org.arrears.render;

import java.math.BigInteger;
import java.util.Collection;
import java.util.Iterator;
import java.util.Locale;
import org.apache.velocity.util.introspection.Info;
import org.arrears.print.Figures;
import org.jspecify.annotations.Nullable;

/**
 * What a rendering that goes on in this thread has left of its limits. Velocity makes its own helpers, so they find it
 * by the thread.
 */
public final class RenderBudget implements AutoCloseable {

    private static final ThreadLocal<RenderBudget> CURRENT = new ThreadLocal<>();
    private static final int MOST_BITS = 4_096;

    private final RenderLimits limits;
    private final long begun = System.nanoTime();
    private Info loop = new Info("", 0, 0);
    private int rounds;
    private long characters;

    private RenderBudget(RenderLimits limits) {
        this.limits = limits;
    }

    /** Begins a rendering in this thread; it ends when this is closed. */
    public static RenderBudget begin(RenderLimits limits) {
        RenderBudget budget = new RenderBudget(limits);
        CURRENT.set(budget);
        return budget;
    }

    static RenderBudget current() {
        RenderBudget budget = CURRENT.get();
        if (budget == null) {
            throw new IllegalStateException("no rendering goes on in this thread");
        }
        return budget;
    }

    @Override
    public void close() {
        CURRENT.remove();
    }

    void spendTime() {
        if (System.nanoTime() - begun > limits.time().toNanos()) {
            throw inLoop(new LimitExceededException(
                    "takes more than " + limits.time().toSeconds() + " s", "make its loops and patterns shorter"));
        }
    }

    /** So many more characters are printed. */
    void print(int more) {
        characters += more;
        if (characters > limits.characters()) {
            throw tooLong();
        }
        spendTime();
    }

    private LimitExceededException tooLong() {
        return inLoop(new LimitExceededException(
                String.format(Locale.ROOT, "makes more than %s characters", Figures.grouped(limits.characters())),
                "make its loops and texts end"));
    }

    private LimitExceededException inLoop(LimitExceededException exceeded) {
        return exceeded.at(loop.getTemplateName(), loop.getLine());
    }

    /** Refuses a text, number or list that is larger than any notice needs. */
    void requireSmall(@Nullable Object made) {
        if (made instanceof CharSequence text && text.length() > limits.characters()) {
            throw tooLong();
        }
        if (made instanceof BigInteger number && number.bitLength() > MOST_BITS) {
            throw inLoop(new LimitExceededException("makes a number of more than 1,000 digits", "make its loops end"));
        }
        if (made instanceof Collection<?> many && many.size() > limits.rounds()) {
            throw tooManyRounds();
        }
    }

    /** Refuses a text repeated so often before it is made. */
    void requireSmall(String text, long times) {
        if (text.length() * times > limits.characters()) {
            throw tooLong();
        }
    }

    private LimitExceededException tooManyRounds() {
        return inLoop(new LimitExceededException(
                String.format(Locale.ROOT, "goes through loops more than %s times", Figures.grouped(limits.rounds())),
                "make its loops shorter"));
    }

    /** Counts the rounds of a loop that begins at a place, and looks at the time. */
    <T> Iterator<T> counted(Iterator<T> all, Info begun) {
        loop = begun;
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public T next() {
                loop = begun;
                rounds++;
                if (rounds > limits.rounds()) {
                    throw tooManyRounds();
                }
                spendTime();
                return all.next();
            }
        };
    }
}
