package org.arrears.db;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one place that says which assessment holds on a date, and that the planner sees through it. */
class AssessmentOnIT {

    private static final Database DATABASE = TestServer.freshDatabase("assessment_on");
    private static final JdbcClient JDBC = JdbcClient.create(DATABASE.dataSource());
    private static final LocalDate NIGHT = LocalDate.of(2026, 9, 30);

    /** L1 is overdue and has a row a day; the others are current and have one until something falls due. */
    @BeforeAll
    static void book() {
        insert("SELECT 'L1', DATE '2026-09-01' + n, DATE '2026-09-01' + n, 5 FROM generate_series(0, 29) n");
        insert("SELECT 'L2', DATE '2026-09-01', DATE '2026-09-29', 0");
        insert("SELECT 'L3', DATE '2026-09-30', DATE '2026-10-04', 0");
        insert("SELECT 'L4', DATE '2026-10-01', DATE '9999-12-31', 0");
        insert("SELECT 'N' || n, DATE '2026-09-01', DATE '9999-12-31', 0 FROM generate_series(1, 20000) n");
        JDBC.sql("ANALYZE assessment").update();
    }

    private static void insert(String rows) {
        JDBC.sql("""
                        INSERT INTO assessment (loan_no, as_of, through_on, past_due_days, customer_no, product,
                            currency, dpd, bucket, classification, missed_installments, overdue_principal,
                            overdue_interest, overdue_fee, penalty, compound, total_overdue, principal_balance,
                            held_credit, daily_accrual, penalty_rate_e12, anomalies)
                        SELECT r.*, 'C', 'CASH', 'CNY', 0, 'M0', 'x', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 FROM (
                        """ + rows + ") r").update();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        2026-08-31 |
        2026-09-01 | L1 L2
        2026-09-29 | L1 L2
        2026-09-30 | L1 L3
        2026-10-01 | L3 L4
        2026-10-04 | L3 L4
        2026-10-05 | L4
        """)
    void aRowHoldsFromItsFirstDayThroughItsLast(LocalDate asOf, String loans) {
        List<String> held = JDBC.sql("SELECT loan_no FROM assessment_on(?) WHERE loan_no LIKE 'L%' ORDER BY loan_no")
                .params(asOf)
                .query(String.class)
                .list();
        assertEquals(loans == null ? "" : loans, String.join(" ", held));
    }

    @Test
    void nobodyCanTellItsPlanFromThatOfTheConditionWrittenOut() {
        String called = plan("SELECT count(*) FROM assessment_on(DATE '2026-09-30') WHERE loan_no = 'N17'");
        String writtenOut = plan("SELECT count(*) FROM assessment a WHERE as_of <= DATE '2026-09-30'"
                + " AND through_on >= DATE '2026-09-30' AND loan_no = 'N17'");
        assertEquals(writtenOut, called);
        assertTrue(called.contains("assessment_pkey"), called);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        one loan | SELECT 1 FROM assessment_on(?) WHERE loan_no = 'N17' | assessment_pkey
        loans joined to it | SELECT 1 FROM (VALUES ('N1'), ('N2')) p (loan_no) LEFT JOIN assessment_on(?) a \
            USING (loan_no) | assessment_pkey
        those that end in some days | SELECT 1 FROM assessment_on(?) WHERE through_on < DATE '2026-10-08' \
            | assessment_through_on
        those with anomalies | SELECT 1 FROM assessment_on(?) WHERE anomalies > 0 | assessment_anomalies
        """)
    void theIndexesAreUsedThroughItWithABoundDate(String what, String query, String index) {
        String plan = String.join(
                "\n",
                JDBC.sql("EXPLAIN " + query).params(NIGHT).query(String.class).list());
        assertTrue(plan.contains(index), plan);
        assertFalse(plan.contains("Function Scan"), plan);
    }

    private static String plan(String query) {
        return String.join(
                "\n", JDBC.sql("EXPLAIN " + query).query(String.class).list());
    }
}
