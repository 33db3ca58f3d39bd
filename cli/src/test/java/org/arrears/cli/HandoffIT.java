package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.arrears.run.FileDigest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Accounts go to agencies and come back, in files an agency can trust. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandoffIT {

    private static final List<String> AGENCIES = List.of("huaxin", "zhongda");
    private static final List<String> FILES = List.of("placement", "update", "recall", "payment");

    private final Lender lender;

    HandoffIT(@TempDir Path folder) {
        lender = new Lender("handoff", folder);
    }

    @BeforeAll
    void threeNights() {
        Lender.NIGHTS.forEach(lender::run);
    }

    private Tree agency(String night, String agency) {
        return new Tree(lender.published(night).resolve("agencies").resolve(agency));
    }

    private List<String> column(String sql) {
        return lender.jdbc().sql(sql).query(String.class).list();
    }

    @Test
    void everyTrailerStatesTheRowsAndSumsOfItsFile() {
        for (String night : Lender.NIGHTS) {
            for (String agency : AGENCIES) {
                for (String file : FILES) {
                    Tree tree = agency(night, agency);
                    List<Map<String, String>> rows = tree.rows(file + ".csv");
                    String amount = file.equals("payment") ? "amount" : "total_overdue";
                    Map<String, BigDecimal> sums = new TreeMap<>();
                    rows.forEach(
                            row -> sums.merge(row.get("currency"), new BigDecimal(row.get(amount)), BigDecimal::add));
                    String stated = sums.entrySet().stream()
                            .map(sum -> sum.getKey() + "=" + sum.getValue().toPlainString())
                            .collect(Collectors.joining(";"));
                    assertEquals(
                            List.of("TRAILER", Integer.toString(rows.size()), stated),
                            tree.trailer(file + ".csv"),
                            night + " " + agency + " " + file);
                }
            }
        }
    }

    @Test
    void eachManifestAgreesWithItsFiles() throws Exception {
        for (String agency : AGENCIES) {
            Tree tree = agency(Lender.NIGHT_2, agency);
            JsonNode manifest = tree.json("manifest.json");
            assertEquals(agency, manifest.get("agency").asString());
            for (JsonNode file : manifest.get("files")) {
                String name = file.get("file").asString();
                assertEquals(
                        FileDigest.of(tree.path(name)).sha256(),
                        file.get("sha256").asString());
                assertEquals(tree.rows(name).size(), file.get("rows").asInt());
            }
        }
    }

    @Test
    void anAccountIsNeverWithTwoAgenciesAndADebtorNeverEither() {
        assertEquals(List.of(), column("""
                SELECT a.loan_no FROM placement a JOIN placement b USING (loan_no)
                WHERE a.placement_no < b.placement_no
                  AND daterange(a.placed_on, coalesce(a.recalled_on, 'infinity'))
                   && daterange(b.placed_on, coalesce(b.recalled_on, 'infinity'))
                """));
        assertEquals(List.of(), column("""
                SELECT customer_no FROM placement WHERE recalled_on IS NULL
                GROUP BY customer_no HAVING count(DISTINCT agency) > 1
                """));
    }

    @Test
    void debtorsAreSharedOutByWeight() {
        Map<String, Long> debtors = new HashMap<>();
        lender.jdbc()
                .sql("SELECT agency, count(DISTINCT customer_no) FROM placement WHERE placed_on = '2026-09-29'"
                        + " GROUP BY agency")
                .query((row, number) -> debtors.put(row.getString(1), row.getLong(2)))
                .list();
        long huaxin = debtors.getOrDefault("huaxin", 0L);
        long zhongda = debtors.getOrDefault("zhongda", 0L);
        assertTrue(huaxin + zhongda > 10, debtors::toString);
        assertTrue(Math.abs(huaxin * 40 - zhongda * 60) <= 60, debtors::toString);
    }

    @Test
    void whatIsPaidUpSettledOrOnHoldComesBackTheSameNight() {
        Map<String, String> recalled = new TreeMap<>();
        lender.jdbc()
                .sql("SELECT loan_no, recalled_on || ' ' || recall_reason FROM placement"
                        + " WHERE recalled_on IS NOT NULL")
                .query((row, number) -> recalled.put(row.getString(1), row.getString(2)))
                .list();
        assertEquals("2026-09-30 paid-up", recalled.get("LN2026000020"));
        assertEquals("2026-09-30 hold-dispute", recalled.get("LN2026000021"));
        assertEquals("2026-10-01 paid-up", recalled.get("LN2026000023"));
        assertEquals("2026-10-01 hold-bankruptcy", recalled.get("LN2026000024"));
        assertEquals("2026-09-30 hold-deceased", recalled.get("LN2026000029"));
        assertEquals(List.of(), column("""
                SELECT p.placement_no FROM placement p LEFT JOIN assessment a ON a.loan_no = p.loan_no
                   AND a.as_of <= '2026-10-01' AND a.through_on >= '2026-10-01'
                WHERE p.recalled_on IS NULL AND coalesce(a.total_overdue, 0) = 0
                """));
    }

    @Test
    void everyRecallIsToldToTheAgencyThatHasTheAccount() {
        for (String night : Lender.NIGHTS) {
            for (String agency : AGENCIES) {
                assertEquals(
                        column("SELECT placement_no FROM placement WHERE recalled_on = '" + night + "' AND agency = '"
                                + agency + "' ORDER BY 1"),
                        agency(night, agency).rows("recall.csv").stream()
                                .map(row -> row.get("placement_no"))
                                .toList());
            }
        }
    }

    @Test
    void aReversedPaymentPlacesTheAccountAgain() {
        assertEquals(
                List.of("2026-09-29 2026-09-30", "2026-10-01"),
                column("SELECT concat_ws(' ', placed_on, recalled_on) FROM placement WHERE loan_no = 'LN2026000025'"
                        + " ORDER BY placed_on"));
    }

    @Test
    void accountsNotForAgenciesAreWithNone() {
        assertEquals(
                List.of(),
                column("SELECT loan_no FROM placement WHERE loan_no IN ('LN2026000026', 'LN2026000028',"
                        + " 'LN2026000032', 'LN2026000034')"));
    }

    @Test
    void twoLoansOfADebtorAreWithOneAgency() {
        assertEquals(
                1,
                column("SELECT DISTINCT agency FROM placement WHERE loan_no IN ('LN2026000068', 'LN2026000069')")
                        .size());
    }

    @Test
    void paymentsOnPlacedAccountsAreToldDailyReversalsAsLess() {
        List<String> told = AGENCIES.stream()
                .flatMap(agency -> agency(Lender.NIGHT_2, agency).rows("payment.csv").stream())
                .map(row -> row.get("placement_no"))
                .toList();
        assertTrue(told.contains(placementNo("LN2026000022")), told::toString);
        assertTrue(told.contains(placementNo("LN2026000020")), "the payment that ends a placement is told too");
    }

    private String placementNo(String loanNo) {
        return column("SELECT placement_no FROM placement WHERE placed_on = '2026-09-29' AND loan_no = '" + loanNo
                        + "'")
                .get(0);
    }

    @Test
    void aPlacementNumberNamesNeitherLoanNorCustomer() {
        List<String> numbers = column("SELECT placement_no FROM placement");
        assertTrue(numbers.size() > 20, numbers::toString);
        assertTrue(numbers.stream().allMatch(number -> number.matches("P2026[0-9]{4}-[0-9]{6}")), numbers::toString);
        assertEquals(
                List.of(),
                column("SELECT placement_no FROM placement"
                        + " WHERE placement_no LIKE '%' || right(loan_no, 6) AND right(loan_no, 6) > '000100'"));
    }

    @Test
    void anAgencyIsGivenNoMoreThanItsWorkNeeds() {
        for (String agency : AGENCIES) {
            String placement = agency(Lender.NIGHT_1, agency).text("placement.csv");
            column("SELECT id_no FROM customer WHERE id_no IS NOT NULL")
                    .forEach(idNo -> assertFalse(placement.contains(idNo), "whole ID numbers stay here"));
            assertFalse(placement.contains("address"), placement);
            assertFalse(placement.contains("@"), placement);
        }
    }
}
