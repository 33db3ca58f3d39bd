package org.arrears.ingest;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/** Takes good rows, one value per column in order: the COPY of a load, or a check that stores nothing. */
interface RowSink {

    /** Begins the next row. */
    RowSink row() throws SQLException;

    RowSink text(String value);

    /** Takes a text, or nothing for an empty one. */
    RowSink textOrNull(String value);

    RowSink bigint(long value);

    RowSink integer(int value);

    RowSink date(LocalDate value);

    RowSink date(Optional<LocalDate> value);

    RowSink nothing();
}
