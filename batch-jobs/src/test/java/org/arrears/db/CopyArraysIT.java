package org.arrears.db;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Arrays by binary COPY, in and out. */
class CopyArraysIT {

    private static final Database DATABASE = TestServer.freshDatabase("copy_arrays");
    private static final List<String> COLUMNS = List.of("name", "numbers", "amounts", "days");

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void emptyTable() throws SQLException {
        execute("DROP TABLE IF EXISTS arrays");
        execute("CREATE TABLE arrays (name text, numbers integer[], amounts bigint[], days date[])");
    }

    @Test
    void whatWasWrittenIsRead() throws SQLException {
        LocalDate first = LocalDate.of(1900, 1, 1);
        LocalDate last = LocalDate.of(2199, 12, 31);
        int[] days = {Math.toIntExact(first.toEpochDay()), 0, Math.toIntExact(last.toEpochDay())};
        try (Connection connection = DATABASE.connectAlone()) {
            try (CopyWriter out = CopyWriter.into(connection, "arrays", COLUMNS)) {
                out.row().text("a").integers(new int[] {1, -2, Integer.MAX_VALUE, 99}, 3);
                out.bigints(new long[] {0, Long.MAX_VALUE, Long.MIN_VALUE}, 3).dates(days, 3);
                out.row().text("b").integers(new int[] {7}, 1).bigints(new long[] {8}, 1);
                out.dates(new int[] {1}, 1);
                assertEquals(2, out.finish());
            }
            try (CopyReader in = CopyReader.of(connection, "SELECT * FROM arrays ORDER BY name")) {
                assertTrue(in.next());
                assertEquals("a", in.text());
                assertArrayEquals(new int[] {1, -2, Integer.MAX_VALUE}, in.integers());
                assertArrayEquals(new long[] {0, Long.MAX_VALUE, Long.MIN_VALUE}, in.bigints());
                assertArrayEquals(new LocalDate[] {first, LocalDate.EPOCH, last}, in.dates());
                assertTrue(in.next());
                assertEquals("b", in.text());
                assertArrayEquals(new int[] {7}, in.integers());
                assertArrayEquals(new long[] {8}, in.bigints());
                assertArrayEquals(new LocalDate[] {LocalDate.of(1970, 1, 2)}, in.dates());
                assertFalse(in.next());
            }
        }
    }

    @Test
    void anElementMayBeNothing() throws SQLException {
        BitSet nothing = new BitSet();
        nothing.set(1);
        try (Connection connection = DATABASE.connectAlone();
                CopyWriter out = CopyWriter.into(connection, "arrays", COLUMNS)) {
            out.row()
                    .text("a")
                    .nothing()
                    .bigints(new long[] {5, 6, 7}, 3, nothing)
                    .nothing();
            out.finish();
        }
        try (Connection connection = DATABASE.connectAlone()) {
            assertEquals("{5,NULL,7}", FirstVersion.ask(connection, "SELECT amounts FROM arrays"));
        }
    }

    @Test
    void anEmptyArrayIsReadAndNoneIsWritten() throws SQLException {
        execute("INSERT INTO arrays (numbers) VALUES ('{}')");
        try (Connection connection = DATABASE.connectAlone();
                CopyReader in = CopyReader.of(connection, "SELECT numbers FROM arrays")) {
            assertTrue(in.next());
            assertArrayEquals(new int[0], in.integers());
            assertFalse(in.next());
        }
        try (Connection connection = DATABASE.connectAlone();
                CopyWriter out = CopyWriter.into(connection, "arrays", COLUMNS)) {
            assertThrows(IllegalStateException.class, () -> out.row().integers(new int[] {1}, 0));
        }
    }

    @Test
    void anArrayOfAnotherTypeIsNotRead() throws SQLException {
        execute("INSERT INTO arrays (amounts) VALUES ('{1}')");
        try (Connection connection = DATABASE.connectAlone();
                CopyReader in = CopyReader.of(connection, "SELECT amounts FROM arrays")) {
            assertTrue(in.next());
            String message = String.valueOf(
                    assertThrows(IllegalStateException.class, in::integers).getMessage());
            assertEquals("an array of type 20 where INTEGER is expected", message);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DATABASE.connectAlone();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
