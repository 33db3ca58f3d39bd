package org.arrears.contact.letter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.arrears.contact.render.Debtor;
import org.arrears.contact.render.NoticeSamples;
import org.arrears.contact.render.NoticeView;
import org.arrears.contact.render.TemplateException;
import org.arrears.contact.render.Templates;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A letter counts as printed when all it says can be read on its pages. */
class LetterProofTest {

    private static final NoticeView NOTICE = NoticeSamples.notice(
            "N1",
            NoticeSamples.loan("LA2024-0001", "CNY", 2, 125_000),
            NoticeSamples.loan("LB2024-0002", "CNY", 2, 300_000));

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectories(folder.resolve("letters"));
        Files.createDirectories(folder.resolve("style"));
    }

    /** A letter of the lender's own whose total, name and amounts have classes to be styled. */
    private void template(String extra) throws IOException {
        Files.writeString(folder.resolve("letters/demand.zh.vm"), """
                <p>尊敬的<span class="name">$letter.debtor.name</span>：</p>
                #foreach($loan in $letter.loans)
                <p><span class="loan">$loan.loanNo</span>
                <span class="part">$format.amount($loan.principalMinor, $loan.digits)</span>
                <span class="amount">$format.amount($loan.totalMinor, $loan.digits)</span></p>
                #end
                #foreach($total in $letter.totals)
                <div class="box"><span class="total">$format.amount($total.totalMinor, $total.digits)</span>
                <span class="capitals">$format.capitals($total.totalMinor, $total.currency, $total.digits)</span></div>
                #end
                """ + extra);
    }

    private void style(String css) throws IOException {
        Files.writeString(
                folder.resolve("style/letter.css"),
                "@page { size: A4; margin: 20mm; } body { font-family: letter; font-size: 10pt; }\n" + css);
    }

    private List<PrintedLetter> print(NoticeView... notices) {
        return new LetterPress(Templates.in(folder)).print(List.of(notices), "demand", folder.resolve("run.pdf"));
    }

    private TemplateException refused() {
        TemplateException refused = assertThrows(TemplateException.class, () -> print(NOTICE));
        assertTrue(Files.notExists(folder.resolve("run.pdf")), "a refused run left a file");
        assertEquals("letters/demand.zh.vm (letter N1)", refused.place());
        return refused;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            .total { display: none; }                              | CNY total | on none of its pages
            .total { visibility: hidden; }                         | CNY total | on none of its pages
            .total { color: white; }                               | CNY total | almost the colour of its ground
            .total { color: #f4f4f4; }                             | CNY total | almost the colour of its ground
            .box { background-color: #222; } .total { color: #333; } | CNY total | almost the colour of its ground
            .total { color: rgba(0, 0, 0, 0.02); }                 | CNY total | almost the colour of its ground
            .total { font-size: 5pt; }                             | CNY total | smaller than 6 pt
            .total { font-size: 0.4pt; }                           | CNY total | smaller than 6 pt
            .total { display: inline-block; transform: scale(0.2); } | CNY total | smaller than 6 pt
            .total { letter-spacing: -6pt; }                       | CNY total | printed over one another
            .box { text-indent: -400mm; }                          | CNY total |
            .total { position: absolute; left: -300mm; }           | CNY total |
            .total { position: absolute; top: -300mm; }            | CNY total |
            .box { width: 1mm; height: 1mm; overflow: hidden; }    | CNY total |
            .capitals { display: none; }                           | CNY total in capitals | on none of its pages
            .name { color: white; }                                | name of the debtor | almost the colour
            .part { display: none; }                               | principal of loan LA2024-0001 | 1,250.00
            .loan { font-size: 3pt; }                              | loan | LA2024-0001
            """)
    void whatAStyleHidesShrinksOrMovesAwayIsMissed(String css, String what, String said) throws IOException {
        template("");
        style(css);
        TemplateException refused = refused();
        assertTrue(refused.rule().startsWith("the " + what + " cannot be read in the printed letter: "), refused::rule);
        assertTrue(said == null || refused.rule().contains(said), refused::rule);
    }

    @Test
    void anAmountThatIsPaintedOverIsMissed() throws IOException {
        template("<div style=\"position: absolute; top: 0; left: 0; width: 180mm; height: 200mm;"
                + " background-color: white\">&#160;</div>");
        style(".letter { position: relative; }");
        assertTrue(
                refused().rule().endsWith("something is painted over it"),
                () -> refused().rule());
    }

    @Test
    void oneOfTwoEqualAmountsIsMissedToo() throws IOException {
        template("");
        style("p.second .amount { display: none; }");
        String text = Files.readString(folder.resolve("letters/demand.zh.vm"));
        Files.writeString(
                folder.resolve("letters/demand.zh.vm"),
                text.replace(
                        "<p><span class=\"loan\">", "<p class=\"#if($foreach.last)second#end\"><span class=\"loan\">"));
        NoticeView equal = NoticeSamples.notice(
                "N1", NoticeSamples.yuanLoan("LA"), NoticeSamples.yuanLoan("LB"), NoticeSamples.yuanLoan("LC"));
        TemplateException refused = assertThrows(TemplateException.class, () -> print(equal));
        assertTrue(refused.rule().startsWith("the amount of loan LA cannot be read"), refused::rule);
    }

    @Test
    void anAmountThatStandsOnlyInACommentIsMissed() throws IOException {
        template("");
        style("");
        String text = Files.readString(folder.resolve("letters/demand.zh.vm"));
        Files.writeString(
                folder.resolve("letters/demand.zh.vm"),
                text.replaceFirst("<span class=\"total\">(.*)</span>", "<!-- $1 --><span title=\"x\">欠款</span>"));
        assertTrue(
                refused().rule().startsWith("the CNY total cannot be read"),
                () -> refused().rule());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".total { font-size: 6pt; }",
                ".total { color: #767676; }",
                ".box { background-color: #1f3a5f; color: white; }",
                ".amount { letter-spacing: 2pt; } p { text-align: justify; }",
                ".box { overflow: hidden; height: 20mm; border: 1pt solid black; }",
                ".box { width: 9mm; word-wrap: break-word; }",
                ".loan { display: block; width: 8mm; word-wrap: break-word; }",
                ".total { text-decoration: line-through; font-weight: bold; font-style: italic; }",
                ".box { transform: rotate(3deg); }",
                "p { page-break-after: always; }"
            })
    void whatCanBeReadIsFoundHoweverItIsSet(String css) throws IOException {
        template("");
        style(css);
        assertEquals(
                2,
                print(NOTICE, NoticeSamples.notice("N2", NoticeSamples.yuanLoan("LC")))
                        .size());
    }

    @Test
    void eachLetterOfARunIsReadOnItsOwnPages() throws IOException {
        template("#if($letter.noticeNo == \"N20260315-000017\")<style>.x { }</style><p class=\"gone\">"
                + "$format.amount($letter.totals.get(0).totalMinor, 2)</p>#end");
        style(".gone { display: none; }");
        TemplateException refused = assertThrows(
                TemplateException.class, () -> print(NoticeSamples.run(40).toArray(NoticeView[]::new)));
        assertEquals("letters/demand.zh.vm (letter N20260315-000017)", refused.place());
    }

    @Test
    void longNamesAndNumbersOfTheBundledLettersStayOnThePage() {
        Debtor debtor = new Debtor("C000017", "Maximiliana".repeat(20), "", "Street".repeat(30) + " 17", "200000");
        NoticeView letter = NoticeSamples.notice(
                "N1", "zh", debtor, List.of(NoticeSamples.loan("L".repeat(60) + "1", "CNY", 2, 9_000_000_000_000L)));
        assertEquals(
                1,
                new LetterPress(Templates.bundled())
                        .print(List.of(letter), "demand", folder.resolve("run.pdf"))
                        .size());
    }
}
