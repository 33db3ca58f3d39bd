package org.arrears.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.arrears.db.Database;
import org.arrears.nightly.AssessJob;
import org.arrears.nightly.IngestJob;
import org.arrears.run.Progress;
import org.arrears.run.RunRequest;
import org.arrears.run.Runner;
import org.arrears.run.StopSignal;
import org.arrears.sample.SampleData;
import org.postgresql.PGConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code bin/bench}: what we cost against the bare database on the same machine in the same minutes; prints ratios.
 *
 * <p>Machines differ and are busy, so a time says little: each round measures both in turn.
 */
@Command(
        name = "bench",
        hidden = true,
        description = "Measure ingest and assessment as ratios against the bare database.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {BenchCommand.Ingest.class, BenchCommand.Assess.class})
final class BenchCommand {

    private static final LocalDate AS_OF = LocalDate.of(2026, 9, 29);

    /** The keys of the input files, for the bare tables. */
    private static final Map<String, String> KEYS = Map.of(
            "customers", "customer_no",
            "loans", "loan_no",
            "installments", "loan_no, seq",
            "transactions", "txn_no");

    private BenchCommand() {}

    /** What both benches share: the portfolio, the rounds, the clock. */
    static final class Setting {

        @Option(names = "--loans", paramLabel = "N", description = "Loans of the portfolio (default 1000000).")
        private int loans = 1_000_000;

        @Option(names = "--rounds", paramLabel = "N", description = "How often both are measured in turn (default 3).")
        private int rounds = 3;

        @Option(names = "--into", paramLabel = "DIR", description = "Scratch folder (default ./arrears-bench).")
        private Path into = Path.of("arrears-bench");

        private Path inboxes(Surroundings world) throws IOException {
            Path folder = into.resolve("inbox-" + loans).toAbsolutePath();
            if (!Files.isDirectory(folder)) {
                world.err().println("making the files of " + loans + " loans in " + folder);
                Path partial = into.resolve("inbox-partial-" + loans);
                int code = SampleData.run(
                        new PrintWriter(Writer.nullWriter()),
                        world.err(),
                        "--out",
                        partial.toString(),
                        "--loans",
                        Integer.toString(loans),
                        "--nights",
                        "2",
                        "--no-errors");
                if (code != 0) {
                    throw new IOException("the sample files could not be made");
                }
                Files.move(partial, folder);
            }
            return folder;
        }

        private double seconds(Surroundings world, Work work) throws Exception {
            long start = world.clock().millis();
            work.run();
            return (world.clock().millis() - start) / 1000.0;
        }

        private Database without(String... schemas) throws SQLException {
            CommonOptions options = CommonOptions.of(into.resolve("home"), CommonOptions.Output.TEXT, true);
            Database database = Database.open(options.address(NO_WORLD));
            try (Connection connection = database.connectAlone();
                    Statement statement = connection.createStatement()) {
                for (String schema : schemas) {
                    statement.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
                }
            }
            return database;
        }

        private static final Surroundings NO_WORLD = new Surroundings(
                new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()),
                Map.of(),
                java.time.Clock.systemUTC(),
                false);

        /** A request that does its work even if it was done before. */
        private RunRequest again(String job, Path in) {
            return request(job, in, RunRequest.Options.ORDINARY.withRerun(true).withFull(true));
        }

        private RunRequest ordinary(String job, Path in) {
            return request(job, in, RunRequest.Options.ORDINARY);
        }

        private RunRequest request(String job, Path in, RunRequest.Options options) {
            return new RunRequest(
                    job,
                    LocalDate.parse(in.getFileName().toString()),
                    in,
                    into.resolve("out"),
                    into.resolve("home"),
                    PolicyFiles.forFilesOnly(),
                    options);
        }
    }

    /** Something whose time is taken. */
    private interface Work {
        void run() throws Exception;
    }

    /** First load of all files against bare COPY and primary keys; then a night's delta. */
    @Command(
            name = "ingest",
            description = "First load against bare COPY and primary keys of the same files; then one night's delta.",
            mixinStandardHelpOptions = true)
    static final class Ingest implements Callable<Integer> {

        private final Surroundings world;

        @picocli.CommandLine.Mixin
        private Setting setting = new Setting();

        Ingest(Surroundings world) {
            this.world = world;
        }

        @Override
        public Integer call() throws Exception {
            Path inboxes = setting.inboxes(world);
            Path first = inboxes.resolve(AS_OF.toString());
            long rows = rows(first);
            List<Double> ratios = new ArrayList<>();
            world.out()
                    .printf(
                            Locale.ROOT,
                            "%-6s %10s %10s %7s %12s %10s%n",
                            "round",
                            "bare s",
                            "ours s",
                            "ratio",
                            "rows/s",
                            "heap MB");
            for (int round = 1; round <= setting.rounds; round++) {
                double bare = bare(first);
                Heap.reset();
                double ours = ours(first);
                ratios.add(ours / bare);
                world.out()
                        .printf(
                                Locale.ROOT,
                                "%-6d %10.1f %10.1f %7.2f %,12d %10d%n",
                                round,
                                bare,
                                ours,
                                ours / bare,
                                (long) (rows / ours),
                                Heap.peakMegabytes());
                world.out().flush();
            }
            world.out().printf(Locale.ROOT, "first load of %,d rows: median ratio %.2f%n", rows, median(ratios));
            delta(inboxes.resolve(AS_OF.plusDays(1).toString()));
            return ExitCodes.DONE;
        }

        private double bare(Path inbox) throws Exception {
            try (Database database = setting.without("bare");
                    Connection connection = database.connectAlone();
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE SCHEMA bare");
                statement.execute("SET search_path = bare");
                double seconds = setting.seconds(world, () -> {
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
            setting.without("arrears", "batch").close();
            try (Database database = setting.without()) {
                return setting.seconds(world, () -> run(database, IngestJob.class, setting.ordinary("ingest", inbox)));
            }
        }

        private void delta(Path inbox) throws Exception {
            try (Database database = setting.without()) {
                long rows = rows(inbox);
                double seconds =
                        setting.seconds(world, () -> run(database, IngestJob.class, setting.ordinary("ingest", inbox)));
                world.out().printf(Locale.ROOT, "a night's delta of %,d rows: %.1f s%n", rows, seconds);
            }
        }
    }

    /** A full assessment against the bare ordered COPY out of the rows it reads; then an ordinary night. */
    @Command(
            name = "assess",
            description = "Full assessment against the bare ordered COPY out of its rows; then an ordinary night.",
            mixinStandardHelpOptions = true)
    static final class Assess implements Callable<Integer> {

        private final Surroundings world;

        @picocli.CommandLine.Mixin
        private Setting setting = new Setting();

        Assess(Surroundings world) {
            this.world = world;
        }

        @Override
        public Integer call() throws Exception {
            Path inboxes = setting.inboxes(world);
            Path first = inboxes.resolve(AS_OF.toString());
            setting.without("arrears", "batch").close();
            try (Database database = setting.without()) {
                run(database, IngestJob.class, setting.ordinary("ingest", first));
                List<Double> ratios = new ArrayList<>();
                world.out()
                        .printf(
                                Locale.ROOT,
                                "%-6s %10s %10s %7s %12s %10s%n",
                                "round",
                                "bare s",
                                "ours s",
                                "ratio",
                                "loans/s",
                                "heap MB");
                for (int round = 1; round <= setting.rounds; round++) {
                    double bare = setting.seconds(world, () -> copyOut(database));
                    Heap.reset();
                    double ours = setting.seconds(
                            world, () -> run(database, AssessJob.class, setting.again("assess", first)));
                    ratios.add(ours / bare);
                    world.out()
                            .printf(
                                    Locale.ROOT,
                                    "%-6d %10.1f %10.1f %7.2f %,12d %10d%n",
                                    round,
                                    bare,
                                    ours,
                                    ours / bare,
                                    (long) (setting.loans / ours),
                                    Heap.peakMegabytes());
                    world.out().flush();
                }
                world.out().printf(Locale.ROOT, "assess --full: median ratio %.2f%n", median(ratios));
                night(database, inboxes.resolve(AS_OF.plusDays(1).toString()));
            }
            return ExitCodes.DONE;
        }

        private void night(Database database, Path inbox) throws Exception {
            run(database, IngestJob.class, setting.ordinary("ingest", inbox));
            double seconds =
                    setting.seconds(world, () -> run(database, AssessJob.class, setting.ordinary("assess", inbox)));
            world.out().printf(Locale.ROOT, "an ordinary night (1 %% changed): %.1f s%n", seconds);
        }

        private static void copyOut(Database database) throws SQLException, IOException {
            try (Connection connection = database.connectAlone()) {
                for (String query : List.of(
                        "SELECT loan_no, customer_no, product, currency, annual_rate_e8, penalty_annual_rate_e8,"
                                + " accelerated_on, manual_class FROM loan ORDER BY loan_no",
                        "SELECT loan_no, seq, due_on, principal, interest, fee FROM installment ORDER BY loan_no, seq",
                        "SELECT loan_no, txn_no, type, value_on, amount, component, reverses FROM transaction"
                                + " ORDER BY loan_no")) {
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyOut("COPY (" + query + ") TO STDOUT (FORMAT binary)", OutputStream.nullOutputStream());
                }
            }
        }
    }

    private static void run(Database database, Class<?> job, RunRequest request) {
        new Runner(database, Progress.SILENT, new StopSignal()).run(job, request);
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

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
