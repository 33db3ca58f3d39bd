package org.arrears.core.condition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.arrears.core.condition.ConditionReading.Wrong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The language of conditions and the SQL it becomes. */
class ConditionParserTest {

    private static final Pattern ONLY_OURS = Pattern.compile("((NOT|AND|OR|IN|IS|BETWEEN|LIKE|NULL|coalesce|false|unit|"
            + AccountColumns.ALL.all().stream().map(Column::name).collect(Collectors.joining("|"))
            + ")|[ ()?,*<>=]|'')*");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            dpd >= 31                               | (dpd >= ?)                                          | [31]
            dpd>=31                                 | (dpd >= ?)                                          | [31]
            DPD = -1                                | (dpd = ?)                                           | [-1]
            product = CASH                          | (product = ?)                                       | [CASH]
            product != 'CASH LOAN'                  | NOT (product = ?)                                   | [CASH LOAN]
            product <> 'CASH LOAN'                  | NOT (product = ?)                                   | [CASH LOAN]
            product<>CASH                           | NOT (product = ?)                                   | [CASH]
            product = "a""b'c"                      | (product = ?)                                       | [a"b'c]
            bucket = 次级                           | (bucket = ?)                                        | [次级]
            penalty < 1000.50                       | ((penalty * unit) < ?)                              | [1000.50]
            last_payment_on < 2026-07-01            | coalesce(last_payment_on < ?, false)                | [2026-07-01]
            not last_payment_on < 2026-07-01        | NOT coalesce(last_payment_on < ?, false)            | [2026-07-01]
            last_payment_on != 2026-07-01           | NOT coalesce(last_payment_on = ?, false)            | [2026-07-01]
            last_payment_on is empty                | (last_payment_on IS NULL)                           | []
            last_payment_on is not empty            | NOT (last_payment_on IS NULL)                       | []
            product is empty                        | (product = '')                                      | []
            segment is empty                        | (coalesce(segment, '') = '')                        | []
            bucket in (M1, "M2")                    | (bucket IN (?, ?))                                  | [M1, M2]
            segment in (A)                          | coalesce(segment IN (?), false)                     | [A]
            bucket not in (M1)                      | NOT (bucket IN (?))                                 | [M1]
            dpd between 1 and 30                    | (dpd BETWEEN ? AND ?)                               | [1, 30]
            dpd not between 1 and 30                | NOT (dpd BETWEEN ? AND ?)                           | [1, 30]
            dpd Between 1 AND 30 and dpd = 2        | ((dpd BETWEEN ? AND ?) AND (dpd = ?))               | [1, 30, 2]
            dpd between customer_dpd and 90         | coalesce(dpd BETWEEN customer_dpd AND ?, false)     | [90]
            product like 'CASH%'                    | (product LIKE ?)                                    | [CASH%]
            product not like CASH_2                 | NOT (product LIKE ?)                                | [CASH_2]
            segment like '100\\%'                   | coalesce(segment LIKE ?, false)                     | [100\\%]
            dpd < customer_dpd                      | coalesce(dpd < customer_dpd, false)                 | []
            product = bucket                        | (product = bucket)                                  | []
            product = "bucket"                      | (product = ?)                                       | [bucket]
            product = between                       | (product = ?)                                       | [between]
            product = like                          | (product = ?)                                       | [like]
            penalty > total_overdue                 | coalesce((penalty * unit) > (total_overdue * unit), false) | []
            dpd=1 or dpd=2 and dpd=3                | ((dpd = ?) OR ((dpd = ?) AND (dpd = ?)))            | [1, 2, 3]
            (dpd=1 or dpd=2) and not dpd=3          | (((dpd = ?) OR (dpd = ?)) AND NOT (dpd = ?))        | [1, 2, 3]
            product = 'and' Or not (dpd = 1)        | ((product = ?) OR NOT (dpd = ?))                    | [and, 1]
            """)
    void aConditionBecomesSqlWithItsValuesApart(String condition, String sql, String values) {
        ConditionSql parsed = sql(condition);
        assertEquals(sql, parsed.text());
        assertEquals(values, parsed.values().toString());
    }

    @Test
    void valuesHaveTheTypeOfTheirColumn() {
        assertEquals(
                List.of("1", 1, new BigDecimal("1"), LocalDate.of(2026, 10, 1)),
                sql("product = 1 and dpd = 1 and penalty = 1 and as_of = 2026-10-01")
                        .values());
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
            x = 1                   | 1  | there is no column "x"; columns are product, bucket
            dpd                     | 4  | "in", "between", "like" or "is empty" after dpd, found the end
            dpd == 1                | 6  | expected a whole number
            dpd = and               | 7  | expected a whole number
            dpd = 1 dpd = 2         | 9  | expected "and", "or" or the end, found "dpd"
            dpd = 1)                | 8  | expected "and", "or" or the end, found ")"
            (dpd = 1                | 9  | expected a closing parenthesis, found the end
            product = 'CASH         | 11 | this quote never closes
            dpd in ()               | 9  | expected a whole number
            dpd in (1 2)            | 11 | expected a comma or a closing parenthesis
            dpd in 1                | 8  | expected an opening parenthesis
            dpd in (customer_dpd)   | 9  | "customer_dpd" is not a whole number
            dpd is 1                | 8  | expected "empty"
            dpd not 1               | 9  | expected "in", "between" or "like"
            dpd between 1           | 14 | expected "and", found the end; for example: dpd between … and …
            dpd between 1 or 2      | 15 | expected "and", found "or"
            dpd between and 2       | 13 | expected a whole number
            dpd between 1 and x     | 19 | "x" is not a whole number
            dpd like 1%             | 5  | dpd is a whole number of at most 9 digits, and only texts are like a pattern
            product like            | 13 | expected a text
            product like 'a\\'      | 14 | the pattern ends with a single backslash; write \\\\ for one
            dpd = penalty           | 7  | the column penalty is an amount in major units and dpd is a whole number
            product = DPD           | 11 | product is a text; quote it to mean the text: 'DPD'
            "dpd" = 1               | 1  | expected the name of a column
            1 = dpd                 | 1  | there is no column "1"
            dpd = 1; DROP TABLE x   | 7  | "1;" is not a whole number
            and                     | 1  | expected the name of a column
            """)
    void aWrongConditionSaysWhereAndWhatWasExpected(String condition, int character, String rule) {
        Wrong wrong = wrong(condition);
        assertEquals(OptionalInt.of(character - 1), wrong.index(), wrong.rule());
        assertTrue(wrong.rule().contains(rule), wrong.rule());
    }

    @Test
    void anEmptyConditionIsRefused() {
        assertTrue(wrong("").rule().contains("expected the name of a column"));
        assertTrue(wrong("   ").rule().contains("expected the name of a column"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"' OR 1=1 --", "x'); DROP TABLE loan; --", "\\'; SELECT 1", "$1", "?", "%s", "\u0001"})
    void aHostileTextIsOnlyAValue(String text) {
        String quoted = "\"" + text.replace("\"", "\"\"") + "\"";
        assertEquals(new ConditionSql("(product = ?)", List.of(text)), sql("product = " + quoted));
        assertEquals(new ConditionSql("(product LIKE ?)", List.of(text)), sql("product like " + quoted));
    }

    @Test
    void aNulCharacterNeverReachesTheDatabase() {
        assertTrue(wrong("product = \"a\0b\"").rule().contains("NUL"));
        assertTrue(wrong("product like \"a\0b\"").rule().contains("NUL"));
    }

    @Test
    void deepNestingIsRefusedBeforeTheStackEnds() {
        assertTrue(wrong("(".repeat(19_000)).rule().contains("nested more than 50 deep"));
        assertTrue(wrong("not ".repeat(4_000)).rule().contains("nested more than 50 deep"));
        assertEquals(1, sql("(".repeat(49) + "dpd=1" + ")".repeat(49)).values().size());
        assertEquals(1, sql("not ".repeat(49) + "dpd=1").values().size());
    }

    @Test
    void depthCountsNestingAndNotLength() {
        assertEquals(
                1_001,
                sql("(dpd = 1) or ".repeat(1_000) + "not dpd = 2").values().size());
    }

    @Test
    void aHundredKilobytesAreRefused() {
        assertEquals(
                new Wrong(OptionalInt.empty(), "has 110007 characters; at most 20000 are read"),
                wrong("dpd = 1 or ".repeat(10_000) + "dpd = 1"));
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
            "like '%'",
            "between 1 and 2",
            "dpd",
            "< customer_dpd",
            "!= 次级",
            "<> x"
        };
        long seed = 20_261_001;
        Random random = new Random(seed);
        int parsed = 0;
        for (int i = 0; i < 50_000; i++) {
            StringBuilder noise = new StringBuilder();
            for (int n = 1 + random.nextInt(8); n > 0; n--) {
                noise.append(words[random.nextInt(words.length)]).append(' ');
            }
            ConditionReading reading = ConditionParser.read(noise.toString(), AccountColumns.ALL);
            String text = reading.match(
                    condition -> condition.sql(AccountColumns::expression).text(), wrong -> "");
            assertTrue(ONLY_OURS.matcher(text).matches(), "seed " + seed + ": " + noise + " became " + text);
            parsed += text.isEmpty() ? 0 : 1;
        }
        assertTrue(parsed > 500, parsed + " of the noise were conditions");
    }

    private static ConditionSql sql(String condition) {
        return AccountColumns.condition(condition).sql(AccountColumns::expression);
    }

    private static Wrong wrong(String condition) {
        return ConditionParser.read(condition, AccountColumns.ALL)
                .match(
                        read -> {
                            throw new AssertionError(condition + " is read as " + read);
                        },
                        wrong -> wrong);
    }
}
