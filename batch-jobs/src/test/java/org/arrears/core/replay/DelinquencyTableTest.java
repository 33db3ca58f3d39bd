package org.arrears.core.replay;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sections 7 and 8 of the calculation spec, rule by rule: days overdue, buckets, classes, and what is stable. */
final class DelinquencyTableTest {

    private static final String TWO = "rate 0; due 2024-03-01 100+10; due 2024-04-01 100+10; ";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        the due date is day 0 | counting=exclude-due-date | class 正常 | 2024-03-01 \
            | past_due_days=0 dpd=0 oldest_due_on=none missed_installments=0
        the day after is day 1 | counting=exclude-due-date | class 正常 | 2024-03-02 \
            | past_due_days=1 dpd=1 oldest_due_on=2024-03-01
        or the due date is day 1 | counting=include-due-date | class 正常 | 2024-03-01 \
            | past_due_days=1 dpd=1 missed_installments=1 overdue_principal=100.00
        and the day before is not | counting=include-due-date | class 正常 | 2024-02-29 \
            | past_due_days=0 missed_installments=0
        a partial payment does not reset the overdue days | default | pay 2024-03-10 109.99 | 2024-04-05 \
            | past_due_days=35 missed_installments=2 overdue_principal=100.01
        clearing the oldest moves them on | default | pay 2024-04-03 110 | 2024-04-05 \
            | past_due_days=4 missed_installments=1 oldest_due_on=2024-04-01
        clearing all ends them | default | pay 2024-04-03 220 | 2024-04-05 \
            | past_due_days=0 oldest_due_on=none bucket=M0
        grace days shift the days | grace-days=3 | class 正常 | 2024-03-04 | past_due_days=3 dpd=0
        and do not vanish them | grace-days=3 | class 正常 | 2024-03-05 | past_due_days=4 dpd=1
        what is within the tolerance is not late | tolerance=110 | class 正常 | 2024-03-20 \
            | past_due_days=19 dpd=0 missed_installments=1
        a cent more is | tolerance=109.99 | class 正常 | 2024-03-20 | past_due_days=19 dpd=19
        a tolerance finer than a cent changes nothing     | tolerance=109.999 | class 正常 | 2024-03-20 | dpd=19
        the tolerance is for all that is overdue together | tolerance=110 | class 正常 | 2024-04-02 \
            | past_due_days=32 dpd=32
        """)
    void theDaysOverdueAreThoseOfTheOldestOverdueInstallment(
            String rule, String policy, String txns, String asOf, String expected) {
        new Row(policy, TWO + txns, asOf, expected).check();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        penalty accrues within the tolerance | tolerance=36000 | due 2024-03-01 36000 | 2024-03-11 \
            | dpd=0 penalty=100.00 total_overdue=36100.00
        the tolerance is in yen for a loan in yen | tolerance=36000.5 | currency JPY; due 2024-03-01 36000 \
            | 2024-03-11 | dpd=0
        penalty does not count for the tolerance | tolerance=100 \
            | due 2024-03-01 36000+100; waive 2024-03-11 principal 36000 | 2024-03-21 | dpd=0 penalty=100.00
        penalty alone is not overdue | components=principal | due 2024-03-01 36000; pay 2024-03-11 36000 \
            | 2024-03-21 | past_due_days=0 dpd=0 total_overdue=100.00 missed_installments=0
        the total is the sum of the five | compound=penalty | due 2024-03-01 36000+3600+10 | 2024-03-11 \
            | total_overdue=39720.00
        the balance includes what is not due | default | due 2024-03-01 36000; due 2024-09-01 5 | 2024-03-11 \
            | principal_balance=36005.00 overdue_principal=36000.00
        """)
    void toleranceAndTotals(String rule, String policy, String loan, String asOf, String expected) {
        new Row(policy, loan, asOf, expected).check();
    }

    @ParameterizedTest(name = "{0} days: {1}, {2}, {3}, {4}")
    @CsvSource(delimiter = '|', textBlock = """
          0 | M0  | 正常 | 正常 | standard
          1 | M1  | 关注 | 关注 | SMA-0
         30 | M1  | 关注 | 关注 | SMA-0
         31 | M2  | 关注 | 关注 | SMA-1
         60 | M2  | 关注 | 关注 | SMA-1
         61 | M3  | 关注 | 关注 | SMA-2
         90 | M3  | 关注 | 关注 | SMA-2
         91 | M4  | 次级 | 次级 | NPA
        120 | M4  | 次级 | 次级 | NPA
        121 | M5  | 次级 | 可疑 | NPA
        180 | M6  | 次级 | 可疑 | NPA
        181 | M7+ | 次级 | 损失 | NPA
        270 | M7+ | 次级 | 损失 | NPA
        271 | M7+ | 可疑 | 损失 | NPA
        360 | M7+ | 可疑 | 损失 | NPA
        361 | M7+ | 损失 | 损失 | NPA
        """)
    void bucketAndClassFollowTheDays(int days, String bucket, String cn2023, String card, String rbi) {
        String asOf = LocalDate.of(2023, 1, 1).plusDays(days).toString();
        String loan = "due 2023-01-01 100";
        new Row("scheme=cn-2023", loan, asOf, "dpd=" + days + " bucket=" + bucket + " classification=" + cn2023)
                .check();
        new Row("scheme=cn-card-2011", loan, asOf, "classification=" + card).check();
        new Row("scheme=rbi", loan, asOf, "classification=" + rbi).check();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        a manual class makes the class worse | default | due 2024-03-01 100; class 可疑 | 2024-03-11 | classification=可疑
        it never makes it better | default | due 2024-03-01 100; class 正常 | 2024-03-11 | classification=关注
        the same class changes nothing | default | due 2024-03-01 100; class 关注 | 2024-03-11 \
            | classification=关注 anomalies=none
        one nobody knows is an anomaly | default | due 2024-03-01 100; class 坏账 | 2024-03-11 \
            | classification=关注 anomalies=unknown-manual-class:坏账
        a bucket may follow the installments missed | bucket-by=missed-installments \
            | due 2023-01-01 1; due 2023-01-02 1 | 2024-03-11 | bucket=M2
        and is the first one when none is | bucket-by=missed-installments | due 2025-01-01 1 | 2024-03-11 | bucket=M0
        """)
    void classAndBucketHaveTheirOwnRules(String rule, String policy, String loan, String asOf, String expected) {
        new Row(policy, loan, asOf, expected).check();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        what is open changes every day | due 2024-03-01 100 | 2024-03-05 | stable_through=2024-03-05
        what is due today is open | due 2024-03-01 100 | 2024-03-01 | stable_through=2024-03-01
        nothing changes before the next due date | due 2024-03-01 100 | 2024-02-01 | stable_through=2024-02-29
        a cleared loan is stable for ever | due 2024-03-01 100; pay 2024-03-01 100 | 2024-03-05 \
            | stable_through=9999-12-31
        until its next installment | due 2024-03-01 9; pay 2024-03-01 9; due 2024-04-01 9 | 2024-03-05 \
            | stable_through=2024-03-31
        until the next transaction | due 2024-03-01 9; pay 2024-03-01 9; pay 2024-04-10 9 | 2024-03-05 \
            | stable_through=2024-04-09
        until it is called in | due 2024-03-01 9; pay 2024-03-01 9; due 2024-09-01 9; accelerated 2024-04-10 \
            | 2024-03-05 | stable_through=2024-04-09
        a day on which it was called in is past | due 2024-03-01 9; pay 2024-03-01 9; accelerated 2024-03-05 \
            | 2024-03-05 | stable_through=9999-12-31
        """)
    void anAssessmentSaysHowLongItHolds(String rule, String loan, String asOf, String expected) {
        new Row("", loan, asOf, expected).check();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        a spell begins with the first due date missed | due 2024-03-01 100; due 2024-04-01 100 | 2024-04-05 \
            | overdue_since=2024-03-01
        partial catching up keeps it | due 2024-03-01 100; due 2024-04-01 100; pay 2024-04-03 100 | 2024-04-05 \
            | overdue_since=2024-03-01 oldest_due_on=2024-04-01
        clearing all ends it | due 2024-03-01 100; pay 2024-03-03 110 | 2024-04-05 | overdue_since=none
        the next one begins anew | due 2024-03-01 100; due 2024-04-01 100; pay 2024-03-03 100 | 2024-04-05 \
            | overdue_since=2024-04-01
        what falls due today is not overdue              | due 2024-03-01 100 | 2024-03-01 | overdue_since=none
        """)
    void aSpellOfBeingOverdueLastsUntilAllIsCleared(String rule, String loan, String asOf, String expected) {
        new Row("", "rate 0; " + loan, asOf, expected).check();
    }
}
