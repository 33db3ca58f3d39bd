package org.arrears.core.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.arrears.core.policy.DayRange;
import org.arrears.core.policy.NoticePolicy.Channel;
import org.arrears.core.policy.NoticePolicy.Stage;
import org.arrears.core.policy.NoticePolicy.Trigger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which stage a debtor gets on 2026-10-01, and why not, rule by rule. */
final class LadderTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

    private static final List<Stage> STAGES = List.of(
            stage("due-soon", Channel.SMS, Trigger.DAYS_TO_DUE, "1-3", 1, 1),
            stage("reminder", Channel.SMS, Trigger.DPD, "1-30", 7, 2),
            stage("warning", Channel.SMS, Trigger.DPD, "31+", 15, 9),
            stage("notice", Channel.LETTER, Trigger.DPD, "40-60", 30, 2),
            stage("demand", Channel.LETTER, Trigger.DPD, "61+", 30, 2),
            stage("last", Channel.LETTER, Trigger.DPD, "91-120", 30, 2));

    private static final Recipient REACHED = new Recipient("C1", "张三", "19900000001", "某地1号", "200000", "zh");

    private static Stage stage(String name, Channel channel, Trigger trigger, String days, int everyDays, int atMost) {
        DayRange range = DayRange.parse(days).orElseThrow();
        return new Stage(name, channel, name, trigger, range, everyDays, atMost, BigDecimal.TEN);
    }

    /** A channel that needs one thing of a debtor. */
    private record Needs(Channel channel, String what) implements Reach {

        @Override
        public Optional<String> obstacle(Recipient recipient, List<Account> accounts) {
            String value = channel == Channel.SMS ? recipient.phone() : recipient.address();
            return value.isEmpty() ? Optional.of("no-" + what) : Optional.empty();
        }
    }

    private static String decided(Debtor debtor) {
        List<Reach> channels = List.of(new Needs(Channel.SMS, "phone"), new Needs(Channel.LETTER, "address"));
        return new Ladder(STAGES, channels, DAY)
                .decide(debtor).stream().map(DebtorText::of).collect(Collectors.joining(", "));
    }

    private static DueDate dueDate(String dueOn, String loans) {
        return new DueDate(DebtorText.day(dueOn), DebtorText.accounts(loans, DAY));
    }

    private static String inArrears(String loans, String sent) {
        return decided(Debtor.inArrears(REACHED, DebtorText.accounts(loans, DAY), DebtorText.sent(sent)));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the first day of a range                   | L1 dpd=1            | reminder #1 L1
            its last day                               | L1 dpd=30           | reminder #1 L1
            the day after it                           | L1 dpd=31           | warning #1 L1
            long overdue and never written to          | L1 dpd=75           | warning #1 L1, demand #1 L1
            of two that fit the last in the policy     | L1 dpd=95           | warning #1 L1, last #1 L1
            behind the last one's range the one before | L1 dpd=121          | warning #1 L1, demand #1 L1
            of two loans the worse one counts          | L1 dpd=2, L2 dpd=35 | warning #1 L1 L2
            overdue within grace or tolerance          | L1 dpd=0            | -: within-grace-or-tolerance 10-02
            """)
    void theStageFollowsFromTheDaysPastDueNotFromAnEqualDay(String rule, String loans, String decided) {
        assertEquals(decided, inArrears(loans, ""));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            an old loan held, a young one not | L1 dpd=78 hold=fraud:all, L2 dpd=20 | reminder #1 L2, demand: hold-fraud
            only the letter is held | L1 dpd=78 hold=dispute:letter | warning #1 L1, demand: hold-dispute
            all loans held | L1 dpd=20 hold=dispute:all | reminder: hold-dispute
            one held beside one in grace | L1 dpd=0 hold=dispute:all, L2 dpd=0 | -: within-grace-or-tolerance 10-02
            all in doubt and of no stage | L1 dpd=0 doubt=row-rejected | -: row-rejected
            one in doubt beside one in grace | L1 dpd=0 doubt=row-rejected, L2 dpd=0 | -: row-rejected
            all in doubt and of a stage | L1 dpd=9 doubt=facts-doubtful | reminder: facts-doubtful
            """)
    void theStageFollowsFromTheLoansThatRemain(String rule, String loans, String decided) {
        assertEquals(decided, inArrears(loans, ""));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            sent the day before | L1 dpd=20 | reminder 09-30 | reminder: sent-lately 10-07
            sent every-days ago, less one | L1 dpd=20 | reminder 09-25 | reminder: sent-lately 10-02
            sent every-days ago | L1 dpd=20 | reminder 09-24 | reminder #2 L1
            another stage does not count | L1 dpd=35 | reminder 09-30 | warning #1 L1
            sent as often as allowed | L1 dpd=30 | reminder 09-02, reminder 09-12 | reminder: sent-often-enough
            enough is told before lately | L1 dpd=30 | reminder 09-02, reminder 09-30 | reminder: sent-often-enough
            sent before this spell | L1 dpd=20 | reminder 09-01, reminder 09-10 | reminder #1 L1
            sent on the first day of it | L1 dpd=20 | reminder 09-11 | reminder #2 L1
            the spell is that of all loans | L1 dpd=20, L2 dpd=29 hold=dispute:all | reminder 09-03 | reminder #2 L1
            decided for a later date | L1 dpd=20 | reminder 10-03 | reminder: sent-lately 10-10
            """)
    void aStageIsRepeatedAfterItsDaysAndNoMoreOftenThanAllowedInOneSpell(
            String rule, String loans, String sent, String decided) {
        assertEquals(decided, inArrears(loans, sent));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            just enough | L1 dpd=5 total=1000 | reminder #1 L1
            a cent less | L1 dpd=5 total=999 | reminder: below-minimum-amount
            two loans together | L1 dpd=5 total=600, L2 dpd=5 total=400 | reminder #1 L1 L2
            in no one currency | L1 dpd=5 total=600, L2 dpd=5 total=999 currency=USD | reminder: below-minimum-amount
            a currency without decimals | L1 dpd=5 total=10 currency=JPY | reminder #1 L1
            what is held does not count | L1 dpd=5 total=999, L2 dpd=5 hold=fraud:all | reminder: below-minimum-amount
            """)
    void lessThanTheMinimumInEveryCurrencySendsNothing(String rule, String loans, String decided) {
        assertEquals(decided, inArrears(loans, ""));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            reachable | 199 | 某地 | L1 dpd=75 | warning #1 L1, demand #1 L1
            no phone |  | 某地 | L1 dpd=75 | warning: no-phone, demand #1 L1
            nothing at all |  |  | L1 dpd=75 | warning: no-phone, demand: no-address
            a hold is told before |  |  | L1 dpd=75 hold=dispute:all | warning: hold-dispute, demand: hold-dispute
            the minimum is told after |  | 某地 | L1 dpd=9 total=1 | reminder: no-phone
            a phone says nothing of a letter | 199 |  | L1 dpd=75 | warning #1 L1, demand: no-address
            """)
    void whomAChannelCannotReachIsToldPerChannel(
            String rule, String phone, String address, String loans, String decided) {
        Recipient recipient =
                new Recipient("C1", "张三", phone == null ? "" : phone, address == null ? "" : address, "", "zh");
        assertEquals(decided, decided(Debtor.inArrears(recipient, DebtorText.accounts(loans, DAY), List.of())));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the day before | 10-02 |  |  | due-soon #1 L1 about 10-02
            the first day of the range | 10-04 |  |  | due-soon #1 L1 about 10-04
            a day too early | 10-05 |  |  |
            the due date itself | 10-01 |  |  |
            announced already | 10-02 |  | due-soon 09-30 about 10-02 | due-soon: already-announced 10-03
            another date was announced | 10-02 |  | due-soon 09-30 about 09-30 | due-soon #1 L1 about 10-02
            the nearer of two dates | 10-02 | 10-03 |  | due-soon #1 L1 about 10-02
            then the later one | 10-02 | 10-03 | due-soon 09-30 about 10-02 | due-soon #1 L2 about 10-03
            """)
    void aDueDateIsAnnouncedOnceTheNearestFirst(String rule, String first, String second, String sent, String decided) {
        List<DueDate> dueDates = new ArrayList<>(List.of(dueDate(first, "L1 dpd=0")));
        if (second != null) {
            dueDates.add(dueDate(second, "L2 dpd=0"));
        }
        assertEquals(decided == null ? "" : decided, decided(Debtor.dueSoon(REACHED, dueDates, DebtorText.sent(sent))));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a hold for messages | L1 dpd=0 hold=complaint:sms:10-02 | due-soon: hold-complaint 10-03
            a hold for letters  | L1 dpd=0 hold=complaint:letter    | due-soon #1 L1 about 10-02
            in doubt            | L1 dpd=0 doubt=row-rejected       | due-soon: row-rejected
            below the minimum   | L1 dpd=0 total=999                | due-soon: below-minimum-amount
            """)
    void whatStopsALoanStopsItsAnnouncementToo(String rule, String loans, String decided) {
        DueDate dueDate = dueDate("10-02", loans);
        assertEquals(decided, decided(Debtor.dueSoon(REACHED, List.of(dueDate), List.of())));
    }

    /** A gap between the stages of a channel, and a debtor whom only another channel has a stage for. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            neither channel  | 1-5  | 9-12 | L1 dpd=7 | -: no-stage 10-02
            only the letter  | 1-5  | 6-12 | L1 dpd=7 | second #1 L1
            only the message | 6-12 | 1-5  | L1 dpd=7 | first #1 L1
            """)
    void aDebtorIsWithoutAStageOnlyIfNoChannelHasOne(
            String rule, String sms, String letter, String loans, String decided) {
        List<Stage> stages = List.of(
                stage("first", Channel.SMS, Trigger.DPD, sms, 1, 1),
                stage("second", Channel.LETTER, Trigger.DPD, letter, 1, 1));
        List<Reach> channels = List.of(new Needs(Channel.SMS, "phone"), new Needs(Channel.LETTER, "address"));
        Debtor debtor = Debtor.inArrears(REACHED, DebtorText.accounts(loans, DAY), List.of());
        assertEquals(
                decided,
                new Ladder(stages, channels, DAY)
                        .decide(debtor).stream().map(DebtorText::of).collect(Collectors.joining(", ")));
    }
}
