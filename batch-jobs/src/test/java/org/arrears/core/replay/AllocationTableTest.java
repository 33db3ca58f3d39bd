package org.arrears.core.replay;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sections 5 and 6 of the calculation spec, rule by rule: the waterfall and waivers. */
final class AllocationTableTest {

    /** Two installments overdue on 2024-03-21: penalty 200.00 and 100.00. */
    private static final String TWO = "due 2024-03-01 36000+3600+10; due 2024-03-11 36000+3600+10; ";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        the oldest installment is paid first, by component | order=installment-first | pay 2024-03-21 3910 \
            | overdue_fee=10.00 penalty=100.00 overdue_interest=3600.00 overdue_principal=71900.00
        then the next one | order=installment-first | pay 2024-03-21 39820 \
            | overdue_fee=0.00 penalty=100.00 overdue_interest=3600.00 overdue_principal=36000.00 \
                missed_installments=1
        a component is paid on all before the next one | order=component-first | pay 2024-03-21 3920 \
            | overdue_fee=0.00 penalty=0.00 overdue_interest=3600.00 overdue_principal=72000.00
        the oldest has its component first | order=component-first | pay 2024-03-21 15 \
            | overdue_fee=5.00 penalty=300.00
        the policy says which component is first | order=component-first components=principal | pay 2024-03-21 72000 \
            | overdue_principal=0.00 penalty=300.00 missed_installments=2
        nothing is left but what nobody owes | order=component-first | pay 2024-03-21 79521 \
            | total_overdue=0.00 held_credit=1.00
        payments of one day are taken by their numbers | order=installment-first \
            | pay 2024-03-21 3910; pay 2024-03-21 100 | overdue_principal=71800.00
        """)
    void aPaymentGoesDownTheWaterfall(String rule, String policy, String transactions, String expected) {
        new Row(policy, TWO + transactions, "2024-03-21", expected).check();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        only what is due is paid, the rest is held | pay 2024-03-01 45000 | 2024-03-10 \
            | held_credit=5390.00 principal_balance=36000.00
        held credit is spent when something falls due | pay 2024-03-01 45000 | 2024-03-11 \
            | held_credit=0.00 overdue_interest=0.00 principal_balance=34220.00
        """)
    void anInstallmentNotYetDueIsNotPaid(String rule, String transactions, String asOf, String expected) {
        new Row("", TWO + transactions, asOf, expected).check();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        at 90 days interest first | from=91:principal | pay 2024-03-31 3600 | 2024-04-01 \
            | overdue_interest=0.00 overdue_principal=36000.00
        at 91 days principal first | from=91:principal | pay 2024-04-01 3600 | 2024-04-01 \
            | overdue_interest=3600.00 overdue_principal=32400.00
        the highest threshold reached decides | from=31:interest;91:principal;61:interest | pay 2024-04-01 3600 \
            | 2024-04-01 | overdue_interest=3600.00
        grace days of delinquency shift the days used | from=91:principal grace-days=1 | pay 2024-04-01 3600 \
            | 2024-04-01 | overdue_interest=0.00
        so does counting the due date | from=91:principal counting=include-due-date | pay 2024-03-31 3600 \
            | 2024-04-01 | overdue_interest=3600.00
        within the tolerance the account is not late | from=91:principal tolerance=39600 | pay 2024-04-01 3600 \
            | 2024-04-01 | overdue_interest=0.00
        just over the tolerance it is | from=91:principal tolerance=39599.99 | pay 2024-04-01 3600 | 2024-04-01 \
            | overdue_interest=3600.00
        """)
    void theOrderMayChangeWithTheDaysOverdue(String rule, String policy, String txns, String asOf, String expected) {
        new Row(policy, "rate 0; due 2024-01-01 36000+3600; " + txns, asOf, expected).check();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        one payment goes by the days before it | pay 2024-04-01 160 | overdue_interest=10.00 overdue_principal=50.00
        a second one finds the account less late | pay 2024-04-01 110; pay 2024-04-01 50 \
            | overdue_interest=0.00 overdue_principal=60.00
        """)
    void theDaysUsedAreThoseBeforeThePoolIsSpent(String rule, String txns, String expected) {
        String loan = "rate 0; due 2024-01-01 100+10; due 2024-03-25 100+10; " + txns;
        new Row("from=91:principal", loan, "2024-04-01", expected).check();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        a waiver takes off the oldest first | waive 2024-03-21 penalty 250 | 2024-03-21 | penalty=50.00 anomalies=none
        no other component is touched | waive 2024-03-21 fee 15 | 2024-03-21 \
            | overdue_fee=5.00 overdue_interest=7200.00 penalty=300.00
        what is waived of principal accrues no more | waive 2024-03-11 principal 36000 | 2024-03-21 \
            | penalty=200.00 overdue_principal=36000.00
        what is waived of interest is not owed | waive 2024-03-21 interest 3600 | 2024-03-21 \
            | overdue_interest=3600.00
        too much is an anomaly, not a credit | waive 2024-03-21 penalty 300.01 | 2024-03-21 \
            | penalty=0.00 held_credit=0.00 anomalies=waiver-exceeds-outstanding:T1
        exactly all is none | waive 2024-03-21 penalty 300 | 2024-03-21 | penalty=0.00 anomalies=none
        a waived penalty grows again while unpaid        | waive 2024-03-21 penalty 300   | 2024-03-22 | penalty=20.00
        what is not due yet cannot be waived | waive 2024-03-10 principal 36001 | 2024-03-21 \
            | overdue_principal=36000.00 anomalies=waiver-exceeds-outstanding:T1
        a component nobody owes cannot be waived | waive 2024-03-21 compound 1 | 2024-03-21 \
            | compound=0.00 anomalies=waiver-exceeds-outstanding:T1
        waivers of one day are taken by their numbers | waive 2024-03-21 fee 15; waive 2024-03-21 fee 6 | 2024-03-21 \
            | overdue_fee=0.00 anomalies=waiver-exceeds-outstanding:T2
        """)
    void aWaiverReducesItsComponentAndNoMore(String rule, String transactions, String asOf, String expected) {
        new Row("", TWO + transactions, asOf, expected).check();
    }
}
