package org.arrears.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bytes of one file. */
class CsvFileTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void amountsHaveExactlyTheDigitsOfTheirCurrencyAndTheSumTheFinest() throws IOException {
        try (CsvFile file = new CsvFile(folder, InboxFile.TRANSACTIONS_OVERSEAS)) {
            row(file, 5, 3);
            row(file, 1_234_567, 2);
            row(file, 890, 0);
        }
        assertEquals("""
                txn_no,loan_no,type,value_on,amount,component,reverses
                T007,LN2,payment,2026-01-05,0.005,,
                T007,LN2,payment,2026-01-05,12345.67,,
                T007,LN2,payment,2026-01-05,890,,
                """, Files.readString(folder.resolve("transactions-overseas.csv")));
        String control = Files.readString(folder.resolve("transactions-overseas.csv.ctl"));
        assertEquals("sum.amount=13235.675", control.lines().skip(2).findFirst().orElse(""));
    }

    @Test
    void aTextWithACommaIsQuotedAndChineseIsUtf8() throws IOException {
        try (CsvFile file = new CsvFile(folder, InboxFile.CALENDAR)) {
            file.text("a, b").text("é").text("端午").endRow();
        }
        assertEquals("date,kind,name\n\"a, b\",é,端午\n", Files.readString(folder.resolve("calendar-2026.csv")));
    }

    @Test
    void aRowOfTheWrongWidthIsOurDefect() throws IOException {
        try (CsvFile file = new CsvFile(folder, InboxFile.CALENDAR)) {
            file.text("2026-01-01");
            assertThrows(IllegalStateException.class, file::endRow);
        }
    }

    private static void row(CsvFile file, long amount, int digits) {
        file.key("T", 7, 3)
                .key("LN", 2, 1)
                .text("payment")
                .date(LocalDate.of(2026, 1, 5))
                .amount(amount, digits)
                .empty()
                .empty()
                .endRow();
    }
}
