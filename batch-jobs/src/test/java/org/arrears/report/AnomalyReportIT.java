package org.arrears.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.arrears.core.replay.Assessor;
import org.arrears.db.Database;
import org.arrears.db.TestServer;
import org.arrears.print.report.ReportFormat;
import org.arrears.run.RunEnd;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** A book in which every loan is doubtful is listed whole, page by page, and shown in part. */
class AnomalyReportIT {

    private static final Database DATABASE = TestServer.freshDatabase("anomalies");
    private static final LocalDate AS_OF = LocalDate.of(2026, 9, 30);
    private static final int LOANS = 11_003;

    @BeforeAll
    static void bookOfDoubtfulLoans() {
        JdbcClient jdbc = JdbcClient.create(DATABASE.dataSource());
        jdbc.sql("INSERT INTO policy (sha256, name, yaml) VALUES ('p', 'p', ?)")
                .params("policy: p\npenalty: { multiple: 1.5 }\nbuckets: { ranges: { M0: 0+ } }\n"
                        + "anomalies: { hold: [no-schedule] }\n")
                .update();
        jdbc.sql("INSERT INTO assessed (as_of, policy_sha256, file_no, loans, edition) VALUES (?, 'p', 0, ?, ?)")
                .params(AS_OF, LOANS, Assessor.EDITION)
                .update();
        jdbc.sql("""
                        INSERT INTO assessment (loan_no, as_of, through_on, customer_no, product, currency,
                            past_due_days, dpd, bucket, classification, missed_installments, overdue_principal,
                            overdue_interest, overdue_fee, penalty, compound, total_overdue, principal_balance,
                            held_credit, daily_accrual, penalty_rate_e12, anomalies, anomaly_texts, anomaly_codes)
                        SELECT 'L' || lpad(n::text, 6, '0'), DATE '2026-09-30' - n % 3, DATE '2026-09-30' + n % 3, 'C',
                            'CASH', 'CNY', 0, 0, 'M0', 'x', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2,
                            E'it has none\\npaid early', E'no-schedule\\npayment-before-disbursement'
                        FROM generate_series(1, ?) AS n
                        """).params(LOANS).update();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private static String written(ReportFormat format) throws IOException {
        StringWriter out = new StringWriter();
        new Reports(DATABASE.dataSource(), RunEnd::ordinal)
                .write(AnomalyReport.KIND, AS_OF, Optional.empty(), format, out);
        return out.toString();
    }

    @Test
    void csvHasEveryAnomalyByLoanAndInOrder() throws IOException {
        List<String> lines = written(ReportFormat.CSV).lines().toList();
        assertEquals(2 * LOANS + 1, lines.size());
        for (int loan = 1; loan <= LOANS; loan++) {
            String account = String.format("L%06d,C,CASH,CNY,0,", loan);
            assertEquals(account + "no-schedule,it has none,yes", lines.get(2 * loan - 1));
            assertEquals(account + "payment-before-disbursement,paid early,no", lines.get(2 * loan));
        }
    }

    @Test
    void jsonHasEveryAnomalyAndThePageOnlyTheFirst() throws IOException {
        var json = JsonMapper.shared().readTree(written(ReportFormat.JSON));
        assertEquals(2 * LOANS, json.get("rows").size());
        assertEquals(LOANS, json.get("counts").get(0).get("accounts").asInt());
        String page = written(ReportFormat.TEXT);
        assertEquals(1_000, page.lines().filter(line -> line.startsWith("  L0")).count());
        assertTrue(
                page.contains("The first 1,000 of 22,006 are listed here; CSV and JSON have all.\n"),
                page.substring(0, 400));
    }
}
