package org.arrears.report;

import java.time.LocalDate;
import java.util.Optional;
import javax.sql.DataSource;
import org.arrears.facts.AssessedDates;
import org.arrears.run.Run;
import org.arrears.run.RunEnd;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a report is asked about.
 *
 * @param from the date to compare with; if none is given, the one assessed before
 * @param runId the run that asks and is about to complete; none if somebody asks afterwards
 */
public record ReportRequest(
        DataSource dataSource,
        LocalDate asOf,
        Optional<LocalDate> from,
        Optional<String> runId,
        RunEnd.ExitCodes exitCodes) {

    /** What a run asks of every report. */
    static ReportRequest of(DataSource dataSource, Run run, RunEnd.ExitCodes exitCodes) {
        return new ReportRequest(dataSource, run.asOf(), Optional.empty(), Optional.of(run.runId()), exitCodes);
    }

    JdbcClient jdbc() {
        return JdbcClient.create(dataSource);
    }

    /** Returns the date to compare with, if there is one. */
    Optional<LocalDate> earlier() {
        return from.or(() -> new AssessedDates(jdbc()).before(asOf));
    }
}
