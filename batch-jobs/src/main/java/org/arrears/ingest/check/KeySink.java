package org.arrears.ingest.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.arrears.ingest.kind.FileKind;
import org.arrears.ingest.kind.RowSink;

/** Keeps the key of the latest good row and the rest of what it says: what a check without a database needs of it. */
final class KeySink implements RowSink {

    private final boolean[] inKey;
    private final StringBuilder key = new StringBuilder();
    private final StringBuilder content = new StringBuilder();
    private int column;

    KeySink(FileKind kind) {
        List<String> columns = kind.columns().stored();
        inKey = new boolean[columns.size()];
        for (String name : kind.key()) {
            inKey[columns.indexOf(name)] = true;
        }
    }

    /** Returns the key's values, apart by a character that no value can have. */
    CharSequence key() {
        return key;
    }

    /** Returns the other values, in the same way. */
    CharSequence content() {
        return content;
    }

    @Override
    public RowSink row() {
        key.setLength(0);
        content.setLength(0);
        column = 0;
        return this;
    }

    private StringBuilder next() {
        return inKey[column++] ? key : content;
    }

    @Override
    public RowSink text(String value) {
        next().append(value).append('\n');
        return this;
    }

    @Override
    public RowSink textOrNull(String value) {
        return text(value);
    }

    @Override
    public RowSink textOr(String value, String fallback) {
        return text(value.isEmpty() ? fallback : value);
    }

    @Override
    public RowSink bigint(long value) {
        next().append(value).append('\n');
        return this;
    }

    @Override
    public RowSink bigintOr(OptionalLong value, long fallback) {
        return bigint(value.orElse(fallback));
    }

    @Override
    public RowSink integer(int value) {
        return bigint(value);
    }

    /** Where a row came from is no part of what it says. */
    @Override
    public void from(int fileNo, int line) {}

    @Override
    public RowSink date(LocalDate value) {
        return bigint(value.toEpochDay());
    }

    @Override
    public RowSink date(Optional<LocalDate> value) {
        return value.isPresent() ? date(value.get()) : nothing();
    }

    @Override
    public RowSink nothing() {
        return text("");
    }
}
