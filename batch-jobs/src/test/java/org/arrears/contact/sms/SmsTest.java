package org.arrears.contact.sms;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.arrears.contact.render.LoanLine;
import org.arrears.contact.render.NoticeSamples;
import org.arrears.contact.render.NoticeView;
import org.arrears.contact.render.Templates;
import org.arrears.core.money.SomeDues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text of messages and what they cost. */
class SmsTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            款,  0,   0
            款,  1,   1
            款,  70,  1
            款,  71,  2
            款,  134, 2
            款,  135, 3
            款,  201, 3
            款,  202, 4
            a,   160, 1
            a,   161, 2
            a,   306, 2
            a,   307, 3
            €,   80,  1
            €,   81,  2
            €,   152, 2
            €,   153, 3
            😀,  35,  1
            😀,  36,  2
            😀,  66,  2
            😀,  67,  3
            """)
    void aTextOfOneRepeatedCharacterTakesSegments(String character, int times, int segments) {
        assertEquals(segments, SmsSegments.count(character.repeat(times)));
    }

    @Test
    void oneCharacterOutsideOfGsmMakesTheWholeTextUcs2() {
        assertEquals(1, SmsSegments.count("a".repeat(69) + "款"));
        assertEquals(2, SmsSegments.count("a".repeat(70) + "款"));
        assertEquals(2, SmsSegments.count("a".repeat(70) + "`"));
    }

    @Test
    void aSurrogatePairIsNeverSplitSoItMovesToTheNextSegmentWhole() {
        assertEquals(2, SmsSegments.count("款".repeat(134)));
        assertEquals(3, SmsSegments.count("款".repeat(66) + "😀" + "款".repeat(66)));
    }

    @Test
    void aReminderIsOneLineWithSignatureFirstAndTheNameMasked() {
        SmsText sms = render("reminder", "zh", NoticeSamples.yuanLoan("L20240000000017"));
        assertEquals(
                "【晨曦消费金融】尊敬的张**，您的消费贷款（尾号0017）已逾期69天，截至2026年3月15日应还1,409.50元，"
                        + "请于2026年3月22日前还款。咨询400-000-0000，如已还款请忽略。",
                sms.text());
        assertEquals(2, sms.segments());
    }

    @Test
    void aWarningForSeveralLoansAddsThemUpPerCurrency() {
        SmsText sms = render(
                "warning",
                "zh",
                NoticeSamples.yuanLoan("L20240000000017"),
                NoticeSamples.loan("L20240000000018", "USD", 2, 100_000));
        assertEquals(
                "【晨曦消费金融】尊敬的张**，您的消费贷款（尾号0017）已逾期69天，连同其他贷款共2笔，"
                        + "截至2026年3月15日应还1,409.50元、1,159.50美元，罚息按合同约定持续计收。"
                        + "请于2026年3月22日前还款，或致电400-000-0000核对、说明异议或协商还款安排，如已还款请忽略。",
                sms.text());
    }

    @Test
    void aMessageBeforeTheDueDateSaysWhenAndHowMuch() {
        LoanLine loan = new LoanLine(
                "L20240000000017",
                NoticeSamples.AS_OF.minusYears(1),
                "消费贷款",
                "CNY",
                2,
                900_000,
                SomeDues.owed(100_000, 5_000, 0),
                105_000,
                NoticeSamples.AS_OF.plusDays(2),
                0,
                "",
                0);
        assertEquals(
                "【晨曦消费金融】尊敬的张**，您的消费贷款（尾号0017）将于2026年3月17日到期，应还1,050.00元"
                        + "（截至2026年3月15日），请按时还款。咨询400-000-0000，如已还款请忽略。",
                render("due-soon", "zh", loan).text());
        assertEquals(
                "【晨曦消费金融】Dear 张**, your 消费贷款 (no. ending 0017) falls due on 17 March 2026: CNY 1,050.00"
                        + " (as of 15 March 2026). Please pay on time. Questions: 400-000-0000."
                        + " If already paid, please ignore.",
                render("due-soon", "en", loan).text());
    }

    private static SmsText render(String template, String language, LoanLine... loans) {
        NoticeView notice = NoticeSamples.notice("N1", language, NoticeSamples.DEBTOR, List.of(loans));
        return SmsText.render(Templates.bundled(), template, notice);
    }
}
