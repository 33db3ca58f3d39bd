package org.arrears.core.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which loans a notice may be about, and what is told of the others, on 2026-10-01. */
final class RemainingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

    private static Remaining remaining(String loans) {
        return Remaining.of(DebtorText.accounts(loans, DAY), "sms", DAY);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            nothing stops it | L1 dpd=5 | L1 |
            a hold for the channel | L1 dpd=5 hold=dispute:sms |  | hold-dispute
            a hold for all channels | L1 dpd=5 hold=dispute:all |  | hold-dispute
            a hold for other channels | L1 dpd=5 hold=dispute:letter;agency | L1 |
            a hold with an end is over the day after | L1 dpd=5 hold=hardship:all:10-01 |  | hold-hardship 10-02
            the longest hold | L1 dpd=5 hold=hardship:all:10-03 hold=dispute:sms:10-09 |  | hold-dispute 10-10
            of two of one length the first | L1 dpd=5 hold=deceased:all hold=fraud:all |  | hold-deceased
            a promise that is due today | L1 dpd=5 promise=09-20:10-01:100:0 |  | promise-open 10-02
            a promise made today | L1 dpd=5 promise=10-01:10-03:100:0 |  | promise-open 10-04
            a promise made tomorrow | L1 dpd=5 promise=10-02:10-03:100:0 | L1 |
            a promise that was due yesterday | L1 dpd=5 promise=09-20:09-30:100:0 | L1 |
            one part payment does not keep it | L1 dpd=5 promise=09-20:10-03:100:99 |  | promise-open 10-04
            a kept promise is waited for no more | L1 dpd=5 promise=09-20:10-03:100:100 | L1 |
            of two the last | L1 dpd=5 promise=09-20:10-03:100:0 promise=09-20:10-08:50:0 |  | promise-open 10-09
            a doubt | L1 dpd=5 doubt=facts-doubtful |  | facts-doubtful
            a doubt before a hold | L1 dpd=5 doubt=row-rejected hold=deceased:all |  | row-rejected
            a hold before a promise | L1 dpd=5 hold=dispute:all:10-02 promise=09-20:10-09:9:0 |  | hold-dispute 10-03
            what stops one loan leaves its sibling | L1 dpd=5 hold=dispute:all, L2 dpd=3 | L2 | hold-dispute
            """)
    void aLoanIsLeftOutForTheFirstReasonThatApplies(String rule, String loans, String left, String told) {
        Remaining remaining = remaining(loans);
        assertEquals(
                left == null ? "" : left,
                remaining.accounts().stream().map(Account::loanNo).collect(Collectors.joining(" ")));
        assertEquals(
                told == null ? "" : told, remaining.stop().map(DebtorText::of).orElse(""));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            row-rejected       | L1 hold=deceased:all, L2 doubt=facts-doubtful, L3 doubt=row-rejected
            facts-doubtful     | L1 promise=09-20:10-03:9:0, L2 hold=deceased:all, L3 doubt=facts-doubtful
            hold-deceased      | L1 promise=09-20:10-03:9:0, L2 hold=dispute:sms:10-09, L3 hold=deceased:all
            hold-dispute 10-10 | L1 promise=09-20:10-03:9:0, L2 hold=dispute:sms:10-09
            promise-open 10-10 | L1 promise=09-20:10-09:9:0, L2 hold=dispute:sms:10-03
            """)
    void ofSeveralLoansADoubtIsToldFirstElseWhatLastsLongest(String told, String loans) {
        assertEquals(told, remaining(loans).stop().map(DebtorText::of).orElse(""));
        assertEquals(List.of(), remaining(loans).accounts());
    }
}
