package org.arrears.core.replay;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sections 1 and 2 of the calculation spec, rule by rule: what is due when, and which transactions count. */
final class ScheduleAndTransactionsTableTest {

    /** The Spring Festival of 2024 with its two working Sundays, as the State Council announced it. */
    private static final String FESTIVAL =
            " holidays=2024-02-10,2024-02-11,2024-02-12,2024-02-13,2024-02-14,2024-02-15,"
                    + "2024-02-16,2024-02-17 workdays=2024-02-04,2024-02-18";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        without a roll a Saturday is due on Saturday          | roll=none               | 2024-03-02 | 2024-03-02
        following waits for Monday                            | roll=following          | 2024-03-02 | 2024-03-04
        preceding goes back to Friday                         | roll=preceding          | 2024-03-02 | 2024-03-01
        modified following waits for Monday within the month  | roll=modified-following | 2024-03-02 | 2024-03-04
        modified following does not leave the month           | roll=modified-following | 2024-03-30 | 2024-03-29
        following does leave the month                        | roll=following          | 2024-03-30 | 2024-04-01
        a business day is due as agreed                       | roll=following          | 2024-03-01 | 2024-03-01
        a Sunday made a working day is due as agreed          | roll=following          | 2024-02-04 | 2024-02-04
        a holiday on a weekday rolls                          | roll=preceding          | 2024-02-12 | 2024-02-09
        a holiday rolls to a Sunday made a working day        | roll=following          | 2024-02-10 | 2024-02-18
        """)
    void aDueDateTakesEffectOnItsRolledDate(String rule, String roll, String due, String effective) {
        String loan = "due " + due + " 36000";
        new Row(roll + FESTIVAL, loan, effective, "missed_installments=0 past_due_days=0 penalty=0.00").check();
        String next = LocalDate.parse(effective).plusDays(1).toString();
        new Row(roll + FESTIVAL, loan, next, "oldest_due_on=" + effective + " past_due_days=1 penalty=10.00").check();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        before the day nothing is called in | 2024-03-11 | 2024-03-10 \
            | penalty=90.00 daily_accrual=10.00 principal_balance=72000.00
        on the day all principal falls due | 2024-03-11 | 2024-03-11 \
            | missed_installments=1 penalty=100.00 daily_accrual=20.00
        from the day on all principal bears penalty | 2024-03-11 | 2024-03-21 \
            | missed_installments=2 penalty=300.00 overdue_principal=72000.00
        interest and fee called in early are not due | 2024-03-11 | 2024-03-21 \
            | overdue_interest=3600.00 overdue_fee=10.00
        the oldest due date is not moved | 2024-03-11 | 2024-03-21 | oldest_due_on=2024-03-01 past_due_days=20
        what is due on the day keeps its interest | 2024-04-01 | 2024-04-02 \
            | overdue_interest=7200.00 overdue_fee=20.00
        what is due before the day keeps its date | 2024-05-01 | 2024-04-02 | missed_installments=2 past_due_days=32
        """)
    void accelerationCallsInAllPrincipal(String rule, String on, String asOf, String expected) {
        String loan = "due 2024-03-01 36000+3600+10; due 2024-04-01 36000+3600+10; accelerated " + on;
        new Row("", loan, asOf, expected).check();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        the rolled date decides what is called in | roll=following | due 2024-03-30 100+5; accelerated 2024-03-31 \
            | 2024-04-02 | oldest_due_on=2024-03-31 overdue_interest=0.00
        the number decides on one day | default | due 2024-03-01 100; due 2024-03-01 200; pay 2024-03-01 100 \
            | 2024-03-02 | overdue_principal=200.00 missed_installments=1
        the date decides before the number | default \
            | rate 0; due 2024-03-02 100; due 2024-03-01 200; pay 2024-03-02 200 \
            | 2024-03-03 | overdue_principal=100.00 oldest_due_on=2024-03-02
        a loan without a schedule owes nothing | default | pay 2024-03-01 5 | 2024-03-02 \
            | held_credit=5.00 total_overdue=0.00 bucket=M0
        """)
    void installmentsAreTakenByEffectiveDateAndNumber(
            String rule, String policy, String loan, String asOf, String expected) {
        new Row(policy, loan, asOf, expected).check();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        a payment after the date is not there yet | pay 2024-03-11 36000 | 2024-03-10 \
            | penalty=90.00 last_payment_on=none
        a payment on the date is | pay 2024-03-11 36100 | 2024-03-11 | total_overdue=0.00 last_payment_on=2024-03-11
        a reversal after the date removes nothing yet | pay 2024-03-01 36000; reverse 2024-03-10 T1 | 2024-03-09 \
            | past_due_days=0 last_payment_on=2024-03-01
        a reversed payment never happened | pay 2024-03-01 36000; reverse 2024-03-10 T1 | 2024-03-10 \
            | past_due_days=9 penalty=90.00 last_payment_on=none anomalies=none
        a reversed waiver never happened | waive 2024-03-05 principal 36000; reverse 2024-03-08 T1 | 2024-03-08 \
            | penalty=70.00 overdue_principal=36000.00
        only the named payment is reversed | pay 2024-03-01 1; pay 2024-03-02 2; reverse 2024-03-03 T2 | 2024-03-03 \
            | last_payment_on=2024-03-01 principal_balance=35999.00
        the last payment is the latest value date | pay 2024-03-05 2; pay 2024-03-02 2 | 2024-03-09 \
            | last_payment_on=2024-03-05
        a waiver is no payment | waive 2024-03-05 principal 1 | 2024-03-09 | last_payment_on=none
        an unknown transaction cannot be reversed | reverse 2024-03-03 T9 | 2024-03-03 \
            | anomalies=reversal-of-unknown:T1
        a reversal cannot be reversed | pay 2024-03-01 36000; reverse 2024-03-03 T1; reverse 2024-03-04 T2 \
            | 2024-03-05 | anomalies=reversal-of-reversal:T3 past_due_days=4
        a second reversal is an anomaly | pay 2024-03-01 36000; reverse 2024-03-03 T1; reverse 2024-03-04 T1 \
            | 2024-03-05 | anomalies=reversed-twice:T3 past_due_days=4
        the earlier of two reversals is the good one \
            | pay 2024-03-01 36000; reverse 2024-03-04 T1; reverse 2024-03-03 T1 | 2024-03-05 \
            | anomalies=reversed-twice:T2
        on one day the lower number is the good one \
            | pay 2024-03-01 36000; reverse 2024-03-03 T1; reverse 2024-03-03 T1 | 2024-03-05 \
            | anomalies=reversed-twice:T3
        a reversal ahead of its payment names nothing yet | reverse 2024-03-02 T2; pay 2024-03-05 36000 | 2024-03-04 \
            | anomalies=reversal-of-unknown:T1 past_due_days=3
        and removes the payment once that is there | reverse 2024-03-02 T2; pay 2024-03-05 36000 | 2024-03-05 \
            | anomalies=none past_due_days=4 last_payment_on=none
        """)
    void onlyTransactionsKnownAndNotReversedCount(String rule, String transactions, String asOf, String expected) {
        new Row("", "due 2024-03-01 36000; " + transactions, asOf, expected).check();
    }
}
