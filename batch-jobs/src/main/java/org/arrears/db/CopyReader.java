package org.arrears.db;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads the rows of a query by binary COPY, as a stream: memory does not grow with the result.
 *
 * <p>Call {@link #next()}, then one method per column in order.
 */
public final class CopyReader implements AutoCloseable {

    private static final int HEADER_BYTES = 19;
    private static final int MAX_DRAINED = 100_000;
    private static final long EPOCH_2000 = LocalDate.of(2000, 1, 1).toEpochDay();

    private final Connection connection;
    private final CopyOut copy;
    private byte[] message = {};
    private int at;
    private boolean headerRead;

    private CopyReader(Connection connection, CopyOut copy) {
        this.connection = connection;
        this.copy = copy;
    }

    /** Starts to read a query; parameters must be part of its text already, so only checked values may go there. */
    public static CopyReader of(Connection connection, String query) throws SQLException {
        return new CopyReader(
                connection,
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("COPY (" + query + ") TO STDOUT (FORMAT binary)"));
    }

    /** Moves to the next row; false at the end. */
    public boolean next() throws SQLException {
        while (at >= message.length) {
            byte @Nullable [] received = copy.readFromCopy();
            if (received == null) {
                return false;
            }
            message = received;
            at = 0;
            if (!headerRead) {
                headerRead = true;
                at = HEADER_BYTES;
            }
        }
        int columns = (short) (((message[at++] & 0xff) << 8) | (message[at++] & 0xff));
        if (columns < 0) {
            drain();
            return false;
        }
        return true;
    }

    /** Reads past the trailer to the end of the command, without which the connection cannot be used again. */
    private void drain() throws SQLException {
        byte @Nullable [] rest = copy.readFromCopy();
        if (rest != null) {
            throw new IllegalStateException("COPY goes on after its trailer");
        }
        at = message.length;
    }

    public String text() {
        return textOrEmpty().orElseThrow(() -> new IllegalStateException("NULL where a text must be"));
    }

    public Optional<String> textOrEmpty() {
        int size = readInt();
        if (size < 0) {
            return Optional.empty();
        }
        String value = new String(message, at, size, StandardCharsets.UTF_8);
        at += size;
        return Optional.of(value);
    }

    public int integer() {
        requireSize(4);
        return readInt();
    }

    public long bigint() {
        requireSize(8);
        return readLong();
    }

    public Optional<Long> bigintOrEmpty() {
        int size = readInt();
        return size < 0 ? Optional.empty() : Optional.of(readLong());
    }

    public LocalDate date() {
        requireSize(4);
        return LocalDate.ofEpochDay(EPOCH_2000 + readInt());
    }

    public Optional<LocalDate> dateOrEmpty() {
        int size = readInt();
        return size < 0 ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(EPOCH_2000 + readInt()));
    }

    public int[] integers() {
        int[] values = new int[elements(ArrayElement.INTEGER)];
        for (int i = 0; i < values.length; i++) {
            values[i] = integer();
        }
        return values;
    }

    public long[] bigints() {
        long[] values = new long[elements(ArrayElement.BIGINT)];
        for (int i = 0; i < values.length; i++) {
            values[i] = bigint();
        }
        return values;
    }

    public LocalDate[] dates() {
        LocalDate[] values = new LocalDate[elements(ArrayElement.DATE)];
        for (int i = 0; i < values.length; i++) {
            values[i] = date();
        }
        return values;
    }

    /** Reads the head of an array of one dimension, and returns how many elements follow, each like a column. */
    private int elements(ArrayElement expected) {
        int size = readInt();
        int dimensions = size < 0 ? -1 : readInt();
        if (dimensions < 0 || dimensions > 1) {
            throw new IllegalStateException("no array of one dimension where one must be");
        }
        readInt();
        int oid = readInt();
        if (oid != expected.oid()) {
            throw new IllegalStateException("an array of type " + oid + " where " + expected + " is expected");
        }
        int count = dimensions == 0 ? 0 : readInt();
        at += dimensions == 0 ? 0 : 4;
        return count;
    }

    /** Ends the COPY: reads the little that may be left, or gives the connection up if it is much. */
    @Override
    public void close() throws SQLException {
        for (int i = 0; i < MAX_DRAINED && copy.isActive(); i++) {
            if (copy.readFromCopy() == null) {
                return;
            }
        }
        if (copy.isActive()) {
            connection.abort(Runnable::run);
        }
    }

    private void requireSize(int expected) {
        int size = readInt();
        if (size != expected) {
            throw new IllegalStateException("a column of " + size + " bytes where " + expected + " are expected");
        }
    }

    private long readLong() {
        return ((long) readInt() << 32) | (readInt() & 0xffffffffL);
    }

    private int readInt() {
        return (message[at++] << 24)
                | ((message[at++] & 0xff) << 16)
                | ((message[at++] & 0xff) << 8)
                | (message[at++] & 0xff);
    }
}
