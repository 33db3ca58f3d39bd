package org.arrears.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The filter language and the SQL it becomes. */
class FilterParserTest {

    private static final Pattern ONLY_OURS =
            Pattern.compile("((NOT|AND|OR|IN|IS|DISTINCT|FROM|NULL|coalesce|false|unit|"
                    + String.join("|", ExportColumn.NAMES) + ")|[ ()?,*<>=!]|'')*");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            dpd >= 31                               | ((dpd >= ?))                                        | [31]
            dpd>=31                                 | ((dpd >= ?))                                        | [31]
            DPD = -1                                | ((dpd = ?))                                         | [-1]
            product = CASH                          | ((product = ?))                                     | [CASH]
            product != 'CASH LOAN'                  | ((product IS DISTINCT FROM ?))                      | [CASH LOAN]
            product = "a""b'c"                      | ((product = ?))                                     | [a"b'c]
            classification = 次级                   | ((classification = ?))                              | [次级]
            total_overdue < 1000.50                 | (((total_overdue * unit) < ?))                      | [1000.50]
            oldest_due_on < 2026-07-01              | (coalesce(oldest_due_on < ?, false))                | [2026-07-01]
            not oldest_due_on < 2026-07-01          | (NOT coalesce(oldest_due_on < ?, false))            | [2026-07-01]
            last_payment_on is empty                | ((last_payment_on IS NULL))                         | []
            last_payment_on is not empty            | (NOT (last_payment_on IS NULL))                     | []
            product is empty                        | ((product = ''))                                    | []
            bucket in (M1, "M2")                    | (coalesce(bucket IN (?, ?), false))                 | [M1, M2]
            bucket not in (M1)                      | (NOT coalesce(bucket IN (?), false))                | [M1]
            dpd=1 or dpd=2 and dpd=3                | ((dpd = ?) OR (dpd = ?) AND (dpd = ?))              | [1, 2, 3]
            (dpd=1 or dpd=2) and not dpd=3          | (((dpd = ?) OR (dpd = ?)) AND NOT (dpd = ?))        | [1, 2, 3]
            product = 'and' Or not (dpd = 1)        | ((product = ?) OR NOT ((dpd = ?)))                  | [and, 1]
            """)
    void aFilterBecomesSqlWithItsValuesApart(String filter, String sql, String parameters) {
        Filter parsed = FilterParser.parse(filter);
        assertEquals(sql, parsed.sql());
        assertEquals(parameters, parsed.parameters().toString());
    }

    @Test
    void valuesHaveTheTypeOfTheirColumn() {
        Filter parsed = FilterParser.parse("loan_no = 1 and dpd = 1 and penalty = 1 and as_of = 2026-10-01");
        assertEquals(List.of("1", 1, new BigDecimal("1"), LocalDate.of(2026, 10, 1)), parsed.parameters());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            dpd >= abc              | 8  | "abc" is not a whole number of at most 9 digits, which dpd is compared with
            dpd >= 1.5              | 8  | is not a whole number
            dpd >= 12345678901      | 8  | is not a whole number
            penalty > 1e9           | 11 | is not an amount in major units
            penalty > "1,000"       | 11 | is not an amount in major units
            as_of = 2026-02-30      | 9  | is not a date, yyyy-MM-dd
            as_of = 01/10/2026      | 9  | is not a date, yyyy-MM-dd
            dpb = 1                 | 1  | there is no column "dpb": did you mean dpd?
            total-overdue = 1       | 1  | did you mean total_overdue?
            x = 1                   | 1  | there is no column "x"; columns are loan_no, customer_no
            dpd                     | 4  | expected one of = != < <= > >=, "in" or "is empty" after dpd, found the end
            dpd == 1                | 6  | expected a whole number
            dpd = and               | 7  | expected a whole number
            dpd = 1 dpd = 2         | 9  | expected "and", "or" or the end, found "dpd"
            dpd = 1)                | 8  | expected "and", "or" or the end, found ")"
            (dpd = 1                | 9  | expected a closing parenthesis, found the end
            product = 'CASH         | 11 | this quote never closes
            dpd in ()               | 9  | expected a whole number
            dpd in (1 2)            | 11 | expected a comma or a closing parenthesis
            dpd in 1                | 8  | expected an opening parenthesis
            dpd is 1                | 8  | expected "empty"
            dpd not 1               | 9  | expected "in"
            "dpd" = 1               | 1  | expected the name of a column
            1 = dpd                 | 1  | there is no column "1"
            dpd = 1; DROP TABLE x   | 7  | "1;" is not a whole number
            and                     | 1  | expected the name of a column
            """)
    void aWrongFilterSaysWhereAndWhatWasExpected(String filter, int character, String rule) {
        String message = refused(filter);
        assertTrue(message.startsWith("--where, character " + character + ": "), message);
        assertTrue(message.contains(rule), message);
        assertEquals('^', message.charAt(message.length() - 1));
    }

    @Test
    void theMarkStandsUnderTheWrongWord() {
        assertEquals("""
                --where, character 8: "abc" is not a whole number of at most 9 digits, which dpd is compared with; \
                for example: dpd >= 31
                   dpd >= abc
                          ^""", refused("dpd >= abc"));
    }

    @Test
    void anEmptyFilterIsRefused() {
        assertTrue(refused("").contains("expected the name of a column"));
        assertTrue(refused("   ").contains("expected the name of a column"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"' OR 1=1 --", "x'); DROP TABLE loan; --", "\\'; SELECT 1", "$1", "?", "%s", "\u0001"})
    void aHostileTextIsOnlyAValue(String text) {
        String quoted = "\"" + text.replace("\"", "\"\"") + "\"";
        Filter parsed = FilterParser.parse("product = " + quoted);
        assertEquals("((product = ?))", parsed.sql());
        assertEquals(List.of(text), parsed.parameters());
    }

    @Test
    void aNulCharacterNeverReachesTheDatabase() {
        assertTrue(refused("product = \"a\0b\"").contains("NUL"));
    }

    @Test
    void deepNestingIsRefusedBeforeTheStackEnds() {
        assertTrue(refused("(".repeat(19_000)).contains("nested more than 50 deep"));
        assertTrue(refused("not ".repeat(4_000)).contains("nested more than 50 deep"));
        assertEquals(
                1,
                FilterParser.parse("(".repeat(49) + "dpd=1" + ")".repeat(49))
                        .parameters()
                        .size());
        assertEquals(
                1, FilterParser.parse("not ".repeat(49) + "dpd=1").parameters().size());
    }

    @Test
    void depthCountsNestingAndNotLength() {
        String filter = "(dpd = 1) or ".repeat(1_000) + "not dpd = 2";
        assertEquals(1_001, FilterParser.parse(filter).parameters().size());
    }

    @Test
    void aHundredKilobytesAreRefused() {
        String message = refused("dpd = 1 or ".repeat(10_000) + "dpd = 1");
        assertEquals("--where has 110007 characters; at most 20000 are read", message);
    }

    @Test
    void noisePutsNothingIntoTheSqlButColumnsOperatorsAndMarks() {
        String[] words = {
            "dpd = 1",
            "product = 'x; DROP'",
            "penalty > 1",
            "as_of",
            "= 2026-10-01",
            "in (1, \"--\")",
            "in (",
            ")",
            "is empty",
            "not",
            "(",
            "and",
            "and",
            "or",
            "or",
            "1",
            "/*",
            ";",
            "'",
            "?",
            "\\",
            "product",
            "!= 次级"
        };
        long seed = 20_261_001;
        Random random = new Random(seed);
        int parsed = 0;
        for (int i = 0; i < 50_000; i++) {
            StringBuilder filter = new StringBuilder();
            for (int n = 1 + random.nextInt(8); n > 0; n--) {
                filter.append(words[random.nextInt(words.length)]).append(' ');
            }
            try {
                String sql = FilterParser.parse(filter.toString()).sql();
                assertTrue(ONLY_OURS.matcher(sql).matches(), "seed " + seed + ": " + filter + " became " + sql);
                parsed++;
            } catch (WrongRequestException refused) {
                assertTrue(String.valueOf(refused.getMessage()).startsWith("--where, character "), refused.toString());
            }
        }
        assertTrue(parsed > 500, parsed + " of the noise were filters");
    }

    private static String refused(String filter) {
        return String.valueOf(assertThrows(WrongRequestException.class, () -> FilterParser.parse(filter))
                .getMessage());
    }
}
