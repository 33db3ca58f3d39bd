package org.arrears.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The other options of an export. */
class AccountQueryTest {

    private static final LocalDate DATE = LocalDate.of(2026, 10, 1);

    @Test
    void allColumnsAreThoseOfTheContract() {
        assertEquals(
                "loan_no,customer_no,product,currency,as_of,past_due_days,dpd,customer_dpd,bucket,classification,"
                        + "oldest_due_on,missed_installments,overdue_principal,overdue_interest,overdue_fee,"
                        + "penalty,compound,total_overdue,principal_balance,held_credit,daily_accrual,"
                        + "last_payment_on,anomalies",
                String.join(",", ExportColumn.NAMES));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dpd desc, loan_no      | dpd DESC NULLS LAST, loan_no NULLS LAST, loan_no
            penalty                | (penalty * unit) NULLS LAST, loan_no
            BUCKET ASC,dpd   DESC  | bucket NULLS LAST, dpd DESC NULLS LAST, loan_no
            """)
    void everyOrderEndsWithTheLoanNumber(String sort, String order) {
        assertEquals(
                order,
                query(Optional.empty(), Optional.of(sort), OptionalLong.empty()).order());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            dpd down            | 1  | expected columns, each with asc or desc
            dpd desc desc       | 1  | expected columns, each with asc or desc
            dpd, 1              | 5  | there is no column "1"
            dpd; DROP TABLE x   | 1  | there is no column "dpd;": did you mean dpd?
            dpd,                | 5  | there is no column ""
            """)
    void aWrongOrderIsRefused(String sort, int character, String rule) {
        String message = refused(Optional.empty(), Optional.of(sort), OptionalLong.empty());
        assertTrue(message.startsWith("--sort, character " + character + ": " + rule), message);
    }

    @Test
    void columnsComeInTheOrderAskedForAndOnlyOnce() {
        assertEquals(
                List.of(ExportColumn.DPD, ExportColumn.LOAN_NO),
                query(Optional.of("dpd, loan_no"), Optional.empty(), OptionalLong.empty())
                        .columns());
        assertTrue(refused(Optional.of("dpd,dpd"), Optional.empty(), OptionalLong.empty())
                .contains("--columns, character 5: dpd is there twice"));
    }

    @Test
    void anUnknownColumnNamesTheNearest() {
        assertTrue(refused(Optional.of("loan_no,total_overdu"), Optional.empty(), OptionalLong.empty())
                .startsWith(
                        "--columns, character 9: there is no column \"total_overdu\": did you mean total_overdue?"));
    }

    @Test
    void aLimitBelowOneIsRefused() {
        assertEquals(
                "--limit 0 is below 1; for example: --limit 100",
                refused(Optional.empty(), Optional.empty(), OptionalLong.of(0)));
    }

    @Test
    void theMarkStandsUnderTheWrongWordOfACondition() {
        assertEquals("""
                --where, character 8: "abc" is not a whole number of at most 9 digits, which dpd is compared with; \
                for example: dpd >= 31
                   dpd >= abc
                          ^""", refusedWhere("dpd >= abc"));
        assertTrue(refusedWhere("dpd = penalty").startsWith("--where, character 7: the column penalty is an amount"));
    }

    @Test
    void aHundredKilobytesOfConditionAreRefused() {
        assertEquals(
                "--where has 110007 characters; at most 20000 are read",
                refusedWhere("dpd = 1 or ".repeat(10_000) + "dpd = 1"));
    }

    @Test
    void amountsOfAConditionAreComparedInMajorUnits() {
        AccountQuery query = AccountQuery.of(
                DATE,
                new AccountQuery.Wording(
                        Optional.empty(),
                        Optional.of("penalty > compound and oldest_due_on between 2026-01-01 and as_of"),
                        Optional.empty(),
                        OptionalLong.empty()));
        assertTrue(
                AccountExport.sql(query)
                        .contains(" WHERE (((penalty * unit) > (compound * unit))"
                                + " AND coalesce(oldest_due_on BETWEEN ? AND as_of, false)) ORDER BY"),
                AccountExport.sql(query));
    }

    private static String refusedWhere(String where) {
        AccountQuery.Wording wording =
                new AccountQuery.Wording(Optional.empty(), Optional.of(where), Optional.empty(), OptionalLong.empty());
        return String.valueOf(assertThrows(WrongRequestException.class, () -> AccountQuery.of(DATE, wording))
                .getMessage());
    }

    private static AccountQuery query(Optional<String> columns, Optional<String> sort, OptionalLong limit) {
        return AccountQuery.of(DATE, new AccountQuery.Wording(columns, Optional.empty(), sort, limit));
    }

    private static String refused(Optional<String> columns, Optional<String> sort, OptionalLong limit) {
        return String.valueOf(assertThrows(WrongRequestException.class, () -> query(columns, sort, limit))
                .getMessage());
    }
}
