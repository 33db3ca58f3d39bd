package org.arrears.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.arrears.db.Database;
import org.arrears.nightly.AssessJob;
import org.arrears.nightly.IngestJob;
import org.arrears.print.Figures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The same night in a small and in a large portfolio with as many overdue and changed loans; then an ordinary one. */
@Command(
        name = "night",
        description = {
            "Nights of portfolios that differ in size only: as many loans are overdue and as many change.",
            "Then the nights of the largest with 10 % overdue and 1 % changed."
        },
        mixinStandardHelpOptions = true)
final class BenchNight implements Callable<Integer> {

    private final Console console;

    @Mixin
    private BenchSetting setting = new BenchSetting();

    BenchNight(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        int smallest = setting.loans().get(0);
        setting.print(
                console,
                "%10s %10s %10s %10s %10s %10s %10s%n",
                "loans",
                "night",
                "overdue",
                "replayed",
                "ingest s",
                "assess s",
                "µs a loan");
        List<String> medians = new ArrayList<>();
        for (int loans : setting.loans()) {
            medians.add(nights(loans, smallest));
        }
        if (setting.loans().size() > 1) {
            int largest = setting.loans().get(setting.loans().size() - 1);
            medians.add(nights(largest, largest));
        }
        medians.forEach(line -> setting.print(console, "%s%n", line));
        return ExitCodes.DONE;
    }

    /** Measures the three nights after the first, each once: a night done is done. */
    private String nights(int loans, int like) throws Exception {
        Path inboxes = setting.inboxes(console, loans, like);
        List<Double> seconds = new ArrayList<>();
        List<Double> micros = new ArrayList<>();
        setting.empty();
        try (Database database = setting.database()) {
            Path first = BenchSetting.night(inboxes, 0);
            setting.run(database, IngestJob.class, setting.ordinary("ingest", first));
            setting.run(database, AssessJob.class, setting.ordinary("assess", first));
            for (int night = 1; night <= 3; night++) {
                Path inbox = BenchSetting.night(inboxes, night);
                double ingest = setting.seconds(
                        console, () -> setting.run(database, IngestJob.class, setting.ordinary("ingest", inbox)));
                double assess = setting.seconds(
                        console, () -> setting.run(database, AssessJob.class, setting.ordinary("assess", inbox)));
                LocalDate asOf = BenchSetting.FIRST.plusDays(night);
                long replayed = replayed(database, asOf);
                seconds.add(assess);
                micros.add(assess * 1_000_000 / replayed);
                setting.print(
                        console,
                        "%10s %10s %10s %10s %10.1f %10.1f %10.1f%n",
                        Figures.grouped(loans),
                        asOf,
                        Figures.grouped(overdue(database, asOf)),
                        Figures.grouped(replayed),
                        ingest,
                        assess,
                        micros.get(night - 1));
            }
        }
        return String.format(
                Locale.ROOT,
                "%s loans, about %s overdue: median %.1f s, %.1f µs a replayed loan",
                Figures.grouped(loans),
                Figures.grouped(like / 10),
                BenchSetting.median(seconds),
                BenchSetting.median(micros));
    }

    private static long overdue(Database database, LocalDate asOf) throws SQLException {
        return count(
                database, "SELECT count(*) FROM arrears.assessment WHERE past_due_days > 0 AND as_of = '" + asOf + "'");
    }

    private static long replayed(Database database, LocalDate asOf) throws SQLException {
        return count(database, "SELECT replayed FROM arrears.assessed WHERE as_of = '" + asOf + "'");
    }

    private static long count(Database database, String query) throws SQLException {
        try (Connection connection = database.connectAlone();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
