package org.arrears.ingest.load;

import java.util.Arrays;
import java.util.BitSet;
import org.arrears.db.CopyWriter;

/** The values of one column in some rows: numbers, amounts, or dates as days since 1970. */
final class ColumnValues {

    private static final int FIRST_ROOM = 64;

    /** What a column holds. */
    enum Type {
        INTEGER,
        BIGINT,
        DATE
    }

    private final Type type;
    private final BitSet nothing = new BitSet();
    private long[] values = new long[FIRST_ROOM];
    private int count;

    ColumnValues(Type type) {
        this.type = type;
    }

    void add(long value) {
        if (count == values.length) {
            values = Arrays.copyOf(values, 2 * count);
        }
        values[count++] = value;
    }

    void addNothing() {
        nothing.set(count);
        add(0);
    }

    /** Returns an empty column of the same type. */
    ColumnValues another() {
        return new ColumnValues(type);
    }

    /** Adds all values of a column of the same type. */
    void addAll(ColumnValues more) {
        for (int i = 0; i < more.count; i++) {
            if (more.nothing.get(i)) {
                addNothing();
            } else {
                add(more.values[i]);
            }
        }
    }

    void clear() {
        count = 0;
        nothing.clear();
    }

    int count() {
        return count;
    }

    /** Says whether a value is above all that there are, if they ascend. */
    boolean isBelow(long value) {
        return count == 0 || values[count - 1] < value;
    }

    /** Writes the value of one row. */
    void write(CopyWriter out, int row) {
        if (nothing.get(row)) {
            out.nothing();
            return;
        }
        switch (type) {
            case INTEGER -> out.integer(Math.toIntExact(values[row]));
            case BIGINT -> out.bigint(values[row]);
            case DATE -> out.epochDay(Math.toIntExact(values[row]));
        }
    }

    /** Writes all values as an array. */
    void writeArray(CopyWriter out) {
        switch (type) {
            case INTEGER -> out.integers(integers(), count);
            case BIGINT -> out.bigints(values, count, nothing);
            case DATE -> out.dates(integers(), count);
        }
    }

    private int[] integers() {
        int[] integers = new int[count];
        for (int i = 0; i < count; i++) {
            integers[i] = Math.toIntExact(values[i]);
        }
        return integers;
    }
}
