package org.arrears.contact.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.arrears.contact.letter.LetterTemplates;
import org.arrears.contact.sms.SmsTemplates;
import org.arrears.contact.sms.SmsText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What templates may say and reach, and how their mistakes are reported. */
class TemplatesTest {
    private static final NoticeView NOTICE = NoticeSamples.notice("N1", NoticeSamples.yuanLoan("L20240000000017"));

    @TempDir
    Path home;

    private Path folder = Path.of("");

    @BeforeEach
    void makeFolders() throws IOException {
        folder = home.resolve("templates");
        Files.createDirectories(folder.resolve("sms"));
        Files.createDirectories(folder.resolve("letters"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $sms.nane                                    | nane
            $nobody                                      | $nobody
            $sms.debtor.email                            | email
            $sms.shout()                                 | shout
            $sms.class                                   | class
            $sms.getClass()                              | getClass
            $sms.debtor.name.class.forName("x")          | class
            $sms.asOf.atStartOfDay()                     | atStartOfDay
            """)
    void whatIsNotOfTheNoticeFailsWithTemplateLineAndName(String reference, String name) throws IOException {
        sms("probe", "one line\nand " + reference);
        TemplateException failure = assertThrows(TemplateException.class, () -> render("probe"));
        assertEquals("sms/probe.zh.vm:2", failure.place());
        assertEquals("\"" + name + "\" is not defined for a notice", failure.rule());
        assertFalse(failure.toString().contains("张小明"), failure::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret", "/etc/passwd", "a/b", "", "Demand", "a.b", "..", "a\\b"})
    void aTemplateNameThatIsAPathIsRefused(String name) {
        TemplateException failure = assertThrows(TemplateException.class, () -> render(name));
        assertEquals("a template name has only lower-case letters, digits and hyphens", failure.rule());
        assertFalse(Templates.in(folder).has(new SmsTemplates(), name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#include(\"../secret.txt\")",
                "#parse(\"../secret.txt\")",
                "#include(\"sms/../../secret.txt\")",
                "#include(\"/etc/hostname\")",
                "#include(\"sms/link.vm\")"
            })
    void nothingOutsideOfTheFolderCanBeTakenIn(String directive) throws IOException {
        Path secret = Files.writeString(home.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(folder.resolve("sms/link.vm"), secret);
        sms("probe", "text " + directive);
        assertThrows(TemplateException.class, () -> render("probe"));
    }

    @Test
    void aFileInsideTheFolderCanBeTakenIn() throws IOException {
        Files.writeString(folder.resolve("sms/tail.vm"), "call $sms.creditor.phone");
        sms("probe", "Please #parse(\"sms/tail.vm\")");
        assertEquals("Please call 400-000-0000", render("probe").text());
    }

    @Test
    void aMissingTemplateIsNamedWithWhatWouldDo() {
        TemplateException failure = assertThrows(TemplateException.class, () -> render("nothing"));
        assertEquals("sms/nothing.zh.vm: there is no such template; add sms/nothing.zh.vm", failure.getMessage());
    }

    @Test
    void aMissingTranslationNamesBothFilesThatWouldDo() {
        NoticeView english = NoticeSamples.notice("N1", "en", NoticeSamples.DEBTOR, NOTICE.loans());
        TemplateException failure = assertThrows(
                TemplateException.class, () -> Templates.in(folder).text(new LetterTemplates(), "nothing", english));
        assertEquals("add letters/nothing.en.vm or letters/nothing.zh.vm", failure.nextStep());
    }

    @Test
    void aTemplateThatVelocityCannotReadIsNamedWithItsLine() throws IOException {
        sms("probe", "text\n#if($sms.stage)\nno end");
        TemplateException failure = assertThrows(TemplateException.class, () -> render("probe"));
        assertTrue(failure.place().startsWith("sms/probe.zh.vm:"), failure::place);
    }

    @ParameterizedTest
    @ValueSource(strings = {" \n ", "#if(false)text#end", "<p> </p><br/>"})
    void anEmptyBodyFails(String body) throws IOException {
        sms("probe", body);
        TemplateException failure = assertThrows(TemplateException.class, () -> render("probe"));
        assertEquals("the text of notice N1 is empty", failure.rule());
    }

    @Test
    void aLetterThatLosesALoanOrATotalFails() throws IOException {
        NoticeView two = NoticeSamples.notice("N1", NoticeSamples.yuanLoan("LA"), NoticeSamples.yuanLoan("LB"));
        Files.writeString(
                folder.resolve("letters/demand.zh.vm"),
                "#foreach($l in $letter.loans)#if($foreach.first)$l.loanNo#end#end");
        TemplateException lost = assertThrows(
                TemplateException.class, () -> Templates.in(folder).text(new LetterTemplates(), "demand", two));
        assertEquals("the amount of loan LA is not printed: 1,409.50", lost.rule());
        Files.writeString(
                folder.resolve("letters/demand.zh.vm"),
                "#foreach($l in $letter.loans)$l.loanNo $format.amount($l.totalMinor, 2) #end");
        TemplateException total = assertThrows(
                TemplateException.class, () -> Templates.in(folder).text(new LetterTemplates(), "demand", two));
        assertEquals("the CNY total is not printed: 2,819.00", total.rule());
    }

    @ParameterizedTest
    @CsvSource({"zh, 提醒", "en, reminder", "en-GB, reminder", "fr, 提醒", "中文, 提醒", "'', 提醒", "../x, 提醒"})
    void theLanguageFallsBackToChinese(String language, String expected) throws IOException {
        sms("probe", "提醒");
        Files.writeString(folder.resolve("sms/probe.en.vm"), "reminder");
        NoticeView notice = NoticeSamples.notice("N1", language, NoticeSamples.DEBTOR, NOTICE.loans());
        assertEquals(
                expected, SmsText.render(Templates.in(folder), "probe", notice).text());
    }

    @Test
    void everyStageOfTheSamplePolicyHasItsTemplate() {
        Templates templates = Templates.bundled();
        for (String sms : List.of("due-soon", "reminder", "warning")) {
            assertTrue(templates.has(new SmsTemplates(), sms), sms);
        }
        assertTrue(templates.has(new LetterTemplates(), "reminder"));
        assertTrue(templates.has(new LetterTemplates(), "demand"));
        assertFalse(templates.has(new LetterTemplates(), "warning"));
    }

    @ParameterizedTest
    @CsvSource({"demand, zh", "reminder, zh", "demand, en", "reminder, en"})
    void aLetterStatesEveryFigureOfEveryLoanAndATotalPerCurrency(String template, String language) {
        NoticeView notice = NoticeSamples.notice(
                "N1",
                language,
                NoticeSamples.DEBTOR,
                List.of(
                        NoticeSamples.loan("LA", "CNY", 2, 125_000),
                        NoticeSamples.loan("LB", "JPY", 0, 7_000_000),
                        NoticeSamples.loan("LC", "CNY", 2, 300_000),
                        NoticeSamples.loan("LD", "KWD", 3, 80_000)));
        String text = Templates.bundled().text(new LetterTemplates(), template, notice);
        for (String figure : List.of(
                "1,250.00",
                "134.50",
                "5.00",
                "17.80",
                "2.20",
                "1,409.50",
                "2024-06-18",
                "2026-01-05",
                "69",
                "10.8%",
                "11,250.00",
                "7,000,000",
                "7,015,950",
                "4,569.00",
                "人民币肆仟伍佰陆拾玖元整",
                "日元柒佰零壹万伍仟玖佰伍拾元整",
                "95.950",
                "科威特第纳尔玖拾伍元玖角伍分",
                "0.84",
                "400-000-0000",
                "0000 0000 0000 0000",
                "张小明",
                "N1")) {
            assertTrue(text.contains(figure), () -> figure + " is missing in " + text);
        }
    }

    private void sms(String template, String text) throws IOException {
        Files.writeString(folder.resolve("sms/" + template + ".zh.vm"), text);
    }

    private SmsText render(String template) {
        return SmsText.render(Templates.in(folder), template, NOTICE);
    }
}
