package org.arrears.ingest.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.arrears.db.CopyWriter;
import org.arrears.ingest.kind.Reject;
import org.arrears.ingest.kind.RowSink;
import org.arrears.ingest.kind.RowSubject;

/**
 * The rows of one file on their way into the stage: good ones by COPY, rejected ones by a COPY of their own, in turns.
 */
final class StageWriter implements AutoCloseable {

    private static final int MOST_WAITING = 20_000;

    private final Connection connection;
    private final int fileNo;
    private final StagedRows good;
    private final List<Rejected> waiting = new ArrayList<>();

    private record Rejected(Reject reject, RowSubject subject) {}

    StageWriter(Connection connection, Stage stage, int fileNo) throws SQLException {
        this.connection = connection;
        this.fileNo = fileNo;
        this.good = stage.gathering().isPresent()
                ? new GatheredRows(connection, stage, fileNo)
                : new PlainRows(connection, stage);
    }

    /** Returns what takes the good rows. */
    RowSink good() {
        return good;
    }

    /** Takes a rejected row, after the row before it is complete; many are written at once, memory is bounded. */
    void reject(Reject reject, RowSubject subject) throws SQLException {
        waiting.add(new Rejected(reject, subject));
        if (waiting.size() >= MOST_WAITING) {
            good.pause();
            writeRejected();
            good.resume();
        }
    }

    /** Ends the file. */
    void finish() throws SQLException {
        good.end();
        writeRejected();
    }

    private void writeRejected() throws SQLException {
        if (waiting.isEmpty()) {
            return;
        }
        try (CopyWriter rejects = CopyWriter.into(connection, StageRejects.TABLE, StageRejects.COLUMNS)) {
            for (Rejected one : waiting) {
                write(rejects, one);
            }
            rejects.finish();
        }
        waiting.clear();
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
    public void close() throws SQLException {
        good.close();
    }
}
