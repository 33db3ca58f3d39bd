package org.arrears.core.replay;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** Things that happen on days, in their order, taken day by day. */
final class ByDay<T> {

    private final List<T> things;
    private final Function<T, LocalDate> day;
    private int next;
    private LocalDate nextOn;

    ByDay(List<T> things, Function<T, LocalDate> day) {
        this.things = things;
        this.day = day;
        this.nextOn = things.isEmpty() ? LocalDate.MAX : day.apply(things.get(0));
    }

    /** Returns the day of the next thing, or another one if that is earlier. */
    LocalDate nextOr(LocalDate other) {
        return nextOn.isBefore(other) ? nextOn : other;
    }

    /** Says whether something is left that happens by the end of a day. */
    boolean hasNextBy(LocalDate until) {
        return !nextOn.isAfter(until) && next < things.size();
    }

    T take() {
        T taken = things.get(next++);
        nextOn = next < things.size() ? day.apply(things.get(next)) : LocalDate.MAX;
        return taken;
    }
}
