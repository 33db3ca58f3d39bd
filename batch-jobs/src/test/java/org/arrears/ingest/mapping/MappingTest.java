package org.arrears.ingest.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.ingest.check.CheckCase;
import org.arrears.ingest.check.CheckedFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A lender's own files read through a mapping. */
class MappingTest {

    private static final String MAPPING = """
            mapping: core-export
            files:
              - kind: loans
                names: ACCT_*.csv
                columns: { 合同号: loan_no, 客户号: customer_no, 产品: product, 金额: principal, 利率: annual_rate,
                           起息日: disbursed_on, 到期日: matures_on, 状态: status }
                dates: yyyyMMdd
                units: { principal: fen, annual_rate: percent }
                codes: { status: { "01": active, "02": settled } }
                constants: { currency: CNY }
                ignore: [机构]
            """;
    private static final String HEADER = "合同号,客户号,产品,金额,利率,起息日,到期日,状态,机构\n";

    @TempDir
    private Path folder;

    @Test
    void aMappedRowIsReadAsOurs() throws IOException {
        CheckedFile file = new CheckCase(folder)
                .mapping(MAPPING)
                .file("ACCT_0930.csv", HEADER + "L1,C1,AUTO,123456,7.2,20260101,20270101,01,x\n")
                .file("ACCT_0930.csv.ctl", "rows=1\nsum.金额=123456\n")
                .checked("ACCT_0930.csv");
        assertTrue(file.refusal().isEmpty(), file.refusal().toString());
        assertEquals(0, file.rejected(), file.rejects().toString());
        assertEquals("1234.56", file.samples().get(0).get("principal"));
        assertEquals("0.072", file.samples().get(0).get("annual_rate"));
        assertEquals("2026-01-01", file.samples().get(0).get("disbursed_on"));
        assertEquals("active", file.samples().get(0).get("status"));
        assertEquals("CNY", file.samples().get(0).get("currency"));
        assertEquals(0, CheckCase.principal(file).compareTo(new BigDecimal("1234.56")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            ,100, | ,1234.5, | not-an-amount | principal (金额) "1234.5" is not a whole number of fen
            ,7.2, | ,x,      | not-a-rate    | annual_rate (利率) "x" is not a percentage as a decimal such as 1234.56
            ,7.2, | ,720,    | rate-looks-like-percentage | annual_rate (利率) "720" looks like a percentage;
            20260101 | 20260230 | not-a-date | disbursed_on (起息日) "20260230" is not a date as yyyyMMdd
            ,01,  | ,09,     | unknown-code  | status (状态) "09" is not in the mapping's table: 01, 02
            20260101 | 20280101 | dates-out-of-order | matures_on (到期日) "20270101" is not after disbursed_on
            """)
    void aRejectShowsTheOriginalValue(String good, String bad, String code, String message) throws IOException {
        String row = "L1,C1,AUTO,100,7.2,20260101,20270101,01,x".replace(good, bad);
        CheckedFile file = new CheckCase(folder)
                .mapping(MAPPING)
                .file("ACCT_1.csv", HEADER + row + "\n")
                .checked("ACCT_1.csv");
        assertEquals(code, CheckCase.code(file));
        assertTrue(
                file.rejects().get(0).message().startsWith(message),
                file.rejects().get(0).message());
        assertEquals(HEADER + row + "\n", Files.readString(folder.resolve("out/ACCT_1.rows.csv")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            comma   | 1.234,56   | 1234.56
            comma   | 1234,56    | 1234.56
            comma   | 1234       | 1234
            comma   | 1.23,4     |
            comma   | 1,234.56   |
            grouped | 1,234.56   | 1234.56
            grouped | 12,345,678 | 12345678
            grouped | 1,23.4     |
            grouped | ,234       |
            plain   | 1234.56    | 1234.56
            plain   | 1,234.56   |
            plain   | 1e5        |
            plain   | -1         |
            """)
    void decimalStyles(String style, String value, String expected) {
        DecimalTranslation.Style read = DecimalTranslation.Style.valueOf(style.toUpperCase(java.util.Locale.ROOT));
        var translation = new DecimalTranslation(read, DecimalTranslation.Unit.YUAN, false);
        assertEquals(java.util.Optional.ofNullable(expected), translation.of(value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            yyyyMMdd       | 20260930       | 2026-09-30
            yyyyMMdd       | 20260230       |
            dd/MM/uuuu     | 30/09/2026     | 2026-09-30
            d.M.yyyy       | 3.9.2026       | 2026-09-03
            yyyyMMddHHmmss | 20260930235959 | 2026-09-30
            dd-MMM-yyyy    | 30-Sep-2026    | 2026-09-30
            yyyyMMdd       | ２０２６０９３０ |
            """)
    void datePatterns(String pattern, String value, String expected) {
        assertEquals(
                java.util.Optional.ofNullable(expected),
                DateTranslation.parse(pattern).orElseThrow().of(value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            yyMMdd       | 1950-2049 | 260930     | 2026-09-30
            yyMMdd       | 1950-2049 | 931231     | 1993-12-31
            uuMMdd       | 1950-2049 | 490101     | 2049-01-01
            yyMMdd       | 1950-2049 | 500101     | 1950-01-01
            yyMMdd       | 1930-2029 | 300101     | 1930-01-01
            yyMMdd       | 2000-2099 | 930101     | 2093-01-01
            yyMMdd       | 1950-2049 | 260230     |
            yyMMdd       | 1950-2049 | 20260930   |
            dd/MM/yy     | 1950-2049 | 30/09/93   | 1993-09-30
            dd/MM/yy     | 1950-2049 | 30/09/1993 |
            dd-MMM-yy    | 1950-2049 | 30-Sep-93  | 1993-09-30
            yyDDD        | 1950-2049 | 93365      | 1993-12-31
            yyMMddHHmmss | 1950-2049 | 930101000000 | 1993-01-01
            'yy'yyMMdd   | 1950-2049 | yy930101   | 1993-01-01
            """)
    void aYearOfTwoDigitsIsReadWithinItsCentury(String pattern, String century, String value, String expected) {
        Century years = Century.parse(century).orElseThrow();
        assertEquals(
                java.util.Optional.ofNullable(expected),
                DateTranslation.parse(pattern, years).orElseThrow().of(value));
    }

    @ParameterizedTest
    @CsvSource({"yyMMdd", "uuMMdd", "dd/MM/yy", "dd.MM.uu", "yyDDD", "d-MMM-yy", "YY-'W'ww-e", "[yy]MMdd", "''yyMMdd"})
    void aYearOfTwoDigitsWithoutItsCenturyIsInvalid(String pattern) {
        assertEquals(java.util.Optional.empty(), DateTranslation.parse(pattern));
    }

    @Test
    void lettersInQuotesAreNoYear() {
        assertEquals(
                java.util.Optional.of("2026-09-30"),
                DateTranslation.parse("'day' yyyyMMdd 'o''clock'").orElseThrow().of("day 20260930 o'clock"));
    }

    @Test
    void theMappingStatesTheCentury() throws IOException {
        CheckedFile file = new CheckCase(folder)
                .mapping(MAPPING.replace("dates: yyyyMMdd", "dates: { pattern: yyMMdd, century: 1950-2049 }"))
                .file(
                        "ACCT_1.csv",
                        HEADER + "L1,C1,AUTO,123456,7.2,930101,270101,01,x\n"
                                + "L2,C1,AUTO,123456,7.2,930230,270101,01,x\n")
                .checked("ACCT_1.csv");
        assertEquals("1993-01-01", file.samples().get(0).get("disbursed_on"));
        assertEquals("2027-01-01", file.samples().get(0).get("matures_on"));
        assertEquals(
                "disbursed_on (起息日) \"930230\" is not a date as yyMMdd of 1950-2049",
                file.rejects().get(0).message());
    }

    @Test
    void aMappingThatNamesAColumnThatIsNotThereIsRefused() throws IOException {
        CheckedFile.Refusal refusal = new CheckCase(folder)
                .mapping(MAPPING)
                .file("ACCT_1.csv", HEADER.replace("金额", "本金") + "x\n")
                .checked("ACCT_1.csv")
                .refusal()
                .orElseThrow();
        assertEquals(FailureKind.CONFIGURATION_INVALID, refusal.kind());
        assertEquals(
                "mapping.yaml:3: the mapping is invalid: it names the column \"金额\", which ACCT_1.csv does not have;"
                        + " it has: 合同号, 客户号, 产品, 本金, 利率, 起息日, 到期日, 状态, 机构",
                refusal.message());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            dates: yyyyMM                            | dates "yyyyMM" is no pattern that gives a day
            dates: yyMMdd                            | dates "yyMMdd" has a year of two digits, which may be of
            dates: dd/MM/uu                          | dates "dd/MM/uu" has a year of two digits, which may be of any
            dates: { pattern: yyMMdd }               | dates.pattern "yyMMdd" has a year of two digits
            dates: { pattern: yyMMdd, century: 20 }  | dates.century "20" is no century
            dates: { pattern: yyMMdd, century: 1950-2050 } | dates.century "1950-2050" is no century
            dates: { pattern: yyMMdd, century: 1850-1949 } | dates.century "1850-1949" is no century
            dates: { pattern: yyyyMMdd, century: 1950-2049 } | dates.century is only for a year of two digits
            dates: { pattern: yyMM, century: 1950-2049 } | dates.pattern "yyMM" is no pattern that gives a day
            dates: { century: 1950-2049 }            | dates.pattern is missing
            dates: { patern: yyMMdd, century: 1950-2049 } | dates.patern is not a known key (did you mean pattern?)
            last-line: all                           | last-line "all" is not known
            columns: { a: loanno }                   | columns.a "loanno" is not known (did you mean loan_no?)
            columns: { a: loan_no, b: loan_no }      | columns.b is a second column for loan_no
            units: { principal: percent }            | units.principal "percent" is no unit of this column
            unit: { principal: fen }                 | unit is not a known key (did you mean units?)
            constants: { curency: CNY }              | constants.curency is not known (did you mean currency?)
            names: ../x.csv                          | names "../x.csv" is no pattern of file names
            names: x*.txt                            | names "x*.txt" is no pattern of file names
            kind: loans                              | kind is a duplicate of line 3
            """)
    void anInvalidMappingIsRefusedWithItsLine(String entry, String message) {
        byte[] yaml = ("mapping: m\nfiles:\n  - { kind: loans, " + entry + " }\n").getBytes(StandardCharsets.UTF_8);
        ArrearsException refused = assertThrows(ArrearsException.class, () -> MappingReader.parse(yaml, "m.yaml"));
        assertEquals(FailureKind.CONFIGURATION_INVALID, refused.kind());
        assertTrue(
                String.valueOf(refused.getMessage()).contains("m.yaml:3: files[1]." + message), refused.getMessage());
    }

    @Test
    void theInboxsOwnMappingComesBeforeTheOneBesideIt() throws IOException {
        Path inbox = Files.createDirectory(folder.resolve("2026-09-30"));
        assertEquals(
                "", MappingReader.forInbox(java.util.Optional.empty(), inbox).sha256());
        Files.writeString(folder.resolve("mapping.yaml"), MAPPING);
        String beside =
                MappingReader.forInbox(java.util.Optional.empty(), inbox).sha256();
        assertEquals(64, beside.length());
        Files.writeString(inbox.resolve("mapping.yaml"), MAPPING + "# another\n");
        assertTrue(!MappingReader.forInbox(java.util.Optional.empty(), inbox)
                .sha256()
                .equals(beside));
    }
}
