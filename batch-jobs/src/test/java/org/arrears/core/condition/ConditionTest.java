package org.arrears.core.condition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a condition answers in memory. */
class ConditionTest {

    /** A row with three empty cells. */
    private static final Map<Column, Object> ROW = Map.of(
            AccountColumns.PRODUCT,
            "CASH_50%",
            AccountColumns.BUCKET,
            "M2",
            AccountColumns.DPD,
            45,
            AccountColumns.PENALTY,
            new BigDecimal("10.50"),
            AccountColumns.TOTAL_OVERDUE,
            new BigDecimal("10.5"),
            AccountColumns.AS_OF,
            LocalDate.of(2026, 10, 1));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            dpd = 45                                        | true
            dpd <> 45                                       | false
            dpd >= 45 and dpd <= 45                         | true
            dpd < 45 or dpd > 45                            | false
            penalty = 10.5                                  | true
            penalty = total_overdue                         | true
            dpd between 45 and 45                           | true
            dpd between 46 and 44                           | false
            dpd not between 46 and 50                       | true
            as_of between 2026-09-30 and 2026-10-02         | true
            bucket in (M1, M2)                              | true
            bucket = m2                                     | false
            product < bucket                                | true
            product like 'CASH%'                            | true
            product like 'cash%'                            | false
            product like '%'                                | true
            product like 'CASH_50_'                         | true
            product like 'CASH\\_50\\%'                     | true
            product like 'CASH\\_5\\%'                      | false
            product like 'CASH'                             | false
            product like '%5%0%'                            | true
            product like '%0%5%'                            | false
            product not like '%\\%'                         | false
            customer_dpd = 1                                | false
            customer_dpd <> 1                               | true
            not customer_dpd = 1                            | true
            customer_dpd < 1 or customer_dpd >= 1           | false
            customer_dpd between 0 and 99                   | false
            customer_dpd not between 0 and 99               | true
            dpd between customer_dpd and 99                 | false
            customer_dpd in (1, 2)                          | false
            customer_dpd not in (1, 2)                      | true
            dpd = customer_dpd                              | false
            dpd <> customer_dpd                             | true
            customer_dpd = customer_dpd                     | false
            last_payment_on is empty                        | true
            as_of is not empty                              | true
            segment is empty                                | true
            segment like '%'                                | false
            segment = ''                                    | false
            """)
    void anEmptyCellDiffersFromEverythingAndIsNeitherLessNorGreater(String condition, boolean holds) {
        assertEquals(holds, AccountColumns.condition(condition).holds(column -> Optional.ofNullable(ROW.get(column))));
    }

    @Test
    void aLongTextAgainstManyAnysEndsSoon() {
        Like like = new Like(AccountColumns.PRODUCT, "%a".repeat(2_000) + "b");
        assertFalse(like.holds(column -> Optional.of("a".repeat(20_000))));
    }
}
