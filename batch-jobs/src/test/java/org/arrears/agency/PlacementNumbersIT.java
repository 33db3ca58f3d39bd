package org.arrears.agency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.arrears.db.Database;
import org.arrears.db.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What agencies call an account: not by its loan, and never one number for two. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlacementNumbersIT {

    private static final LocalDate DATE = LocalDate.of(2026, 10, 1);

    private final Database database = TestServer.freshDatabase("placement_numbers");
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

    @AfterAll
    void close() {
        database.close();
    }

    @BeforeEach
    void forget() {
        jdbc.sql("DELETE FROM placement_number").update();
        jdbc.sql("DELETE FROM placement").update();
    }

    private List<String> numbered(LocalDate date, String... loans) {
        PlacementNumbers numbers = new PlacementNumbers(database.dataSource(), date);
        List<String> given = List.of(loans).stream().map(numbers::of).toList();
        numbers.store();
        return given;
    }

    @Test
    void aNumberIsDateAndRunningNumberAndHoldsNoLoan() {
        List<String> given = numbered(DATE, "LN2026000019", "LN2026000020");
        assertEquals(List.of("P20261001-000001", "P20261001-000002"), given);
        given.forEach(number -> assertFalse(number.contains("2026000019"), number));
    }

    @Test
    void decidedAgainAnAccountKeepsItsNumberAndNobodyElseGetsIt() {
        numbered(DATE, "LA", "LB", "LC");
        assertEquals(
                List.of("P20261001-000003", "P20261001-000004", "P20261001-000002"), numbered(DATE, "LC", "LD", "LB"));
        assertEquals(List.of("P20261001-000001", "P20261001-000005"), numbered(DATE, "LA", "LE"));
    }

    @Test
    void anotherDateCountsForItself() {
        numbered(DATE, "LA", "LB");
        assertEquals(List.of("P20261002-000001"), numbered(DATE.plusDays(1), "LB"));
    }

    @Test
    void whatIsNotStoredIsNotTaken() {
        new PlacementNumbers(database.dataSource(), DATE).of("LX");
        assertEquals(List.of("P20261001-000001"), numbered(DATE, "LA"));
    }

    @Test
    void accountsThatWerePlacedBeforeKeepTheNumbersTheirAgenciesKnow() throws IOException {
        jdbc.sql("INSERT INTO placement (placement_no, agency, customer_no, loan_no, currency, placed_on,"
                        + " total_overdue) VALUES ('P20261001-LN2026000019', 'a', 'C1', 'LN2026000019', 'CNY', ?, 1)")
                .params(DATE)
                .update();
        jdbc.sql(takeOver()).update();
        assertEquals(
                List.of("P20261001-000002", "P20261001-LN2026000019"), numbered(DATE, "LN2026000001", "LN2026000019"));
    }

    /** The statement of the migration that takes over what was placed before. */
    private static String takeOver() throws IOException {
        try (InputStream in = Database.class.getResourceAsStream("migration/V13__placement_numbers.sql")) {
            String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return script.substring(script.indexOf("INSERT INTO")).replace(";", "");
        }
    }
}
