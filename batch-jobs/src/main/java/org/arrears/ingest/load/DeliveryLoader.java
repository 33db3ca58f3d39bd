package org.arrears.ingest.load;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.arrears.core.policy.RejectBudget;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.ingest.file.ControlTotals;
import org.arrears.ingest.file.CsvRow;
import org.arrears.ingest.file.CsvRows;
import org.arrears.ingest.file.Dialect;
import org.arrears.ingest.file.FileStamp;
import org.arrears.ingest.file.InputFile;
import org.arrears.ingest.file.RowLoop;
import org.arrears.ingest.inbox.Delivery;
import org.arrears.ingest.inbox.RejectFile;
import org.arrears.ingest.kind.FileKind;
import org.arrears.ingest.kind.LoanCurrencies;
import org.arrears.ingest.kind.Reject;
import org.arrears.ingest.kind.RowFields;
import org.arrears.ingest.kind.RowSubject;
import org.arrears.ingest.load.Reading.Arrival;
import org.arrears.run.Run;
import org.arrears.run.StopSignal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Loads a delivery in the caller's transaction: every row is accepted or rejected with a reason, or a file is refused
 * and nothing of the delivery stays.
 */
final class DeliveryLoader {

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final SourceFileTable sources;
    private final Run run;
    private final Dialect dialect;
    private final IngestProgress progress;
    private final StopSignal stop;

    DeliveryLoader(DataSource dataSource, Run run, Dialect dialect, IngestProgress progress, StopSignal stop) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.sources = new SourceFileTable(jdbc);
        this.run = run;
        this.dialect = dialect;
        this.progress = progress;
        this.stop = stop;
    }

    /** Loads what is new of a delivery; content that was loaded before is passed over. */
    List<LoadedFile> load(Delivery delivery) throws IOException, SQLException {
        List<Arrival> arrivals = delivery.files().stream().map(Arrival::of).toList();
        List<SourceFile> taken = take(delivery, arrivals);
        return arrivals.stream()
                .map(arrival -> new LoadedFile(
                        arrival.file(),
                        arrival.digest().sha256(),
                        taken.stream()
                                .filter(source ->
                                        source.name().equals(arrival.file().name()))
                                .findFirst()))
                .toList();
    }

    private List<SourceFile> take(Delivery delivery, List<Arrival> arrivals) throws IOException, SQLException {
        List<Arrival> news = news(delivery, arrivals);
        if (news.isEmpty()) {
            return List.of();
        }
        Connection connection = DataSourceUtils.getConnection(dataSource);
        LoanCurrencies currencies = currencies(delivery.kind());
        Stage stage = Stage.prepare(jdbc, connection, delivery.kind());
        try (Readings readings = new Readings(new ArrayList<>())) {
            int fileNo = sources.nextFileNo();
            for (Arrival arrival : news) {
                read(arrival, fileNo++, currencies, stage, readings.all());
            }
            progress.keying(delivery.kind());
            stage.check();
            for (Reading reading : readings.all()) {
                writeThrownOut(reading, stage);
            }
            for (Reading reading : readings.all()) {
                requireBudget(reading, stage);
            }
            requireAllAccountedFor(readings.all(), stage);
            return merge(delivery, stage, readings.all());
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** The files read so far; their reject files are open to the end. */
    private record Readings(List<Reading> all) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            for (Reading reading : all) {
                reading.close();
            }
        }
    }

    /** Returns the files to be read: those that are new, or all if one is and they count as a whole. */
    private List<Arrival> news(Delivery delivery, List<Arrival> arrivals) {
        Set<String> contents = new HashSet<>();
        List<Arrival> distinct = new ArrayList<>();
        for (Arrival arrival : arrivals) {
            SourceFile source = source(arrival);
            if (contents.add(source.sha256() + source.mappingSha256())) {
                distinct.add(sources.knows(source) ? arrival.loadedBefore() : arrival);
            }
        }
        List<Arrival> news =
                distinct.stream().filter(arrival -> !arrival.known()).toList();
        List<Arrival> wanted = delivery.isReadWhole() && !news.isEmpty() ? distinct : news;
        delivery.files().stream()
                .filter(file ->
                        wanted.stream().noneMatch(arrival -> arrival.file().equals(file)))
                .forEach(file -> progress.read(file, 0, 0));
        return wanted;
    }

    private SourceFile source(Arrival arrival) {
        return SourceFile.of(run, dialect, arrival.file(), arrival.digest());
    }

    private void read(Arrival arrival, int fileNo, LoanCurrencies currencies, Stage stage, List<Reading> readings)
            throws IOException, SQLException {
        InputFile file = arrival.file();
        try (CsvRows rows = CsvRows.open(file, dialect)) {
            ControlTotals totals = new ControlTotals(file.kind());
            RejectFile rejects = new RejectFile(Optional.of(rejectFolder()), file.name(), rows.header());
            Reading reading = new Reading(arrival, source(arrival).numbered(fileNo), totals, rejects);
            readings.add(reading);
            copy(reading, currencies, stage, rows);
            reading.requireTotals(rows.layout());
            progress.read(file, totals.rows(), rejects.count());
        }
    }

    private void copy(Reading reading, LoanCurrencies currencies, Stage stage, CsvRows rows) throws SQLException {
        InputFile file = reading.file();
        try (StageWriter out = stage.write(reading.staged(rows.layout()))) {
            RowLoop.Listener listener = new RowLoop.Listener() {
                @Override
                public void rejected(RowFields row, Reject reject) throws SQLException {
                    String text = rows.rawRow();
                    reading.rejects().add(file.name(), reject, text);
                    out.reject(reject, RowSubject.of(file.kind(), row, text));
                }

                @Override
                public void advanced() {
                    stop.check();
                    progress.reading(
                            file, reading.totals().rows(), reading.rejects().count(), rows.bytesRead());
                }
            };
            new RowLoop(rows, currencies, reading.totals(), listener).into(out.good(), reading.fileNo());
            out.finish();
        }
    }

    /** Finds the text of the rows that the database threw out by reading the file once more. */
    private void writeThrownOut(Reading reading, Stage stage) throws IOException {
        if (stage.rejects().thrownOut(reading.fileNo()) == 0) {
            return;
        }
        try (Stream<Reject> byLine = stage.rejects().thrownOutByLine(reading.fileNo());
                CsvRows rows = CsvRows.open(reading.file(), dialect)) {
            CsvRow row = rows.row();
            Iterator<Reject> thrownOut = byLine.iterator();
            while (thrownOut.hasNext()) {
                Reject out = thrownOut.next();
                do {
                    if (!rows.next(row)) {
                        throw FileStamp.changed(reading.file());
                    }
                } while (rows.line() != out.line());
                reading.rejects().add(reading.file().name(), out, rows.rawRow());
            }
        }
    }

    /** Refuses a file with too many rows rejected for what they say; rows that go with another one do not count. */
    private void requireBudget(Reading reading, Stage stage) {
        long rejected = reading.rejects().count() - stage.rejects().incomplete(reading.fileNo());
        long rows = reading.totals().rows();
        RejectBudget budget = run.request().maxRejects();
        if (!budget.allows(rejected, rows)) {
            String nothing = stage.files().size() == 1
                    ? "nothing of the file"
                    : "nothing of it nor of the files of its kind beside it";
            throw new ArrearsException(
                    FailureKind.INPUT_REFUSED,
                    reading.file().name() + ": " + rejected + " of " + rows
                            + " rows rejected, more than the error budget of " + budget + " (--max-rejects); "
                            + nothing + " was loaded; reasons in " + rejectFolder());
        }
    }

    private static void requireAllAccountedFor(List<Reading> readings, Stage stage) {
        long accepted = readings.stream()
                .mapToLong(reading ->
                        reading.totals().rows() - reading.rejects().count() - stage.repeated(reading.fileNo()))
                .sum();
        if (stage.count() != accepted) {
            throw new IllegalStateException(accepted + " rows accepted, but " + stage.count() + " staged");
        }
    }

    private List<SourceFile> merge(Delivery delivery, Stage stage, List<Reading> readings) {
        Optional<LocalDate> dated =
                Optional.of(run.asOf()).filter(date -> run.request().options().dated());
        StageMerge merge = new StageMerge(jdbc, stage, delivery, dated);
        delivery.kind().merge(merge);
        List<SourceFile> taken =
                readings.stream().map(reading -> reading.taken(stage, merge)).toList();
        taken.forEach(sources::insert);
        new OpenRejectTable(jdbc).update(stage, delivery.kind(), run.asOf());
        stage.drop();
        return taken;
    }

    private Path rejectFolder() {
        return run.recordFolder().resolve("rejects");
    }

    private LoanCurrencies currencies(FileKind kind) {
        return kind.hasAmountsOfLoans() ? LoanCurrencies.read(jdbc) : LoanCurrencies.of(Optional.empty(), Map.of());
    }
}
