package org.arrears.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.arrears.db.Database;
import org.arrears.run.Progress;
import org.arrears.run.RunRequest;
import org.arrears.run.Runner;
import org.arrears.run.StopSignal;
import org.arrears.sample.SampleData;
import picocli.CommandLine.Option;

/** What the benches share: the portfolios, the rounds, the scratch database, the clock. */
final class BenchSetting {

    static final LocalDate FIRST = LocalDate.of(2026, 9, 29);

    private static final Console NO_WORLD = new Console(
            new PrintWriter(Writer.nullWriter()),
            new PrintWriter(Writer.nullWriter()),
            Map.of(),
            Clock.systemUTC(),
            false);

    @Option(
            names = "--loans",
            split = ",",
            paramLabel = "N",
            description = "Loans of each portfolio, smallest first (default 100000,1000000).")
    private List<Integer> loans = List.of(100_000, 1_000_000);

    @Option(names = "--rounds", paramLabel = "N", description = "How often all is measured in turn (default 3).")
    private int rounds = 3;

    @Option(names = "--into", paramLabel = "DIR", description = "Scratch folder (default ./arrears-bench).")
    private Path into = Path.of("arrears-bench");

    /** Something whose time is taken. */
    interface Work {
        void run() throws Exception;
    }

    /** What is measured once a round. */
    interface Round {
        void run(int round) throws Exception;
    }

    List<Integer> loans() {
        return loans;
    }

    void eachRound(Round work) throws Exception {
        for (int round = 1; round <= rounds; round++) {
            work.run(round);
        }
    }

    /** Returns the nightly folders of an ordinary portfolio: 10 % overdue, 1 % of the loans changed a night. */
    Path inboxes(Console console, int size) throws IOException {
        return inboxes(console, size, size);
    }

    /**
     * Returns the nightly folders of a portfolio, made if they are not there.
     *
     * @param like the size of the ordinary portfolio that has as many overdue and changed loans
     */
    Path inboxes(Console console, int size, int like) throws IOException {
        Path folder = into.resolve("inbox-" + size + (size == like ? "" : "-like-" + like))
                .toAbsolutePath();
        if (!Files.isDirectory(folder)) {
            console.err().println("making the files of " + size + " loans in " + folder);
            console.err().flush();
            Path partial = folder.resolveSibling(folder.getFileName() + "-partial");
            int code = SampleData.run(
                    new PrintWriter(Writer.nullWriter()),
                    console.err(),
                    "--out=" + partial,
                    "--loans=" + size,
                    "--nights=" + 4,
                    "--overdue-rate=" + share(100_000L * like / size),
                    "--change-rate=" + share(10_000L * like / size),
                    "--no-errors");
            if (code != 0) {
                throw new IOException("the sample files could not be made");
            }
            Files.move(partial, folder);
        }
        return folder;
    }

    private static String share(long perMillion) {
        return String.format(Locale.ROOT, "0.%06d", perMillion);
    }

    static Path night(Path inboxes, int nights) {
        return inboxes.resolve(FIRST.plusDays(nights).toString());
    }

    double seconds(Console console, Work work) throws Exception {
        long start = console.clock().millis();
        work.run();
        return (console.clock().millis() - start) / 1000.0;
    }

    Database database() throws SQLException {
        return Database.open(CommonOptions.of(into.resolve("home"), true).address(NO_WORLD));
    }

    /** Drops all that was stored. */
    void empty() throws SQLException {
        try (Database database = database()) {
            execute(database, "DROP SCHEMA IF EXISTS arrears CASCADE", "DROP SCHEMA IF EXISTS batch CASCADE");
        }
    }

    static void execute(Database database, String... statements) throws SQLException {
        try (Connection connection = database.connectAlone();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    void run(Database database, Class<?> job, RunRequest request) {
        new Runner(database, Progress.SILENT, new StopSignal(), ExitCodes::of).run(job, request);
    }

    /** A request that does its work even if it was done before. */
    RunRequest again(String job, Path in) {
        return request(job, in, RunRequest.Options.ORDINARY.withRerun(true).withFull(true));
    }

    RunRequest ordinary(String job, Path in) {
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

    void print(Console console, String format, Object... values) {
        console.out().printf(Locale.ROOT, format, values);
        console.out().flush();
    }

    static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        sorted.sort(null);
        return sorted.get(sorted.size() / 2);
    }
}
