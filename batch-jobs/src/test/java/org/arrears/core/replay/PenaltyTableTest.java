package org.arrears.core.replay;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sections 3 and 4 of the calculation spec, rule by rule: 罚息 and 复利; 36,000 at 10 % bear 10.00 a day. */
final class PenaltyTableTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        a payment on the due date is on time | pay 2024-03-01 36000 | 2024-03-31 \
            | penalty=0.00 past_due_days=0 total_overdue=0.00
        a day late is one day of penalty                  | pay 2024-03-02 36000 | 2024-03-31 | penalty=10.00
        the value date is not counted                     | pay 2024-03-11 36000 | 2024-03-31 | penalty=100.00
        what is cleared accrues nothing more | pay 2024-03-11 36000 | 2024-03-31 \
            | daily_accrual=0.00 past_due_days=0 missed_installments=0
        what it accrued stays due until it is settled | pay 2024-03-11 36000; pay 2024-03-20 60 | 2024-03-31 \
            | penalty=40.00 total_overdue=40.00
        half paid accrues half from that day | pay 2024-03-11 18000 | 2024-03-21 | penalty=150.00 daily_accrual=5.00
        a payment before the due date is held | pay 2024-02-20 36000 | 2024-02-29 \
            | held_credit=36000.00 principal_balance=36000.00
        and spent on the due date | pay 2024-02-20 36000 | 2024-03-01 \
            | held_credit=0.00 principal_balance=0.00 penalty=0.00
        what is left over is held on                      | pay 2024-02-20 36005 | 2024-03-31 | held_credit=5.00
        held credit joins the next payment | pay 2024-02-20 20000; pay 2024-03-01 16000 | 2024-03-31 \
            | held_credit=0.00 total_overdue=0.00
        held credit is spent before a waiver of the day | pay 2024-02-20 35990; waive 2024-03-01 principal 60 \
            | 2024-03-02 | anomalies=waiver-exceeds-outstanding:T2 principal_balance=0.00
        a waiver comes before a payment of its day | pay 2024-03-11 36000; waive 2024-03-11 principal 36000 \
            | 2024-03-11 | anomalies=none held_credit=35900.00 penalty=0.00
        """)
    void aPaymentStopsWhatItPaysFromItsValueDateOn(String rule, String transactions, String asOf, String expected) {
        new Row("components=principal", "due 2024-03-01 36000; " + transactions, asOf, expected).check();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        ACT/360 counts calendar days over 360            | ACT/360  | 2024-01-31 36000 | 2024-03-01 | penalty=300.00
        ACT/365F counts calendar days over 365           | ACT/365F | 2024-01-31 36500 | 2024-03-01 | penalty=300.00
        ACT/365F has 365 days in a leap year too         | ACT/365F | 2024-01-01 36500 | 2025-01-01 | penalty=3660.00
        30E/360 counts months of 30 days                 | 30E/360  | 2024-01-31 36000 | 2024-03-01 | penalty=310.00
        30E/360 has nothing on the 31st | 30E/360 | 2024-01-30 36000 | 2024-01-31 | penalty=0.00 daily_accrual=10.00
        30E/360 has the 31st for nothing | 30E/360 | 2024-01-29 36000 | 2024-01-30 | penalty=10.00 daily_accrual=0.00
        30E/360 has three days from the end of February | 30E/360 | 2023-02-27 36000 | 2023-02-28 \
            | penalty=10.00 daily_accrual=30.00
        30E/360 has twelve months of a year              | 30E/360  | 2023-02-28 36000 | 2024-02-28 | penalty=3600.00
        """)
    void daysAreCountedAsThePolicySays(String rule, String days, String due, String asOf, String expected) {
        new Row("days=" + days, "due " + due, asOf, expected).check();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        the contract rate times the multiple | multiple=1.5 | rate 0.08 | penalty=120.00 penalty_annual_rate=0.12
        the rate of the loan itself comes first | multiple=1.5 | rate 0.08; penalty-rate 0.11 \
            | penalty=110.00 penalty_annual_rate=0.11
        the maximum limits the multiple | multiple=1.5 max=0.1 | rate 0.08 | penalty=100.00 penalty_annual_rate=0.1
        the maximum limits the rate of the loan | max=0.1 | rate 0.08; penalty-rate 0.2 | penalty=100.00
        a rate under the maximum stays | max=0.1 | rate 0.05 | penalty=50.00
        a rate at the maximum stays | max=0.1 | rate 0.1 | penalty=100.00
        without a rate there is no penalty | compound=penalty | rate 0 | penalty=0.00 compound=0.00
        without compound interest bears nothing | compound=none | rate 0.1 | compound=0.00
        interest bears the penalty rate | multiple=1.5 compound=penalty | rate 0.08 | compound=12.00
        interest bears the contract rate | multiple=1.5 compound=contract | rate 0.08 | compound=8.00
        the maximum is not one for the contract rate | max=0.05 compound=contract | rate 0.1 \
            | penalty=50.00 compound=10.00
        penalty bears no penalty, nor does compound | compound=penalty | rate 1 | penalty=1000.00 compound=100.00
        the basis may be principal and interest | basis=principal+interest | rate 0.1 | penalty=110.00 compound=0.00
        a fee bears nothing | basis=principal+interest | rate 0 | overdue_fee=720.00 penalty=0.00
        """)
    void theRateComesFromTheLoanOrThePolicy(String rule, String policy, String loan, String expected) {
        new Row(policy, loan + "; due 2024-03-01 36000+3600+720", "2024-03-11", expected).check();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        exactly half a cent is rounded up | due 2024-03-01 180 | 2024-03-02 | penalty=0.01 daily_accrual=0.00
        just below half a cent is nothing | due 2024-03-01 179.99 | 2024-03-02 | penalty=0.00 daily_accrual=0.01
        the running total is rounded, not the days          | due 2024-03-01 180    | 2024-06-09 | penalty=0.50
        what was settled is subtracted from the rounded | due 2024-03-01 180; pay 2024-03-02 0.01 | 2024-03-03 \
            | penalty=0.00
        and the next cent falls due when the total has it | due 2024-03-01 180; pay 2024-03-02 0.01 | 2024-03-04 \
            | penalty=0.01
        each installment is rounded by itself | due 2024-03-01 180; due 2024-03-01 180 | 2024-03-02 | penalty=0.02
        each component is rounded by itself | due 2024-03-01 180+180 | 2024-03-02 | penalty=0.01 compound=0.01
        yen are rounded to yen | currency JPY; due 2024-03-01 18000 | 2024-03-02 | penalty=1
        half a yen less a little is nothing | currency JPY; due 2024-03-01 17999 | 2024-03-02 | penalty=0
        dinars are rounded to a thousandth | currency KWD; due 2024-03-01 18 | 2024-03-02 | penalty=0.001
        """)
    void theRunningTotalIsRoundedOnceHalfUp(String rule, String loan, String asOf, String expected) {
        new Row("compound=penalty", "rate 0.01; " + loan, asOf, expected).check();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        retroactive grace is free through its last day | retroactive:5 | pay 2024-03-30 1 | 2024-03-06 \
            | penalty=0.00 compound=0.00 daily_accrual=66.00
        missed, all days since the due date are charged | retroactive:5 | pay 2024-03-30 1 | 2024-03-07 \
            | penalty=60.00 compound=6.00 daily_accrual=11.00
        grace does not make an account current | retroactive:5 | pay 2024-03-30 1 | 2024-03-06 | past_due_days=5 dpd=5
        cleared on its last day it is free for good | retroactive:5 | pay 2024-03-06 39600 | 2024-03-30 \
            | penalty=0.00 compound=0.00 total_overdue=0.00
        cleared a day later nothing was free | retroactive:5 | pay 2024-03-07 39600 | 2024-03-07 \
            | penalty=60.00 compound=6.00
        part paid in grace, the part is charged to its day | retroactive:5 | pay 2024-03-04 21600 | 2024-03-11 \
            | penalty=65.00 compound=3.00
        a waiver may clear within the grace too | retroactive:5 \
            | pay 2024-03-06 3600; waive 2024-03-06 principal 36000 | 2024-03-30 | penalty=0.00 compound=0.00
        within the grace there is no penalty to pay | retroactive:5 | pay 2024-03-06 39605 | 2024-03-30 \
            | held_credit=5.00
        a retroactive grace of no days is none | retroactive:0 | pay 2024-03-30 1 | 2024-03-02 \
            | penalty=10.00 compound=1.00
        deferred grace makes its days free | deferred:5 | pay 2024-03-30 1 | 2024-03-06 \
            | penalty=0.00 daily_accrual=11.00
        after it only the days beyond are charged | deferred:5 | pay 2024-03-30 1 | 2024-03-07 \
            | penalty=10.00 compound=1.00
        before its last day tomorrow is free too | deferred:5 | pay 2024-03-30 1 | 2024-03-05 | daily_accrual=0.00
        without grace the first day is charged | none:0 | pay 2024-03-30 1 | 2024-03-02 | penalty=10.00 compound=1.00
        """)
    void graceIsRetroactiveOrDeferred(String rule, String grace, String txns, String asOf, String expected) {
        String policy = "compound=penalty components=interest,principal grace=" + grace;
        new Row(policy, "due 2024-03-01 36000+3600; " + txns, asOf, expected).check();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        an installment of nothing is never overdue | due 2024-03-01 0 | 2024-03-31 \
            | past_due_days=0 missed_installments=0
        one of a fee only is overdue, free of charge | due 2024-03-01 0+0+10 | 2024-03-31 \
            | past_due_days=30 penalty=0.00 overdue_fee=10.00
        nothing is due before its day | due 2024-03-01 36000 | 2024-02-01 \
            | total_overdue=0.00 principal_balance=36000.00 daily_accrual=0.00
        on its day it starts to accrue | due 2024-03-01 36000 | 2024-03-01 | penalty=0.00 daily_accrual=10.00
        """)
    void onlyActiveUnpaidInstallmentsCount(String rule, String loan, String asOf, String expected) {
        new Row("", loan, asOf, expected).check();
    }
}
