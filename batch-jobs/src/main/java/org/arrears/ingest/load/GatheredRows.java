package org.arrears.ingest.load;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.arrears.db.CopyWriter;
import org.arrears.ingest.kind.RowSink;

/**
 * Rows of a file on their way into a stage of arrays: those of one loan that stand together in ascending order of their
 * numbers are one row of it. A row that stands alone, or out of order, goes to the stage of rows, where the database
 * puts it together with others.
 *
 * <p>A run is no longer than there are numbers, and others wait in bounded number, so memory is bounded.
 */
final class GatheredRows implements StagedRows {

    private static final int MOST_WAITING = 20_000;

    private final Connection connection;
    private final Stage stage;
    private final int fileNo;
    private final List<ColumnValues> run = new ArrayList<>();
    private final ColumnValues lines = new ColumnValues(ColumnValues.Type.INTEGER);
    private final List<ColumnValues> scattered = new ArrayList<>();
    private final List<String> scatteredLoans = new ArrayList<>();
    private final ColumnValues scatteredLines = new ColumnValues(ColumnValues.Type.INTEGER);
    private CopyWriter out;
    private String loanNo = "";
    private boolean ascends = true;
    private int column;

    GatheredRows(Connection connection, Stage stage, int fileNo) throws SQLException {
        this.connection = connection;
        this.stage = stage;
        this.fileNo = fileNo;
        this.out = begin();
    }

    private CopyWriter begin() throws SQLException {
        return CopyWriter.into(
                connection, stage.name(), stage.gathering().orElseThrow().tableColumns());
    }

    @Override
    public RowSink row() {
        column = 0;
        return this;
    }

    /** Takes the loan, the one text that a row has. */
    @Override
    public RowSink text(String value) throws SQLException {
        if (column != 0) {
            throw new IllegalStateException("a text beside the loan cannot be gathered");
        }
        if (!value.equals(loanNo)) {
            endRun();
            loanNo = value;
        }
        return this;
    }

    @Override
    public RowSink textOrNull(String value) throws SQLException {
        return text(value);
    }

    @Override
    public RowSink textOr(String value, String fallback) throws SQLException {
        return text(value);
    }

    private ColumnValues next(ColumnValues.Type type) {
        if (column == run.size()) {
            run.add(new ColumnValues(type));
        }
        return run.get(column++);
    }

    /** The first is the row's number in its loan. */
    @Override
    public RowSink integer(int value) {
        ColumnValues values = next(ColumnValues.Type.INTEGER);
        ascends &= column > 1 || values.isBelow(value);
        values.add(value);
        return this;
    }

    @Override
    public RowSink bigint(long value) {
        next(ColumnValues.Type.BIGINT).add(value);
        return this;
    }

    @Override
    public RowSink bigintOr(OptionalLong value, long fallback) {
        if (value.isEmpty() && !stage.isNew()) {
            next(ColumnValues.Type.BIGINT).addNothing();
            return this;
        }
        return bigint(value.orElse(fallback));
    }

    @Override
    public RowSink date(LocalDate value) {
        next(ColumnValues.Type.DATE).add(value.toEpochDay());
        return this;
    }

    @Override
    public RowSink date(Optional<LocalDate> value) {
        value.ifPresentOrElse(this::date, this::nothing);
        return this;
    }

    @Override
    public RowSink nothing() {
        throw new IllegalStateException("a column of no type cannot be gathered");
    }

    @Override
    public void from(int file, int line) {
        lines.add(line);
    }

    private void endRun() throws SQLException {
        int rows = lines.count();
        if (rows > 1 && ascends) {
            out.row().text(loanNo);
            run.forEach(values -> values.writeArray(out));
            out.integer(fileNo).nothing();
            lines.writeArray(out);
        } else if (rows > 0) {
            scatter(rows);
        }
        run.forEach(ColumnValues::clear);
        lines.clear();
        ascends = true;
    }

    private void scatter(int rows) throws SQLException {
        for (int i = 0; i < rows; i++) {
            scatteredLoans.add(loanNo);
        }
        for (int i = 0; i < run.size(); i++) {
            if (scattered.size() == i) {
                scattered.add(run.get(i).another());
            }
            scattered.get(i).addAll(run.get(i));
        }
        scatteredLines.addAll(lines);
        if (scatteredLoans.size() >= MOST_WAITING) {
            pause();
            resume();
        }
    }

    /** Ends the COPY; rows of the loan that is being read stay in memory. */
    @Override
    public void pause() throws SQLException {
        out.finish();
        if (scatteredLoans.isEmpty()) {
            return;
        }
        try (CopyWriter rows = CopyWriter.into(connection, stage.rows(), stage.rowColumns())) {
            for (int i = 0; i < scatteredLoans.size(); i++) {
                rows.row().text(scatteredLoans.get(i));
                for (ColumnValues values : scattered) {
                    values.write(rows, i);
                }
                rows.integer(fileNo);
                scatteredLines.write(rows, i);
            }
            rows.finish();
        }
        scatteredLoans.clear();
        scattered.forEach(ColumnValues::clear);
        scatteredLines.clear();
    }

    @Override
    public void resume() throws SQLException {
        out = begin();
    }

    @Override
    public void end() throws SQLException {
        endRun();
        pause();
    }

    @Override
    public void close() throws SQLException {
        out.close();
    }
}
