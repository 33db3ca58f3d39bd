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

    private static AccountQuery query(Optional<String> columns, Optional<String> sort, OptionalLong limit) {
        return AccountQuery.of(DATE, new AccountQuery.Wording(columns, Optional.empty(), sort, limit));
    }

    private static String refused(Optional<String> columns, Optional<String> sort, OptionalLong limit) {
        return String.valueOf(assertThrows(WrongRequestException.class, () -> query(columns, sort, limit))
                .getMessage());
    }
}
