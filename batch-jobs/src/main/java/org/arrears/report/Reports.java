package org.arrears.report;

import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.arrears.facts.AssessedDates;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.print.Report;
import org.arrears.print.ReportFormat;
import org.arrears.print.ReportPage;
import org.arrears.run.Fault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Writes reports, each from one snapshot of the database. */
public final class Reports {

    private final DataSource dataSource;
    private final ReportFormat format;
    private final Writer out;

    public Reports(DataSource dataSource, ReportFormat format, Writer out) {
        this.dataSource = dataSource;
        this.format = format;
        this.out = out;
    }

    public void ageing(LocalDate asOf) throws IOException {
        write(source -> AgeingReport.of(JdbcClient.create(source), asOf));
    }

    /** Compares with an earlier date, or if none is given with the one assessed before. */
    public void rollRate(LocalDate asOf, Optional<LocalDate> from) throws IOException {
        write(source -> {
            JdbcClient jdbc = JdbcClient.create(source);
            new AssessedDates(jdbc).require(asOf);
            LocalDate earlier = from.or(() -> new AssessedDates(jdbc).before(asOf))
                    .orElseThrow(() -> new ArrearsException(
                            FailureKind.INPUT_REFUSED,
                            "no date before " + asOf + " has been assessed: a roll rate needs two"));
            return RollRateReport.of(jdbc, earlier, asOf);
        });
    }

    public void summary(LocalDate asOf) throws IOException {
        write(source -> SummaryReport.of(source, asOf));
    }

    public void anomalies(LocalDate asOf) throws IOException {
        write(source -> AnomalyReport.of(JdbcClient.create(source), asOf));
    }

    private void write(Function<DataSource, Report> making) throws IOException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                format.write(making.apply(new SingleConnectionDataSource(connection, true)), out);
            } finally {
                connection.rollback();
            }
        } catch (SQLException lost) {
            throw Fault.of(lost);
        }
    }

    static List<ReportPage.Fact> facts(LocalDate asOf, AssessedDates.Under policy) {
        return List.of(
                new ReportPage.Fact("Business date", asOf.toString()),
                new ReportPage.Fact("Policy", policy.name()),
                new ReportPage.Fact("Policy SHA-256", policy.sha256()));
    }

    static Map<String, Object> jsonHead(String name, LocalDate asOf, AssessedDates.Under policy) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("report", name);
        json.put("business_date", asOf.toString());
        json.put("policy", policy.name());
        json.put("policy_sha256", policy.sha256());
        return json;
    }
}
