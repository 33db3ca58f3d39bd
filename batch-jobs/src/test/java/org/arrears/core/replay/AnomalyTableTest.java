package org.arrears.core.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.arrears.core.loan.AnomalyKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 19: what cannot be true of a schedule and of payments. */
final class AnomalyTableTest {

    private static final String LENT = "principal 1000; disbursed 2025-12-01; matures 2026-12-01; ";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        the published case | due 1900-01-01 10000 | due-before-disbursement:1,schedule-above-principal:schedule
        all as agreed | due 2026-06-01 400+12; due 2026-12-01 600+6 | none
        no installment at all | nothing | no-schedule:schedule
        due on the day it is paid out | due 2025-12-01 0+5; due 2026-12-01 1000 | none
        due the day before it is paid out | due 2025-11-30 0+5; due 2026-12-01 1000 | due-before-disbursement:1
        several before it are one anomaly, of the earliest \
            | due 2026-12-01 998; due 2025-11-02 1; due 2025-11-01 1 | due-before-disbursement:3
        due on the last day | due 2026-12-01 1000 | none
        due the day after the last day | due 2026-12-02 1000 | due-after-maturity:1
        several after it are one anomaly, of the latest \
            | due 2026-12-03 500; due 2026-12-02 500 | due-after-maturity:1
        both before and after | due 2025-11-01 500; due 2027-01-01 500 | due-before-disbursement:1,due-after-maturity:2
        a cent too much | due 2026-12-01 1000.01 | schedule-above-principal:schedule
        a cent too little, as of a loan that is half told | due 2026-12-01 999.99 | schedule-below-principal:schedule
        interest only until the last one | due 2026-06-01 0+12; due 2026-12-01 1000+12 | none
        called in: the contract's dates count and its principal | due 2026-12-01 1000+12; accelerated 2025-11-01 | none
        """)
    void aScheduleThatCannotBeTrueSaysSoOnceAKind(String rule, String schedule, String expected) {
        new Row("", LENT + schedule, "2026-03-01", "anomalies=" + expected).check();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        paid on the day it is paid out | pay 2025-12-01 10 | none
        paid the day before | pay 2025-11-30 10 | payment-before-disbursement:T1
        each one paid before | pay 2025-11-30 10; pay 2025-11-29 10 \
            | payment-before-disbursement:T2,payment-before-disbursement:T1
        a waiver before is no payment | waive 2025-11-30 fee 1 | waiver-exceeds-outstanding:T1
        one that was reversed does not count | pay 2025-11-30 10; reverse 2026-01-05 T1 | none
        one that will be reversed still counts | pay 2025-11-30 10; reverse 2026-03-02 T1 \
            | payment-before-disbursement:T1
        the same day and amount | pay 2026-01-05 10; pay 2026-01-05 10 | possible-double:T2
        each further one | pay 2026-01-05 10; pay 2026-01-05 10; pay 2026-01-05 10 \
            | possible-double:T2,possible-double:T3
        two pairs on one day | pay 2026-01-05 10; pay 2026-01-05 9; pay 2026-01-05 10; pay 2026-01-05 9 \
            | possible-double:T3,possible-double:T4
        another amount | pay 2026-01-05 10; pay 2026-01-05 10.01 | none
        another day | pay 2026-01-05 10; pay 2026-01-06 10 | none
        the one of the two is reversed | pay 2026-01-05 10; pay 2026-01-05 10; reverse 2026-01-06 T1 | none
        the second is not known yet | pay 2026-03-02 10; pay 2026-03-02 10 | none
        before the disbursement and twice | pay 2025-11-30 10; pay 2025-11-30 10 \
            | payment-before-disbursement:T1,possible-double:T2,payment-before-disbursement:T2
        """)
    void aPaymentThatCannotBeTrueOrComesTwiceSaysSo(String rule, String payments, String expected) {
        new Row("", LENT + "due 2026-12-01 1000; " + payments, "2026-03-01", "anomalies=" + expected).check();
    }

    @Test
    void aRollToTheNextBusinessDayIsNoDueDateAfterMaturity() {
        String saturday = "principal 1000; disbursed 2025-12-01; matures 2026-08-01; due 2026-08-01 1000";
        new Row("roll=following", saturday, "2026-08-10", "anomalies=none oldest_due_on=2026-08-03").check();
    }

    @Test
    void anAnomalyTellsWhatWasCompared() {
        List<Anomaly> anomalies = new Row("", LENT + "due 1900-01-01 10000", "2026-03-01", "")
                .assess()
                .anomalies();
        assertEquals(
                List.of(
                        new Anomaly(
                                AnomalyKind.DUE_BEFORE_DISBURSEMENT,
                                "1",
                                List.of(
                                        new Anomaly.Figure("due_on", "1900-01-01"),
                                        new Anomaly.Figure("disbursed_on", "2025-12-01")),
                                "installment 1 is due on 1900-01-01, before the loan was disbursed on 2025-12-01"),
                        new Anomaly(
                                AnomalyKind.SCHEDULE_ABOVE_PRINCIPAL,
                                "schedule",
                                List.of(
                                        new Anomaly.Figure("scheduled_principal", "10000.00"),
                                        new Anomaly.Figure("principal", "1000.00")),
                                "the installments ask for a principal of 10000.00, more than the 1000.00 lent")),
                anomalies);
    }

    @Test
    void aDoubleNamesTheFirstOne() {
        Anomaly again = new Row(
                        "", LENT + "due 2026-12-01 1000; pay 2026-01-05 10; pay 2026-01-05 10", "2026-03-01", "")
                .assess()
                .anomalies()
                .get(0);
        assertEquals(
                List.of(
                        new Anomaly.Figure("value_on", "2026-01-05"),
                        new Anomaly.Figure("amount", "10.00"),
                        new Anomaly.Figure("first", "T1")),
                again.figures());
    }
}
