package org.arrears.ingest;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.arrears.core.policy.RejectBudget;
import org.arrears.db.CopyWriter;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.ingest.Stage.ThrownOut;
import org.arrears.run.FileDigest;
import org.arrears.run.Run;
import org.arrears.run.StopSignal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Loads one file in the caller's transaction: every row is accepted or rejected with a reason, or the file is refused
 * and nothing of it stays.
 */
final class FileLoader {

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final Run run;
    private final Dialect dialect;
    private final IngestProgress progress;
    private final StopSignal stop;

    FileLoader(DataSource dataSource, Run run, Dialect dialect, IngestProgress progress, StopSignal stop) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.run = run;
        this.dialect = dialect;
        this.progress = progress;
        this.stop = stop;
    }

    /** Loads a file; empty if this content was loaded before. */
    Optional<SourceFile> load(InputFile file) throws IOException, SQLException {
        FileStamp stamp = FileStamp.of(file);
        FileDigest digest = digest(file);
        Optional<ControlFile> control = ControlFile.of(file);
        control.ifPresent(stated -> stated.checkDigest(digest.sha256()));
        String mappingSha256 = dialect.mapping()
                .of(file.name())
                .map(used -> dialect.mapping().sha256())
                .orElse("");
        SourceFileTable sources = new SourceFileTable(jdbc);
        SourceFile source = new SourceFile(
                sources.nextFileNo(),
                run.runId(),
                run.asOf(),
                file.kind(),
                file.name(),
                digest.sha256(),
                digest.bytes(),
                0,
                0,
                Map.of(),
                mappingSha256,
                run.request().options().dated(),
                0);
        if (sources.knows(source)) {
            return Optional.empty();
        }
        SourceFile loaded = load(file, source, control);
        stamp.requireUnchanged();
        sources.insert(loaded);
        return Optional.of(loaded);
    }

    private static FileDigest digest(InputFile file) {
        try {
            return FileDigest.of(file.path());
        } catch (IOException unreadable) {
            throw FileStamp.unreadable(file, unreadable);
        }
    }

    private SourceFile load(InputFile file, SourceFile source, Optional<ControlFile> control)
            throws IOException, SQLException {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        Destination destination = destination(file);
        ControlTotals totals = new ControlTotals(file.kind(), destination.summed());
        Path rejectFolder = run.recordFolder().resolve("rejects");
        try (CsvRows rows = CsvRows.open(file, dialect);
                RejectFile rejects = new RejectFile(Optional.of(rejectFolder), file.name(), rows.header())) {
            Stage stage = Stage.prepare(jdbc, connection, destination, source);
            copy(file, source, connection, new Parts(destination, stage, rows, rejects, totals));
            control.ifPresent(stated -> stated.checkTotals(totals, rows.layout()));
            progress.keying(file, totals.rows(), rejects.count());
            if (stage.check() > 0) {
                writeThrownOut(file, stage, rejects);
            }
            requireBudget(file, rejects.count(), totals.rows());
            long accepted = totals.rows() - rejects.count();
            if (stage.count() != accepted) {
                throw new IllegalStateException(file.name() + ": " + totals.rows() + " rows, " + rejects.count()
                        + " rejected, but " + stage.count() + " staged");
            }
            destination.merge(stage);
            stage.drop();
            return source.withTotals(totals.rows(), rejects.count(), stage.outdated(), totals.sums());
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private record Parts(
            Destination destination, Stage stage, CsvRows rows, RejectFile rejects, ControlTotals totals) {}

    private void copy(InputFile file, SourceFile source, Connection connection, Parts parts) throws SQLException {
        List<String> columns = new ArrayList<>(parts.destination.columns());
        columns.add("file_no");
        columns.add("line");
        RowLoop.Listener listener = new RowLoop.Listener() {
            @Override
            public void rejected(Reject reject) {
                parts.rejects.add(file.name(), reject, parts.rows.rawRow());
            }

            @Override
            public void advanced() {
                stop.check();
                progress.reading(file, parts.totals.rows(), parts.rejects.count(), parts.rows.bytesRead());
            }
        };
        try (CopyWriter out = CopyWriter.into(connection, parts.stage.name(), columns)) {
            new RowLoop(parts.rows, parts.destination, parts.totals, listener).into(new CopySink(out), source.fileNo());
            out.finish();
        }
    }

    private void requireBudget(InputFile file, long rejected, long rows) {
        RejectBudget budget = run.request().maxRejects();
        if (!budget.allows(rejected, rows)) {
            throw new ArrearsException(
                    FailureKind.INPUT_REFUSED,
                    file.name() + ": " + rejected + " of " + rows + " rows rejected, more than the error budget of "
                            + budget + " (--max-rejects); nothing of the file was loaded; reasons in "
                            + run.recordFolder().resolve("rejects"));
        }
    }

    /** Finds the text of the rows that the database threw out by reading the file once more. */
    private void writeThrownOut(InputFile file, Stage stage, RejectFile rejects) throws IOException {
        try (Stream<ThrownOut> byLine = stage.thrownOut();
                CsvRows rows = CsvRows.open(file, dialect)) {
            RowFields row = rows.fields();
            Iterator<ThrownOut> thrownOut = byLine.iterator();
            while (thrownOut.hasNext()) {
                ThrownOut out = thrownOut.next();
                do {
                    if (!rows.next(row)) {
                        throw FileStamp.changed(file);
                    }
                } while (rows.line() != out.line());
                rejects.add(file.name(), reject(out), rows.rawRow());
            }
        }
    }

    private static Reject reject(ThrownOut out) {
        StageCheck check = out.check();
        return new Reject(
                out.line(),
                check.column(),
                out.value(),
                check.code(),
                check.column() + " \"" + out.value() + "\" " + check.rule());
    }

    private Destination destination(InputFile file) {
        return switch (file.kind()) {
            case CALENDAR -> new CalendarTable();
            case CUSTOMERS -> new CustomerTable();
            case LOANS -> new LoanTable();
            case INSTALLMENTS -> new InstallmentTable(LoanCurrencies.read(jdbc), file.corrected());
            case TRANSACTIONS -> new TransactionTable(LoanCurrencies.read(jdbc));
            case HOLDS -> new HoldTable();
            case PROMISES -> new PromiseTable(LoanCurrencies.read(jdbc));
        };
    }
}
