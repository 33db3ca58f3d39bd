package org.arrears.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.arrears.db.Database;
import org.arrears.nightly.AssessJob;
import org.arrears.nightly.IngestJob;
import org.arrears.print.Figures;
import org.postgresql.PGConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Full assessment against the bare ordered COPY out of what it reads, each installment a row of its own. */
@Command(
        name = "assess",
        description = "Full assessment against the bare ordered COPY of the same facts out of tables of rows.",
        mixinStandardHelpOptions = true)
final class BenchAssess implements Callable<Integer> {

    private static final List<String> READ = List.of(
            "SELECT loan_no, customer_no, product, currency, annual_rate_e8, penalty_annual_rate_e8,"
                    + " accelerated_on, manual_class FROM loan ORDER BY loan_no",
            "SELECT loan_no, seq, due_on, principal, interest, fee FROM bare.installment ORDER BY loan_no, seq",
            "SELECT loan_no, txn_no, type, value_on, amount, component, reverses FROM transaction ORDER BY loan_no");

    private final Console console;

    @Mixin
    private BenchSetting setting = new BenchSetting();

    BenchAssess(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        setting.print(
                console,
                "%-6s %10s %-6s %8s %8s %6s %10s %8s%n",
                "round",
                "loans",
                "date",
                "bare s",
                "ours s",
                "ratio",
                "loans/s",
                "heap MB");
        for (int loans : setting.loans()) {
            Path first = BenchSetting.night(setting.inboxes(console, loans), 0);
            setting.empty();
            Path next = BenchSetting.night(setting.inboxes(console, loans), 1);
            try (Database database = setting.database()) {
                setting.run(database, IngestJob.class, setting.ordinary("ingest", first));
                makeRows(database);
                List<Double> onEmpty = new ArrayList<>();
                List<Double> again = new ArrayList<>();
                List<Double> onNext = new ArrayList<>();
                setting.eachRound(round -> {
                    BenchSetting.execute(database, "TRUNCATE arrears.assessment, arrears.assessed");
                    onEmpty.add(measure(database, first, round, loans, "first"));
                    again.add(measure(database, first, round, loans, "again"));
                    onNext.add(measure(database, next, round, loans, "next"));
                });
                setting.print(
                        console,
                        "assess --full of %s loans: median ratio %.2f the first time, %.2f again, %.2f the next day%n",
                        Figures.grouped(loans),
                        BenchSetting.median(onEmpty),
                        BenchSetting.median(again),
                        BenchSetting.median(onNext));
            }
        }
        return ExitCodes.DONE;
    }

    private double measure(Database database, Path first, int round, int loans, String date) throws Exception {
        double bare = setting.seconds(console, () -> copyOut(database));
        Heap.reset();
        double ours =
                setting.seconds(console, () -> setting.run(database, AssessJob.class, setting.again("assess", first)));
        setting.print(
                console,
                "%-6d %10s %-6s %8.1f %8.1f %6.2f %10s %8d%n",
                round,
                Figures.grouped(loans),
                date,
                bare,
                ours,
                ours / bare,
                Figures.grouped((long) (loans / ours)),
                Heap.peakMegabytes());
        return ours / bare;
    }

    /** Makes the table of installments by row, which is what a schedule of arrays is measured against. */
    private static void makeRows(Database database) throws SQLException {
        BenchSetting.execute(
                database,
                "DROP SCHEMA IF EXISTS bare CASCADE",
                "CREATE SCHEMA bare",
                "CREATE TABLE bare.installment AS SELECT * FROM arrears.installment",
                "ALTER TABLE bare.installment ADD PRIMARY KEY (loan_no, seq)",
                "ANALYZE bare.installment");
    }

    private static void copyOut(Database database) throws SQLException, IOException {
        try (Connection connection = database.connectAlone()) {
            for (String query : READ) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("COPY (" + query + ") TO STDOUT (FORMAT binary)", OutputStream.nullOutputStream());
            }
        }
    }
}
