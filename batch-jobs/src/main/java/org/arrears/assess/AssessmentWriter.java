package org.arrears.assess;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.arrears.core.replay.Anomaly;
import org.arrears.core.replay.Assessment;
import org.arrears.db.CopyWriter;
import org.arrears.facts.DuesColumns;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Writes assessments into {@code assessment_new} by COPY in the chunk's transaction. */
final class AssessmentWriter implements ItemWriter<Assessment> {

    /** The columns of an assessment, in COPY order. */
    static final List<String> COLUMNS = List.of(
            "loan_no",
            "as_of",
            "through_on",
            "customer_no",
            "product",
            "currency",
            "past_due_days",
            "dpd",
            "bucket",
            "classification",
            "oldest_due_on",
            "overdue_since",
            "missed_installments",
            "overdue_principal",
            "overdue_interest",
            "overdue_fee",
            "penalty",
            "compound",
            "total_overdue",
            "principal_balance",
            "held_credit",
            "daily_accrual",
            "penalty_rate_e12",
            "last_payment_on",
            "anomalies",
            "anomaly_texts",
            "anomaly_codes");

    private final DataSource dataSource;

    AssessmentWriter(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void write(Chunk<? extends Assessment> chunk) throws SQLException {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (CopyWriter out = CopyWriter.into(connection, "assessment_new", COLUMNS)) {
            for (Assessment assessment : chunk) {
                write(assessment, out);
            }
            out.finish();
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static void write(Assessment it, CopyWriter out) throws SQLException {
        Assessment.Amounts amounts = it.amounts();
        out.row().text(it.loan().loanNo()).date(it.asOf()).date(it.stableThrough());
        out.text(it.loan().customerNo()).text(it.loan().product());
        out.text(it.loan().currency().code());
        out.integer(it.standing().pastDueDays()).integer(it.standing().dpd());
        out.text(it.standing().bucket()).text(it.standing().classification());
        out.date(it.standing().oldestDueOn())
                .date(it.standing().overdueSince())
                .integer(it.standing().missedInstallments());
        DuesColumns.write(out, amounts.overdue());
        out.bigint(amounts.principalBalance()).bigint(amounts.heldCredit()).bigint(amounts.dailyAccrual());
        out.bigint(it.penaltyAnnualRate().e12()).date(it.lastPaymentOn());
        out.integer(it.anomalies().size());
        out.textOrNull(lines(it, Anomaly::text))
                .textOrNull(lines(it, anomaly -> anomaly.kind().code()));
    }

    private static String lines(Assessment assessment, Function<Anomaly, String> line) {
        return assessment.anomalies().stream().map(line).collect(Collectors.joining("\n"));
    }
}
