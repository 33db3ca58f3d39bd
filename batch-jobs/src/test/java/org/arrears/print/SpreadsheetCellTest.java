package org.arrears.print;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import org.arrears.outbound.CsvWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a spreadsheet would run, and what it must be left alone with. */
class SpreadsheetCellTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1+1",
                "-1+cmd|' /C calc'!A0",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\tharmless, but a tab in front is taken away",
                " =1+1",
                "\u3000=1+1",
                "\u00a0=1+1",
                "\ufeff=1+1",
                "\u200b=1+1",
                "＝1+1",
                "＋1+1",
                "－1+1",
                "＠SUM(A1)",
                " ＝HYPERLINK(\"http://x\")",
                "﹦1+1",
                "﹢1",
                "⁺1",
                "\u22121+1",
                "=",
                "-",
                "+86 138=0",
                "-1-A1"
            })
    void whatWouldBeRunGetsAnApostrophe(String text) {
        assertEquals("'" + text, SpreadsheetCell.safe(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-5.00",
                "-1250",
                "+0.01",
                "1=1",
                "LN2026000019",
                "消费贷款",
                "a@b.example",
                "+8613800000000",
                "+86 138 0000 0000",
                "+86 138-0000-0000",
                "2026-10-01",
                "'=1",
                " 张三",
                "℀=1"
            })
    void numbersPhonesAndOrdinaryTextsStay(String text) {
        assertEquals(text, SpreadsheetCell.safe(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-2", "+86", "－2", "-5.00"})
    void whereOnlyTextsAreExpectedANumberIsNoException(String text) {
        assertEquals("'" + text, SpreadsheetCell.safeText(text));
    }

    @Test
    void theWriterQuotesEndsLinesWithLineFeedsAndLeavesOutWhatIsNot() throws IOException {
        StringWriter out = new StringWriter();
        try (CsvWriter csv = new CsvWriter(out)) {
            csv.row("no", "＝note", null, 7, -12);
            csv.row("a,b", "=\"x\"", "", -1L, "-3.50");
        }
        assertEquals("no,'＝note,,7,-12\n\"a,b\",\"'=\"\"x\"\"\",,-1,-3.50\n", out.toString());
    }
}
