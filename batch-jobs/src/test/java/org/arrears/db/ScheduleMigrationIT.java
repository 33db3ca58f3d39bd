package org.arrears.db;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Installments that version 0.1.0 stored by row are the same rows when schedules have become one row a loan. */
class ScheduleMigrationIT {

    private static final String NAME = "schedule_migration";

    /** The last migration that version 0.1.0 has. */
    private static final String FIRST_VERSION = "6";

    /** Schedules of 1 to 40 rows, not stored in their order: gaps in seq, fees in some, rows of two files in others. */
    private static final String BOOK = """
            INSERT INTO installment (loan_no, seq, due_on, principal, interest, fee, file_no, line)
            SELECT 'L' || loan, seq * (1 + loan % 3), DATE '2025-01-31' + (seq || ' months')::interval,
                loan * 100 + seq, CASE WHEN loan % 11 = 0 THEN 9007199254740993 ELSE seq END,
                CASE WHEN loan % 4 = 0 THEN seq % 3 * 250 ELSE 0 END,
                CASE WHEN loan % 7 = 0 AND seq > 3 THEN 5 ELSE 2 END, loan * 41 - seq
            FROM generate_series(1, 3000) AS loan, generate_series(1, 40) AS seq
            WHERE seq <= 1 + loan % 40
            ORDER BY md5(loan || '/' || seq)
            """;

    private static List<String> before = List.of();

    @BeforeAll
    static void bookOfTheFirstVersion() throws SQLException {
        try (Connection old = TestServer.ofSchemaVersion(NAME, FIRST_VERSION);
                Statement statement = old.createStatement()) {
            statement.execute(BOOK);
            before = column(old, "SELECT i::text FROM installment i ORDER BY loan_no, seq");
        }
    }

    @Test
    void everyRowIsThereAsItWas() throws SQLException {
        try (Database database = TestServer.open(NAME);
                Connection migrated = database.connectAlone()) {
            assertEquals(61_500, before.size());
            assertEquals(before, column(migrated, "SELECT i::text FROM installment i ORDER BY loan_no, seq"));
            assertEquals(
                    List.of("loan_no", "seq", "due_on", "principal", "interest", "fee", "file_no", "line"),
                    column(
                            migrated,
                            "SELECT attname FROM pg_attribute WHERE attrelid = 'installment'::regclass AND attnum > 0"
                                    + " ORDER BY attnum"));
            assertEquals(List.of("3000"), column(migrated, "SELECT count(DISTINCT loan_no) FROM schedule"));
        }
    }

    @Test
    void arraysAreInTheOrderOfSeqAndKnowTheirFiles() throws SQLException {
        try (Database database = TestServer.open(NAME);
                Connection migrated = database.connectAlone()) {
            assertEquals(
                    List.of(
                            "L12 | {1,2,3,4,5,6,7,8,9,10,11,12,13} | {250,500,0,250,500,0,250,500,0,250,500,0,250} | 2"
                                    + " | -",
                            "L7 | {2,4,6,8,10,12,14,16} | {0,0,0,0,0,0,0,0} | 5 | {2,2,2,5,5,5,5,5}"),
                    column(
                            migrated,
                            "SELECT concat_ws(' | ', loan_no, seq, fee, file_no, coalesce(file_nos::text, '-'))"
                                    + " FROM schedule WHERE loan_no IN ('L7', 'L12') ORDER BY loan_no"));
        }
    }

    private static List<String> column(Connection connection, String query) throws SQLException {
        List<String> column = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                column.add(rows.getString(1));
            }
        }
        return column;
    }
}
