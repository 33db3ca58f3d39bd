package org.arrears.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.arrears.core.money.SomeDues;
import org.arrears.facts.AssessedDates;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.outbound.Column;
import org.arrears.outbound.FileLayout;
import org.arrears.print.report.Report;
import org.arrears.print.report.ReportFormat;
import org.arrears.print.report.ReportPage;
import org.arrears.print.report.ReportPage.Fact;
import org.arrears.print.report.ReportPage.Row;
import org.arrears.print.report.ReportPage.Table;
import org.arrears.render.HtmlTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each format makes of a report. */
class ReportFormatTest {

    private static final Report REPORT = new Report(
            "loans",
            new ReportPage(
                    "Loans <2026>",
                    List.of(new Fact("Policy", "a & b")),
                    List.of(new Table(
                            "CNY",
                            List.of("Product", "Total"),
                            1,
                            List.of(
                                    Row.of("row", List.of("现金贷", "1,000.00")),
                                    Row.of("row", List.of("<script>", "$x #if(1)")),
                                    Row.of("total", List.of("Total", "1,000.00"))))),
                    List.of("\"Total\" is all.")),
            new Report.Csv(
                    FileLayout.of(Column.text("product"), Column.amount("total")),
                    List.of(List.of("=cmd()", "1000.00"), List.of("＝cmd()", "-5.00"))),
            Map.of("report", "loans"));

    private static String written(ReportFormat format) throws IOException {
        StringWriter out = new StringWriter();
        format.write(REPORT, out);
        return out.toString();
    }

    @Test
    void textAlignsChineseAndFigures() throws IOException {
        assertEquals("""
                Loans <2026>
                Policy          a & b

                CNY
                  Product       Total
                  -------------------
                  现金贷     1,000.00
                  <script>  $x #if(1)
                  -------------------
                  Total      1,000.00

                "Total" is all.
                """, written(ReportFormat.TEXT));
    }

    @Test
    void htmlEscapesEveryValueAndRunsNone() throws IOException {
        String html = written(ReportFormat.HTML);
        assertTrue(html.contains("<h1>Loans &lt;2026&gt;</h1>"), html);
        assertTrue(html.contains("<dd>a &amp; b</dd>"), html);
        assertTrue(html.contains(">&lt;script&gt;</td>") && html.contains(">$x #if(1)</td>"), html);
        assertTrue(html.contains("<li>&quot;Total&quot; is all.</li>"), html);
        assertFalse(html.contains("<script>"), html);
        assertFalse(html.contains("http"), "self-contained");
        assertEquals(html, written(ReportFormat.HTML));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            $page                              | : "$page" is a record, not a text; print one of its fields: title
            $page.tables()                     | : "$page.tables()" is a list, not a text
            #macro(m)#m()#end#m()              | : cannot be rendered: Max calling depth
            #foreach($i in [1..2000000000])#end | :1: goes through loops more than 10,000,000
            $page.nothing()                    | : cannot be rendered
            """)
    void aReportTemplateThatPrintsARecordOrDoesNotEndIsInvalidConfiguration(String template, String said) {
        HtmlTemplate report = new HtmlTemplate("report.vm");
        ArrearsException failed = assertThrows(
                ArrearsException.class,
                () -> report.print("page", REPORT.page(), new StringReader(template), new StringWriter()));
        assertEquals(FailureKind.CONFIGURATION_INVALID, failed.kind());
        assertTrue(
                String.valueOf(failed.getMessage()).startsWith("templates/reports/report.vm" + said),
                failed::getMessage);
    }

    @Test
    void csvNeutralisesFormulas() throws IOException {
        assertEquals("product,total\n'=cmd(),1000.00\n'＝cmd(),-5.00\n", written(ReportFormat.CSV));
    }

    @Test
    void anAgeingWhoseLinesDoNotAddUpIsADefect() {
        Ageing.Line detail = line(0, "M1", "CASH", 100);
        Ageing.Line bucket = line(1, "M1", "", 100);
        AssessedDates.Under policy = new AssessedDates.Under("p", "0", "");
        LocalDate date = LocalDate.of(2026, 10, 1);
        assertEquals(
                1,
                new Ageing(date, policy, List.of(detail), List.of(bucket), List.of(line(3, "", "", 100)))
                        .lines()
                        .size());
        assertThrows(
                IllegalStateException.class,
                () -> new Ageing(date, policy, List.of(detail), List.of(bucket), List.of(line(3, "", "", 101))));
        assertThrows(
                IllegalStateException.class,
                () -> new Ageing(date, policy, List.of(), List.of(bucket), List.of(line(3, "", "", 100))));
    }

    private static Ageing.Line line(int level, String bucket, String product, long penalty) {
        return new Ageing.Line(level, "CNY", bucket, product, 1, 1, SomeDues.accrued(penalty, 0), penalty, 0);
    }

    @Test
    void bucketsAreOrderedByThePolicyThenByName() {
        String yaml = """
                policy: p
                penalty: { multiple: 1.5 }
                buckets: { ranges: { current: 0, late: 1-30, bad: 31+ } }
                """;
        AssessedDates.Under policy = new AssessedDates.Under("p", "0", yaml);
        assertEquals(
                List.of("current", "late", "bad", "a", "z"),
                List.of("z", "bad", "late", "a", "current").stream()
                        .sorted(AssessedDates.gravity(policy))
                        .toList());
    }
}
