package org.arrears.ingest;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.arrears.db.CopyWriter;
import org.arrears.ingest.kind.Reject;
import org.arrears.ingest.kind.RowSink;
import org.arrears.ingest.kind.RowSubject;

/**
 * The rows of one file on their way into the stage: good ones by COPY, rejected ones by a COPY of their own, in turns.
 */
final class StageWriter implements RowSink, AutoCloseable {

    private static final int MOST_WAITING = 20_000;

    private final Connection connection;
    private final Stage stage;
    private final int fileNo;
    private final List<String> columns;
    private final List<Rejected> waiting = new ArrayList<>();
    private CopyWriter out;

    private record Rejected(Reject reject, RowSubject subject) {}

    StageWriter(Connection connection, Stage stage, int fileNo) throws SQLException {
        this.connection = connection;
        this.stage = stage;
        this.fileNo = fileNo;
        this.columns = stage.allColumns();
        this.out = CopyWriter.into(connection, stage.name(), columns);
    }

    /** Takes a rejected row, after the row before it is complete; many are written at once, memory is bounded. */
    void reject(Reject reject, RowSubject subject) throws SQLException {
        waiting.add(new Rejected(reject, subject));
        if (waiting.size() >= MOST_WAITING) {
            finish();
            out = CopyWriter.into(connection, stage.name(), columns);
        }
    }

    /** Ends the file. */
    void finish() throws SQLException {
        out.finish();
        if (!waiting.isEmpty()) {
            try (CopyWriter rejects = CopyWriter.into(connection, StageRejects.TABLE, StageRejects.COLUMNS)) {
                for (Rejected one : waiting) {
                    write(rejects, one);
                }
                rejects.finish();
            }
            waiting.clear();
        }
    }

    private void write(CopyWriter rejects, Rejected one) throws SQLException {
        Reject reject = one.reject();
        rejects.row().integer(fileNo).integer(Math.toIntExact(reject.line()));
        rejects.text(one.subject().key()).text(reject.code().code());
        rejects.textOrNull(one.subject().loanNo().orElse(""));
        rejects.textOrNull(one.subject().customerNo().orElse(""));
        rejects.text(storable(reject.message())).flag(true);
    }

    /** The database takes any character but this one. */
    private static String storable(String text) {
        return text.replace('\0', '\ufffd');
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
    public void close() throws SQLException {
        out.close();
    }
}
