package org.arrears.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which dates the name of a folder or file speaks of. */
class DatesInNameTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 10, 3);

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            2026-10-03                  , 2026-10-03               , false
            2026-10-04                  , 2026-10-04               , true
            loans_20261004.csv          , 2026-10-04               , true
            loans-20261003-20261004.csv , 2026-10-03 or 2026-10-04 , false
            LN2026-10-04T0130.csv       , 2026-10-04               , true
            2026-10-04-2                , 2026-10-04               , true
            20261004-1                  , 2026-10-04               , true
            loans.csv                   , ''                       , false
            loans_120261004.csv         , ''                       , false
            loans_202610041.csv         , ''                       , false
            2026-10-041                 , ''                       , false
            calendar-2026.csv           , ''                       , false
            20261399.csv                , ''                       , false
            2026-13-01                  , ''                       , false
            19891231.csv                , ''                       , false
            19900101.csv                , 1990-01-01               , true
            20991231.csv                , 2099-12-31               , true
            21000101.csv                , ''                       , false
            2026-99-2026-10-04          , 2026-10-04               , true
            """)
    void aNameSpeaksOfTheDatesThatStandAlone(String name, String dates, boolean excludes) {
        DatesInName found = DatesInName.of(name);
        assertEquals(dates, found.toString());
        assertEquals(excludes, found.excludes(AS_OF));
    }
}
