package org.arrears.ingest;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.arrears.db.CopyWriter;

/** Good rows into a COPY. */
record CopySink(CopyWriter out) implements RowSink {

    @Override
    public RowSink row() throws SQLException {
        out.row();
        return this;
    }

    @Override
    public RowSink text(String value) {
        out.text(value);
        return this;
    }

    @Override
    public RowSink textOrNull(String value) {
        out.textOrNull(value);
        return this;
    }

    @Override
    public RowSink bigint(long value) {
        out.bigint(value);
        return this;
    }

    @Override
    public RowSink integer(int value) {
        out.integer(value);
        return this;
    }

    @Override
    public RowSink date(LocalDate value) {
        out.date(value);
        return this;
    }

    @Override
    public RowSink date(Optional<LocalDate> value) {
        out.date(value);
        return this;
    }

    @Override
    public RowSink nothing() {
        out.nothing();
        return this;
    }
}
