package org.arrears.core.condition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.arrears.db.Database;
import org.arrears.db.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random conditions on random rows: the database and the memory give the same rows. */
class ConditionIT {

    private static final Database DATABASE = TestServer.freshDatabase("condition");
    private static final int ROWS = 200;
    private static final int CONDITIONS = 700;
    private static final String[] TEXTS = {
        "",
        "CASH",
        "cash",
        "CASH_50%",
        "a'b",
        "a\"b",
        "\\",
        "a\\b",
        "%",
        "_",
        "次级",
        "M1",
        "M10",
        "😀",
        "\uFFFD",
        "bucket"
    };
    private static final String[] PATTERNS = {
        "%", "_", "", "CASH%", "%50\\%", "%\\_%", "a_b", "\\\\", "%\\\\%", "次_", "%%", "_%_", "\\a%", "M1_", "%'%"
    };

    @BeforeAll
    static void create() throws SQLException {
        run("""
                CREATE TABLE tried (row_no integer, product text COLLATE "C" NOT NULL, bucket text COLLATE "C" NOT NULL,
                    segment text COLLATE "C", dpd integer NOT NULL, customer_dpd integer, penalty bigint NOT NULL,
                    total_overdue bigint, as_of date NOT NULL, last_payment_on date, unit numeric NOT NULL)
                """);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void theDatabaseAndTheMemoryGiveTheSameRows(long offset) throws SQLException {
        long seed = Long.getLong("condition.seed", 20_261_128L) + offset;
        System.out.println("seed of ConditionIT: -Dcondition.seed=" + (seed - offset) + " (offset " + offset + ")");
        Random random = new Random(seed);
        Map<Integer, Map<Column, Object>> rows = rows(random);
        int split = 0;
        for (int i = 0; i < CONDITIONS; i++) {
            String text = condition(random, 3);
            Condition condition = AccountColumns.condition(text);
            Set<Integer> remembered = new TreeSet<>();
            rows.forEach((number, row) -> {
                if (condition.holds(column -> Optional.ofNullable(row.get(column)))) {
                    remembered.add(number);
                }
            });
            assertEquals(asked(condition), remembered, "seed " + seed + ": " + text);
            assertEquals(ROWS, remembered.size() + asked(new Not(condition)).size(), "seed " + seed + ": not " + text);
            split += remembered.isEmpty() || remembered.size() == ROWS ? 0 : 1;
        }
        assertTrue(split > CONDITIONS / 3, split + " conditions hold for some rows and not for others");
    }

    private static Map<Integer, Map<Column, Object>> rows(Random random) throws SQLException {
        run("TRUNCATE tried");
        Map<Integer, Map<Column, Object>> rows = new HashMap<>();
        try (Connection connection = DATABASE.dataSource().getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO tried VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (int number = 0; number < ROWS; number++) {
                Map<Column, Object> row = new HashMap<>();
                BigDecimal unit = random.nextBoolean() ? BigDecimal.ONE : new BigDecimal("0.01");
                insert.setInt(1, number);
                int at = 2;
                for (Column column : AccountColumns.ALL.all()) {
                    boolean empty = column.canBeEmpty() && random.nextInt(4) == 0;
                    Object stored = stored(column.type(), random);
                    insert.setObject(at++, empty ? null : stored);
                    if (!empty) {
                        row.put(
                                column,
                                column.type() == ColumnType.AMOUNT
                                        ? unit.multiply(BigDecimal.valueOf((Long) stored))
                                        : stored);
                    }
                }
                insert.setBigDecimal(at, unit);
                insert.addBatch();
                rows.put(number, row);
            }
            insert.executeBatch();
        }
        return rows;
    }

    private static Object stored(ColumnType type, Random random) {
        return switch (type) {
            case TEXT -> TEXTS[random.nextInt(TEXTS.length)];
            case COUNT -> random.nextInt(5) - 1;
            case AMOUNT -> (random.nextInt(6) - 1) * 50L;
            case DATE -> LocalDate.of(2026, 2, 27).plusDays(random.nextInt(4));
        };
    }

    private static String condition(Random random, int deepest) {
        int kind = random.nextInt(deepest > 0 ? 8 : 5);
        return switch (kind) {
            case 5 -> "(" + condition(random, deepest - 1) + " and " + condition(random, deepest - 1) + ")";
            case 6 -> "(" + condition(random, deepest - 1) + " or " + condition(random, deepest - 1) + ")";
            case 7 -> "not " + condition(random, deepest - 1);
            default -> about(pick(random, AccountColumns.ALL.all()), kind, random);
        };
    }

    private static String about(Column column, int kind, Random random) {
        String not = random.nextInt(3) == 0 ? " not" : "";
        return column.name()
                + switch (kind) {
                    case 0 -> " is" + not + " empty";
                    case 1 -> not + " in (" + written(column, random) + ", " + written(column, random) + ")";
                    case 2 -> not + " between " + operand(column, random) + " and " + operand(column, random);
                    case 3 ->
                        column.type() == ColumnType.TEXT
                                ? not + " like " + quoted(PATTERNS[random.nextInt(PATTERNS.length)])
                                : " <> " + operand(column, random);
                    default ->
                        " " + pick(random, List.of("=", "!=", "<>", "<", "<=", ">", ">=")) + " "
                                + operand(column, random);
                };
    }

    private static String operand(Column column, Random random) {
        List<Column> alike = AccountColumns.ALL.all().stream()
                .filter(other -> other.type() == column.type())
                .toList();
        return random.nextInt(3) == 0 ? pick(random, alike).name() : written(column, random);
    }

    private static String written(Column column, Random random) {
        Object value = stored(column.type(), random);
        return column.type() == ColumnType.AMOUNT
                ? BigDecimal.valueOf((Long) value, random.nextInt(3)).toPlainString()
                : quoted(value.toString());
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static Set<Integer> asked(Condition condition) throws SQLException {
        ConditionSql sql = condition.sql(AccountColumns::expression);
        List<Integer> found = new ArrayList<>();
        try (Connection connection = DATABASE.dataSource().getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT row_no FROM tried WHERE " + sql.text())) {
            int at = 1;
            for (Object value : sql.values()) {
                select.setObject(at++, value);
            }
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getInt(1));
                }
            }
        }
        return new TreeSet<>(found);
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = DATABASE.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
