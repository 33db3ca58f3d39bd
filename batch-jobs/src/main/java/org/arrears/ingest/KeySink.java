package org.arrears.ingest;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Keeps the key of the latest good row and nothing else: what a check without a database needs of it. */
final class KeySink implements RowSink {

    private final boolean[] inKey;
    private final StringBuilder key = new StringBuilder();
    private int column;

    KeySink(Destination destination) {
        List<String> columns = destination.columns();
        inKey = new boolean[columns.size() + 2];
        for (String name : destination.key()) {
            inKey[columns.indexOf(name)] = true;
        }
    }

    /** Returns the key's values, apart by a character that no value can have. */
    CharSequence key() {
        return key;
    }

    @Override
    public RowSink row() {
        key.setLength(0);
        column = 0;
        return this;
    }

    @Override
    public RowSink text(String value) {
        if (inKey[column++]) {
            key.append(value).append('\n');
        }
        return this;
    }

    @Override
    public RowSink textOrNull(String value) {
        return text(value);
    }

    @Override
    public RowSink bigint(long value) {
        if (inKey[column++]) {
            key.append(value).append('\n');
        }
        return this;
    }

    @Override
    public RowSink integer(int value) {
        return bigint(value);
    }

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
        column++;
        return this;
    }
}
