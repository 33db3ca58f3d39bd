package org.arrears.ingest.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.arrears.db.CopyWriter;
import org.arrears.ingest.kind.RowSink;

/** Rows of a file on their way into a stage that has a row for each. */
final class PlainRows implements StagedRows {

    private final Connection connection;
    private final Stage stage;
    private CopyWriter out;

    PlainRows(Connection connection, Stage stage) throws SQLException {
        this.connection = connection;
        this.stage = stage;
        this.out = begin();
    }

    private CopyWriter begin() throws SQLException {
        return CopyWriter.into(connection, stage.rows(), stage.rowColumns());
    }

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
    public RowSink textOr(String value, String fallback) {
        out.textOrNull(value.isEmpty() && stage.isNew() ? fallback : value);
        return this;
    }

    @Override
    public RowSink bigint(long value) {
        out.bigint(value);
        return this;
    }

    @Override
    public RowSink bigintOr(OptionalLong value, long fallback) {
        if (value.isEmpty() && !stage.isNew()) {
            out.nothing();
        } else {
            out.bigint(value.orElse(fallback));
        }
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

    @Override
    public void from(int file, int line) {
        out.integer(file);
        out.integer(line);
    }

    @Override
    public void pause() throws SQLException {
        out.finish();
    }

    @Override
    public void resume() throws SQLException {
        out = begin();
    }

    @Override
    public void end() throws SQLException {
        pause();
    }

    @Override
    public void close() throws SQLException {
        out.close();
    }
}
