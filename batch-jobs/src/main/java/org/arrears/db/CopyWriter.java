package org.arrears.db;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Writes rows into a table by binary COPY on a connection that is already in a transaction.
 *
 * <p>Call {@link #row()}, then one method per column in order; {@link #finish()} at the end. Closing without finishing
 * cancels the COPY, which aborts the transaction.
 */
public final class CopyWriter implements AutoCloseable {

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int FLUSH_AT = 1 << 16;
    private static final long EPOCH_2000 = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final BitSet NONE = new BitSet();

    private final CopyIn copy;
    private final int columns;
    private byte[] buffer = new byte[FLUSH_AT + 8192];
    private int length;
    private long rows;

    private CopyWriter(CopyIn copy, int columns) throws SQLException {
        this.copy = copy;
        this.columns = columns;
        System.arraycopy(SIGNATURE, 0, buffer, 0, SIGNATURE.length);
        length = SIGNATURE.length;
        putInt(0);
        putInt(0);
    }

    /** Starts a COPY into the columns of a table; names come from code, never from files. */
    public static CopyWriter into(Connection connection, String table, List<String> columns) throws SQLException {
        String sql = "COPY " + table + " (" + String.join(", ", columns) + ") FROM STDIN (FORMAT binary)";
        return new CopyWriter(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql), columns.size());
    }

    /** Begins the next row. */
    public CopyWriter row() throws SQLException {
        if (length > FLUSH_AT) {
            flush();
        }
        ensure(2);
        buffer[length++] = (byte) (columns >> 8);
        buffer[length++] = (byte) columns;
        rows++;
        return this;
    }

    public CopyWriter text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        putInt(bytes.length);
        ensure(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
        return this;
    }

    /** Writes a text, or NULL for an empty one. */
    public CopyWriter textOrNull(String value) {
        return value.isEmpty() ? nothing() : text(value);
    }

    public CopyWriter bigint(long value) {
        putInt(8);
        putInt((int) (value >>> 32));
        putInt((int) value);
        return this;
    }

    public CopyWriter integer(int value) {
        putInt(4);
        putInt(value);
        return this;
    }

    public CopyWriter flag(boolean value) {
        putInt(1);
        ensure(1);
        buffer[length++] = (byte) (value ? 1 : 0);
        return this;
    }

    public CopyWriter date(LocalDate value) {
        return epochDay(Math.toIntExact(value.toEpochDay()));
    }

    /** Writes a date given as days since 1970. */
    public CopyWriter epochDay(int days) {
        putInt(4);
        putInt(Math.toIntExact(days - EPOCH_2000));
        return this;
    }

    public CopyWriter date(Optional<LocalDate> value) {
        return value.isPresent() ? date(value.get()) : nothing();
    }

    /** Writes an array of integers, the first so many of those given. */
    public CopyWriter integers(int[] values, int count) {
        array(ArrayElement.INTEGER, count, 0);
        for (int i = 0; i < count; i++) {
            integer(values[i]);
        }
        return this;
    }

    /** Writes an array of amounts, the first so many of those given. */
    public CopyWriter bigints(long[] values, int count) {
        return bigints(values, count, NONE);
    }

    /**
     * Writes an array of amounts, the first so many of those given.
     *
     * @param nothing which of them are NULL
     */
    public CopyWriter bigints(long[] values, int count, BitSet nothing) {
        array(ArrayElement.BIGINT, count, nothing.cardinality());
        for (int i = 0; i < count; i++) {
            if (nothing.get(i)) {
                nothing();
            } else {
                bigint(values[i]);
            }
        }
        return this;
    }

    /** Writes an array of dates, the first so many of those given as days since 1970. */
    public CopyWriter dates(int[] epochDays, int count) {
        array(ArrayElement.DATE, count, 0);
        for (int i = 0; i < count; i++) {
            epochDay(epochDays[i]);
        }
        return this;
    }

    private void array(ArrayElement element, int count, int nothing) {
        if (count == 0) {
            throw new IllegalStateException("an array of nothing");
        }
        putInt(ArrayElement.HEADER_BYTES + 4 * count + element.bytes() * (count - nothing));
        putInt(1);
        putInt(nothing > 0 ? 1 : 0);
        putInt(element.oid());
        putInt(count);
        putInt(1);
    }

    /** Writes NULL. */
    public CopyWriter nothing() {
        putInt(-1);
        return this;
    }

    /** Ends the COPY and returns how many rows it took; refuses to go on if the server counted otherwise. */
    public long finish() throws SQLException {
        ensure(2);
        buffer[length++] = (byte) 0xff;
        buffer[length++] = (byte) 0xff;
        flush();
        long taken = copy.endCopy();
        if (taken != rows) {
            throw new IllegalStateException("COPY of " + rows + " rows stored " + taken);
        }
        return taken;
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void putInt(int value) {
        ensure(4);
        buffer[length++] = (byte) (value >>> 24);
        buffer[length++] = (byte) (value >>> 16);
        buffer[length++] = (byte) (value >>> 8);
        buffer[length++] = (byte) value;
    }

    private void ensure(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }

    private void flush() throws SQLException {
        copy.writeToCopy(buffer, 0, length);
        length = 0;
    }
}
