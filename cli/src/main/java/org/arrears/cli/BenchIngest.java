package org.arrears.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.arrears.db.Database;
import org.arrears.nightly.IngestJob;
import org.arrears.print.Figures;
import org.postgresql.PGConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** First load of all files against bare COPY and primary keys; then a night's delta into the full database. */
@Command(
        name = "ingest",
        description = "First load against bare COPY and primary keys of the same files; then one night's delta.",
        mixinStandardHelpOptions = true)
final class BenchIngest implements Callable<Integer> {

    /** The keys of the input files, for the bare tables. */
    private static final Map<String, String> KEYS = Map.of(
            "customers", "customer_no",
            "loans", "loan_no",
            "installments", "loan_no, seq",
            "transactions", "txn_no");

    /** The tables that a delta must not read from end to end. */
    private static final String BIG = "'schedule', 'transaction'";

    private final Console console;

    @Mixin
    private BenchSetting setting = new BenchSetting();

    BenchIngest(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        List<Portfolio> portfolios = new ArrayList<>();
        for (int loans : setting.loans()) {
            Path first = BenchSetting.night(setting.inboxes(console, loans), 0);
            portfolios.add(new Portfolio(loans, first, rows(first), new ArrayList<>(), new ArrayList<>()));
        }
        setting.print(
                console,
                "%-6s %10s %12s %8s %8s %6s %10s %8s%n",
                "round",
                "loans",
                "rows",
                "bare s",
                "ours s",
                "ratio",
                "rows/s",
                "heap MB");
        setting.eachRound(round -> {
            for (Portfolio portfolio : portfolios) {
                measure(round, portfolio);
            }
        });
        for (Portfolio portfolio : portfolios) {
            setting.print(
                    console,
                    "first load of %s loans: median ratio %.2f, median time %.2f µs a row%n",
                    Figures.grouped(portfolio.loans()),
                    BenchSetting.median(portfolio.ratios()),
                    BenchSetting.median(portfolio.micros()));
        }
        delta(setting.loans().get(setting.loans().size() - 1));
        return ExitCodes.DONE;
    }

    /** A portfolio and what was measured of it: ratios, and microseconds a row. */
    private record Portfolio(int loans, Path first, long rows, List<Double> ratios, List<Double> micros) {}

    private void measure(int round, Portfolio portfolio) throws Exception {
        double bare = bare(portfolio.first());
        Heap.reset();
        double ours = ours(portfolio.first());
        portfolio.ratios().add(ours / bare);
        portfolio.micros().add(ours * 1_000_000 / portfolio.rows());
        setting.print(
                console,
                "%-6d %10s %12s %8.1f %8.1f %6.2f %10s %8d%n",
                round,
                Figures.grouped(portfolio.loans()),
                Figures.grouped(portfolio.rows()),
                bare,
                ours,
                ours / bare,
                Figures.grouped((long) (portfolio.rows() / ours)),
                Heap.peakMegabytes());
    }

    private double bare(Path inbox) throws Exception {
        try (Database database = setting.database();
                Connection connection = database.connectAlone();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS bare CASCADE");
            statement.execute("CREATE SCHEMA bare");
            statement.execute("SET search_path = bare");
            double seconds = setting.seconds(console, () -> {
                for (String kind : List.of("customers", "loans", "installments", "transactions")) {
                    loadBare(connection, statement, inbox, kind);
                }
            });
            statement.execute("DROP SCHEMA bare CASCADE");
            return seconds;
        }
    }

    private static void loadBare(Connection connection, Statement statement, Path inbox, String kind)
            throws SQLException, IOException {
        boolean created = false;
        for (Path file : files(inbox, kind)) {
            String header = header(file);
            if (!created) {
                statement.execute("CREATE TABLE " + kind + " (" + columns(header) + ")");
                created = true;
            }
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY " + kind + " (" + header + ") FROM STDIN (FORMAT csv, HEADER)", in, 1 << 16);
            }
        }
        statement.execute("ALTER TABLE " + kind + " ADD PRIMARY KEY (" + KEYS.get(kind) + ")");
    }

    private static String header(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().orElseThrow();
        }
    }

    private static String columns(String header) {
        List<String> columns = new ArrayList<>();
        for (String name : header.split(",", -1)) {
            String type = "text COLLATE \"C\"";
            if (name.endsWith("_on")) {
                type = "date";
            } else if (List.of("principal", "interest", "fee", "amount").contains(name)) {
                type = "numeric";
            } else if (name.equals("seq")) {
                type = "integer";
            }
            columns.add(name + " " + type);
        }
        return String.join(", ", columns);
    }

    private double ours(Path inbox) throws Exception {
        setting.empty();
        try (Database database = setting.database()) {
            return setting.seconds(
                    console, () -> setting.run(database, IngestJob.class, setting.ordinary("ingest", inbox)));
        }
    }

    private void delta(int loans) throws Exception {
        Path inbox = BenchSetting.night(setting.inboxes(console, loans), 1);
        long scannedBefore = scanned();
        double seconds;
        try (Database database = setting.database()) {
            seconds = setting.seconds(
                    console, () -> setting.run(database, IngestJob.class, setting.ordinary("ingest", inbox)));
        }
        setting.print(
                console,
                "a night's delta of %s rows into %s loans: %.1f s; rows of %s read by scans: %s%n",
                Figures.grouped(rows(inbox)),
                Figures.grouped(loans),
                seconds,
                BIG.replace("'", ""),
                Figures.grouped(scanned() - scannedBefore));
    }

    /** Rows of the big tables that were read by scans since the server counts; the books are kept when it is idle. */
    private long scanned() throws SQLException {
        try (Database database = setting.database();
                Connection connection = database.connectAlone();
                Statement statement = connection.createStatement();
                ResultSet sum = statement.executeQuery("SELECT coalesce(sum(seq_tup_read), 0) FROM"
                        + " pg_stat_user_tables WHERE schemaname = 'arrears' AND relname IN (" + BIG + ")")) {
            sum.next();
            return sum.getLong(1);
        }
    }

    private static List<Path> files(Path inbox, String kind) throws IOException {
        try (Stream<Path> paths = Files.list(inbox)) {
            return paths.filter(path -> path.getFileName().toString().matches(kind + ".*\\.csv"))
                    .sorted()
                    .toList();
        }
    }

    private static long rows(Path inbox) throws IOException {
        long rows = 0;
        for (String kind : KEYS.keySet()) {
            for (Path file : files(inbox, kind)) {
                try (Stream<String> lines = Files.lines(file)) {
                    rows += lines.count() - 1;
                }
            }
        }
        return rows;
    }
}
