package org.arrears.report;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.arrears.facts.AssessedDates;
import org.arrears.print.Report;
import org.arrears.print.ReportFormat;
import org.arrears.run.Run;
import org.arrears.run.RunFolder;
import org.arrears.run.StepProgress;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes the reports of a run into its folder. */
final class RunReports {

    private final DataSource dataSource;
    private final Run run;
    private final StepProgress progress;

    RunReports(DataSource dataSource, Run run, StepProgress progress) {
        this.dataSource = dataSource;
        this.run = run;
        this.progress = progress;
    }

    /** Writes them; a roll rate needs an earlier date. Returns how many files. */
    long write() throws IOException {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        List<ReportFormat> figures = List.of(ReportFormat.HTML, ReportFormat.CSV, ReportFormat.JSON);
        long files = write(AgeingReport.of(jdbc, run.asOf()), figures);
        Optional<LocalDate> before = new AssessedDates(jdbc).before(run.asOf());
        if (before.isPresent()) {
            files += write(RollRateReport.of(jdbc, before.get(), run.asOf()), figures);
        }
        files += write(AnomalyReport.of(jdbc, run.asOf()), figures);
        Report summary = SummaryReport.of(dataSource, run.runId());
        return files + write(summary, List.of(ReportFormat.HTML, ReportFormat.JSON));
    }

    private long write(Report report, List<ReportFormat> formats) throws IOException {
        RunFolder folder = new RunFolder(run);
        for (ReportFormat format : formats) {
            String path = "reports/" + report.name() + "." + format.ending();
            try (Writer out = new OutputStreamWriter(folder.open(path), StandardCharsets.UTF_8)) {
                format.write(report, out);
            }
            progress.add(1);
        }
        return formats.size();
    }
}
