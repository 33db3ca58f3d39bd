package org.arrears.contact.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.arrears.contact.letter.LetterPress;
import org.arrears.contact.sms.SmsText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates that would run for ever, fill the memory or print a record: the fault stays with the template. */
class TemplateLimitsTest {

    private static final NoticeView NOTICE = NoticeSamples.notice("N1", NoticeSamples.yuanLoan("L20240000000017"));
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void makeFolders() throws IOException {
        for (String kind : List.of("sms", "letters", "style")) {
            Files.createDirectories(folder.resolve(kind));
        }
    }

    private TemplateException sms(String text) throws IOException {
        Files.writeString(folder.resolve("sms/probe.zh.vm"), text);
        return assertTimeout(
                SOON,
                () -> assertThrows(
                        TemplateException.class, () -> SmsText.render(Templates.in(folder), "probe", NOTICE)));
    }

    private TemplateException letter(String body, String css) throws IOException {
        Files.writeString(
                folder.resolve("letters/probe.zh.vm"),
                "<p>$letter.lead().loanNo $format.totals($letter.totals)</p>" + body);
        Files.writeString(folder.resolve("style/letter.css"), "body { font-family: letter }" + css);
        LetterPress press = new LetterPress(Templates.in(folder));
        return assertTimeout(
                SOON,
                () -> assertThrows(
                        TemplateException.class,
                        () -> press.print(List.of(NOTICE), "probe", folder.resolve("run.pdf"))));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            text\\n#parse("sms/probe.zh.vm") | sms/probe.zh.vm:2 | more than 10 files, one inside the other
            #macro(m)x#m()#end#m() | sms/probe.zh.vm   | nests too deep: #m
            #set($s = '#evaluate($s)')#evaluate($s) | sms/probe.zh.vm   | nests too deep
            a\\n#foreach($i in [1..2000000000])#end | sms/probe.zh.vm:2 | loops more than 1,000,000 times
            #foreach($i in [1..90000])#foreach($j in [1..90000])#end#end | sms/probe.zh.vm:1 | loops more
            #foreach($i in [1..50000])text #end | sms/probe.zh.vm:1 | makes more than 10,000 characters
            #set($a = "xxxxxxxxxx")#foreach($i in [1..60])#set($a = "$a$a")#end | sms/probe.zh.vm:1 | than 10,000 char
            #set($a = "xxxxxxxxxx")#foreach($i in [1..60])#set($a = $a + $a)#end | sms/probe.zh.vm:1 | than 10,000 char
            #set($n = 9)#foreach($i in [1..60])#set($n = $n * $n)#end | sms/probe.zh.vm:1 | more than 1,000 digits
            #set($l = [1])#foreach($i in [1..60])#set($x = $l.addAll($l))#end | sms/probe.zh.vm:1 | loops more
            $sms.stage.repeat(100000000) | sms/probe.zh.vm   | makes more than 10,000 characters
            #set($a = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")$a.matches("(a+)+b") | sms/probe.zh.vm | takes more than 10 s
            $sms.stage.format("%999999999d", 1) | sms/probe.zh.vm   | wider than 999
            """)
    void aTemplateThatWouldNotEndIsNamedWithItsPlace(String text, String place, String said) throws IOException {
        TemplateException refused = sms(text.replace("\\n", "\n"));
        assertTrue(refused.place().equals(place) || refused.place().startsWith(place + ":"), refused::getMessage);
        assertTrue(refused.rule().contains(said), refused::getMessage);
    }

    @Test
    void anExpressionThatNestsWithoutEndIsAFault() throws IOException {
        assertTrue(sms("#set($x = " + "(".repeat(20_000) + "1" + ")".repeat(20_000) + ")$x")
                .place()
                .startsWith("sms/probe.zh.vm"));
    }

    @Test
    void aTemplateLargerThanAMebibyteIsRefused() throws IOException {
        assertEquals("is larger than 1048576 bytes", sms("x".repeat(2_000_000)).rule());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $sms.debtor                  | a record, not a text; print one of its fields: customerNo, name, phone
            $sms                         | a record, not a text; print one of its fields: noticeNo, language
            $sms.loans                   | a list, not a text; go through it with #foreach
            $sms.lead()                  | a record, not a text; print one of its fields: loanNo, contractOn
            $sms.totals.get(0)           | a record, not a text; print one of its fields: currency
            $sms.asOf                    | a date, not a text; print it with $format.date(...) or $format.day(...)
            $sms.creditor                | a record, not a text; print one of its fields: name, signature
            $format                      | not a text; print a text, a number or a flag
            #set($x = "$sms.debtor")$x   | a record, not a text
            #set($x = "" + $sms.debtor)$x | a whole record in its text
            #set($x = "" + $sms.loans)$x | a whole record in its text
            $sms.stage.valueOf($sms.debtor) | "valueOf" of a text is given a value that is none
            $sms.stage.format("%s", $sms.debtor) | "format" of a text is given a value that is none
            $sms.stage.join(",", $sms.loans) | "join" of a text is given a value that is none
            $sms.debtor.toString()       | "toString" is not defined for a notice
            $sms.loans.toString()        | "toString" is not defined for a notice
            """)
    void onlyTextsNumbersAndFlagsArePrinted(String reference, String said) throws IOException {
        TemplateException refused = sms("one line\nand " + reference);
        assertTrue(String.valueOf(refused.getMessage()).contains(said), refused::getMessage);
        assertTrue(refused.place().startsWith("sms/probe.zh.vm"), refused::place);
        assertFalse(String.valueOf(refused.getMessage()).contains("张小明"), refused::getMessage);
        assertFalse(String.valueOf(refused.getMessage()).contains("13000000000"), refused::getMessage);
    }

    @Test
    void theLineOfWhatIsNoTextIsNamed() throws IOException {
        assertEquals("sms/probe.zh.vm:3", sms("one\ntwo\nthree $sms.debtor").place());
    }

    @Test
    void textsNumbersFlagsAndBlocksArePrinted() throws IOException {
        Files.writeString(
                folder.resolve("sms/probe.zh.vm"),
                "#define($who)$sms.debtor.customerNo#end$who $sms.loans.size() $sms.loans.isEmpty()"
                        + " $sms.lead().dpd $sms.stage.toUpperCase()");
        assertEquals(
                "C000017 1 false 69 DEMAND-LETTER",
                SmsText.render(Templates.in(folder), "probe", NOTICE).text());
    }

    @Test
    void aMessageOfTooManySegmentsIsRefused() throws IOException {
        assertEquals(
                "a message has 21 segments; 20 are the most",
                sms("欠".repeat(20 * 67 + 1)).rule());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <div style="height: 10000mm"> </div> | pages; 20 and one a loan are the most
            #foreach($i in [1..60])<p style="page-break-after: always">x</p>#end | pages; 20 and one
            #foreach($i in [1..300])<div>#end x #foreach($i in [1..300])</div>#end | elements more than 100 deep
            """)
    void aLetterThatGrowsIsRefused(String body, String said) throws IOException {
        TemplateException refused = letter(body, "");
        assertEquals("letters/probe.zh.vm (letter N1)", refused.place());
        assertTrue(refused.rule().contains(said), refused::getMessage);
    }

    @Test
    void aPictureThatFillsTheMemoryIsRefused() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(6_000, 5_000, BufferedImage.TYPE_BYTE_BINARY), "png", png);
        String uri = "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toByteArray());
        assertEquals(
                "has a picture of 30,000,000 pixels; 25,000,000 are the most",
                letter("<img src=\"" + uri + "\"/>", "").rule());
    }

    @ParameterizedTest
    @ValueSource(ints = {20_000, 100_000})
    void aSelectorWithoutEndIsAFault(int links) throws IOException {
        String chain = "div > ".repeat(links);
        TemplateException refused = letter("", chain + "p { color: red }");
        assertTrue(String.valueOf(refused.getMessage()).contains("style/letter.css")
                || refused.place().startsWith("letters/probe"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            首笔应还$format.money($sms.lead().totalMinor, "CNY", 2) | CNY | 2,819.00
            应还$format.money($sms.totals.get(0).totalMinor, "CNY", 2) | JPY | 7,015,950
            """)
    void aMessageThatStatesAnAmountStatesEveryTotal(String text, String currency, String total) throws IOException {
        NoticeView notice = NoticeSamples.notice(
                "N1",
                NoticeSamples.yuanLoan("LA"),
                NoticeSamples.yuanLoan("LB"),
                NoticeSamples.loan("LC", "JPY", 0, 7_000_000));
        Files.writeString(folder.resolve("sms/probe.zh.vm"), text);
        Templates templates = Templates.in(folder);
        TemplateException refused =
                assertThrows(TemplateException.class, () -> SmsText.render(templates, "probe", notice));
        assertEquals("sms/probe.zh.vm", refused.place());
        assertEquals(
                "the " + currency + " total is not in the message, which states other amounts: " + total,
                refused.rule());
        Files.writeString(folder.resolve("sms/probe.zh.vm"), "请致电$sms.creditor.phone");
        assertEquals(
                "请致电400-000-0000",
                SmsText.render(Templates.in(folder), "probe", notice).text());
    }

    @Test
    void aMessageThatASpreadsheetWouldRunIsRefused() throws IOException {
        assertEquals("a message begins like a formula", sms(" ＝1+1").rule());
    }
}
