package org.arrears.ingest.kind;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Takes good rows, one value per column in order and where it came from: the COPY of a load, or a check that stores
 * nothing.
 */
public interface RowSink {

    /** Begins the next row. */
    RowSink row() throws SQLException;

    RowSink text(String value) throws SQLException;

    /** Takes a text, or nothing for an empty one. */
    RowSink textOrNull(String value) throws SQLException;

    /** Takes the text of a column with a default: an empty one is that of a new row, and changes no known one. */
    RowSink textOr(String value, String fallback) throws SQLException;

    RowSink bigint(long value);

    /** Takes the amount of a column with a default, as {@link #textOr} takes a text. */
    RowSink bigintOr(OptionalLong value, long fallback);

    RowSink integer(int value);

    RowSink date(LocalDate value);

    RowSink date(Optional<LocalDate> value);

    RowSink nothing();

    /** Ends a row with where it came from. */
    void from(int fileNo, int line);
}
