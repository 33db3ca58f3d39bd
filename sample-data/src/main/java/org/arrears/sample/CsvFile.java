package org.arrears.sample;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

/** Writes one CSV file as bytes, column by column, and counts and sums for its control file while it does. */
final class CsvFile implements Closeable {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int MOST_BYTES_OF_A_CHAR = 3;

    private final Path path;
    private final InboxFile kind;
    private final OutputStream out;
    private final MessageDigest digest;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final byte[] digits = new byte[20];
    private final List<String> columns;
    private final boolean[] summed;
    private final long[] sumsInThousandths;
    private int used;
    private int column;
    private long rows;
    private long wrongRows;

    CsvFile(Path folder, InboxFile kind) throws IOException {
        this.path = folder.resolve(kind.fileName());
        this.kind = kind;
        this.out = PrivateFiles.open(path);
        this.digest = sha256();
        this.columns = kind.columns();
        this.summed = new boolean[columns.size()];
        this.sumsInThousandths = new long[columns.size()];
        for (String name : columns) {
            summed[column] = kind.sums().contains(name);
            text(name);
        }
        endLine();
    }

    long rows() {
        return rows;
    }

    /** Whether one more wrong row keeps them below 2 % of the file. */
    boolean hasRoomForAWrongRow() {
        return (wrongRows + 1) * 50 < rows + 1;
    }

    void countWrongRow() {
        wrongRows++;
    }

    CsvFile empty() {
        return text("");
    }

    CsvFile text(String value) {
        startColumn();
        boolean quoted = needsQuotes(value);
        if (quoted) {
            room(1);
            put('"');
        }
        for (int i = 0; i < value.length(); i++) {
            character(value.charAt(i));
        }
        if (quoted) {
            room(1);
            put('"');
        }
        return this;
    }

    /** A prefix and a number of fixed width, such as LN2026000001. */
    CsvFile key(String prefix, long number, int width) {
        text(prefix);
        int length = format(number);
        room(Math.max(length, width));
        for (int i = length; i < width; i++) {
            put('0');
        }
        putDigits(length, 0);
        return this;
    }

    CsvFile number(long value) {
        return amount(value, 0);
    }

    /** A decimal of exactly these fraction digits; added to the sum where the control file has one. */
    CsvFile amount(long minor, int fractionDigits) {
        startColumn();
        if (summed[column - 1]) {
            sumsInThousandths[column - 1] =
                    Math.addExact(sumsInThousandths[column - 1], thousandths(minor, fractionDigits));
        }
        int length = format(minor);
        room(Math.max(length, fractionDigits + 1) + 1);
        if (length <= fractionDigits) {
            put('0');
            put('.');
            for (int i = length; i < fractionDigits; i++) {
                put('0');
            }
            putDigits(length, 0);
            return this;
        }
        putDigits(length, fractionDigits);
        if (fractionDigits > 0) {
            put('.');
            putDigits(fractionDigits, 0);
        }
        return this;
    }

    CsvFile date(LocalDate day) {
        startColumn();
        room(10);
        twoDigits(day.getYear() / 100);
        twoDigits(day.getYear() % 100);
        put('-');
        twoDigits(day.getMonthValue());
        put('-');
        twoDigits(day.getDayOfMonth());
        return this;
    }

    void endRow() {
        if (column != columns.size()) {
            throw new IllegalStateException(kind.fileName() + ": a row of " + column + " columns");
        }
        rows++;
        endLine();
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
        if (!kind.sums().isEmpty()) {
            try (OutputStream control = PrivateFiles.open(path.resolveSibling(kind.fileName() + ".ctl"))) {
                control.write(controlLines().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** Removes a file that has nothing to say. */
    void discard() throws IOException {
        out.close();
        Files.delete(path);
    }

    private String controlLines() {
        StringBuilder lines = new StringBuilder("rows=" + rows + "\nsha256=");
        lines.append(HexFormat.of().formatHex(digest.digest())).append('\n');
        for (int i = 0; i < columns.size(); i++) {
            if (summed[i]) {
                lines.append("sum.")
                        .append(columns.get(i))
                        .append('=')
                        .append(plain(sumsInThousandths[i]))
                        .append('\n');
            }
        }
        return lines.toString();
    }

    private String plain(long thousandths) {
        String fraction = Long.toString(1000 + thousandths % 1000).substring(1, 1 + kind.sumDigits());
        return thousandths / 1000 + "." + fraction;
    }

    private static long thousandths(long minor, int fractionDigits) {
        return switch (fractionDigits) {
            case 0 -> minor * 1000;
            case 2 -> minor * 10;
            case 3 -> minor;
            default -> throw new IllegalStateException("no sums over amounts of digits " + fractionDigits);
        };
    }

    private void startColumn() {
        if (column++ > 0) {
            room(1);
            put(',');
        }
    }

    private void endLine() {
        room(1);
        put('\n');
        column = 0;
    }

    private static boolean needsQuotes(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }

    private void character(char c) {
        room(MOST_BYTES_OF_A_CHAR);
        if (Character.isSurrogate(c) || c == '"') {
            throw new IllegalStateException("no sample text has the character " + (int) c);
        }
        if (c < 0x80) {
            put(c);
        } else if (c < 0x800) {
            put(0xC0 | (c >> 6));
            put(0x80 | (c & 0x3F));
        } else {
            put(0xE0 | (c >> 12));
            put(0x80 | ((c >> 6) & 0x3F));
            put(0x80 | (c & 0x3F));
        }
    }

    /** Leaves the digits of a number in reverse and says how many. */
    private int format(long value) {
        if (value < 0) {
            throw new IllegalStateException(kind.fileName() + ": negative " + value);
        }
        long left = value;
        int length = 0;
        do {
            digits[length++] = (byte) ('0' + left % 10);
            left /= 10;
        } while (left > 0);
        return length;
    }

    private void putDigits(int from, int downTo) {
        for (int i = from - 1; i >= downTo; i--) {
            buffer[used++] = digits[i];
        }
    }

    private void twoDigits(int value) {
        put('0' + value / 10);
        put('0' + value % 10);
    }

    private void put(int value) {
        buffer[used++] = (byte) value;
    }

    private void room(int bytes) {
        if (used + bytes > BUFFER_BYTES) {
            flush();
        }
    }

    private void flush() {
        try {
            digest.update(buffer, 0, used);
            out.write(buffer, 0, used);
            used = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
