package org.arrears.report;

import java.io.IOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.arrears.print.report.ReportFormat;
import org.arrears.run.Fault;
import org.arrears.run.RunEnd;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The reports there are; written one by one, each from one snapshot of the database. */
public final class Reports {

    /** In the order in which they are named to people; a new one is a line here. */
    public static final List<ReportKind> ALL =
            List.of(AgeingReport.KIND, RollRateReport.KIND, RunSummaryReport.KIND, AnomalyReport.KIND);

    private final DataSource dataSource;
    private final RunEnd.ExitCodes exitCodes;

    public Reports(DataSource dataSource, RunEnd.ExitCodes exitCodes) {
        this.dataSource = dataSource;
        this.exitCodes = exitCodes;
    }

    /** Writes a report; one that compares does so with an earlier date, or if none is given the one assessed before. */
    public void write(ReportKind kind, LocalDate asOf, Optional<LocalDate> from, ReportFormat format, Writer out)
            throws IOException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                DataSource snapshot = new SingleConnectionDataSource(connection, true);
                format.write(kind.make(new ReportRequest(snapshot, asOf, from, Optional.empty(), exitCodes)), out);
            } finally {
                connection.rollback();
            }
        } catch (SQLException lost) {
            throw Fault.of(lost);
        }
    }
}
