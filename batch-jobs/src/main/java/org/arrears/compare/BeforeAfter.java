package org.arrears.compare;

import java.util.function.ToLongFunction;
import org.arrears.core.money.Dues;

/** What is overdue under the old and under the new policy, of one account or of many. */
public record BeforeAfter(Dues before, Dues after) {

    static final BeforeAfter NOTHING = new BeforeAfter(Dues.NOTHING, Dues.NOTHING);

    BeforeAfter plus(BeforeAfter other) {
        return new BeforeAfter(before.plus(other.before), after.plus(other.after));
    }

    /** Returns what the new policy adds to a part or to a sum of parts; negative if it takes away. */
    public long differenceMinor(ToLongFunction<Dues> of) {
        return Math.subtractExact(of.applyAsLong(after), of.applyAsLong(before));
    }
}
