package org.arrears.ingest.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.arrears.db.Database;
import org.arrears.db.TestServer;
import org.arrears.failure.ArrearsException;
import org.arrears.ingest.load.OpenRejectTable.OpenReject;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rejected rows stay open, and with them the loans they name, until they are mended or dismissed. */
class OpenRejectIT {

    private static final Database DATABASE = TestServer.freshDatabase("open_reject");
    private static final String FIRST = "2026-09-29";
    private static final String NIGHT = "2026-09-30";
    private static final String NEXT = "2026-10-01";
    private static final String SCHEDULE = "loan_no,seq,due_on,principal,interest\n";
    private static final String OLD = SCHEDULE + "L1,1,2026-09-01,9.00,0.00\nL2,1,2026-09-01,9.00,0.00\n";
    private static final String BAD =
            SCHEDULE + "L1,1,2026-09-15,1.00,0.00\nL1,2,2026-10-32,2.00,0.00\nL1,3,2026-11-15,3.00,0.00\n";
    private static final String PAYMENTS = "txn_no,loan_no,type,value_on,amount\n";
    private static final String BAD_PAYMENT = PAYMENTS + "T1,L1,payment,2026-09-31,5.00\n";
    private static final String GOOD_PAYMENT = PAYMENTS + "T1,L1,payment,2026-09-30,5.00\n";

    private final LoadedInboxes inboxes;
    private final OpenRejectTable table;

    OpenRejectIT(@TempDir Path folder) {
        inboxes = new LoadedInboxes(DATABASE, folder);
        table = new OpenRejectTable(inboxes.jdbc());
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void book() {
        inboxes.load(FIRST, "customers.csv", "customer_no,name\nC1,甲\n", "loans.csv", """
                loan_no,customer_no,product,currency,principal,annual_rate,disbursed_on,matures_on
                L1,C1,CASH,CNY,1000.00,0.12,2026-01-15,2027-01-15
                L2,C1,CASH,CNY,1000.00,0.12,2026-01-15,2027-01-15
                """);
        inboxes.load(FIRST, "installments.csv", OLD);
    }

    private List<String> installments() {
        return inboxes.column(
                "SELECT loan_no || ' ' || seq || ' ' || principal FROM installment ORDER BY loan_no, seq");
    }

    /** What is open, as key, code and whom it names. */
    private List<String> open() {
        return table.open().stream()
                .map(reject -> reject.key() + " " + reject.code() + " "
                        + reject.loanNo().orElse("-") + " "
                        + reject.customerNo().orElse("-"))
                .toList();
    }

    @Test
    void oneRejectedInstallmentTakesItsLoansDeliveryWithIt() {
        inboxes.budget("1");
        SourceFile taken = inboxes.load(NIGHT, "installments.csv", BAD + "L2,1,2026-09-02,8.00,0.00\n")
                .get(0);
        assertEquals(List.of("L1 1 900", "L2 1 800"), installments(), "the old schedule of L1 stays");
        assertEquals(List.of(4L, 1L, 3L), List.of(taken.rows(), taken.accepted(), taken.rejected()));
        assertEquals(
                List.of("not-a-date", "loan-incomplete", "loan-incomplete"), inboxes.rejectCodes("installments.csv"));
        assertEquals(
                BAD.lines().sorted().toList(),
                inboxes.rejects("installments.rows.csv").lines().sorted().toList(),
                "the whole schedule is there to be corrected");
        assertEquals(List.of("L1/1 loan-incomplete L1 -", "L1/2 not-a-date L1 -", "L1/3 loan-incomplete L1 -"), open());
    }

    @Test
    void theOtherRowsOfTheLoanAreOutsideTheErrorBudget() {
        inboxes.budget("0");
        ArrearsException refused =
                assertThrows(ArrearsException.class, () -> inboxes.load(NIGHT, "installments.csv", BAD));
        assertTrue(String.valueOf(refused.getMessage()).contains("1 of 3 rows rejected"), refused::getMessage);
    }

    @ParameterizedTest(name = "into a table with rows: {0}")
    @CsvSource({"false", "true"})
    void aRejectedRowInOneFileTakesTheLoansRowsInTheOthers(boolean known) {
        if (!known) {
            inboxes.jdbc().sql("TRUNCATE schedule").update();
        }
        List<String> before = installments();
        List<SourceFile> taken = inboxes.load(
                NIGHT,
                "installments-1.csv",
                SCHEDULE + "L1,1,2026-09-15,1.00,0.00\nL1,1,2026-09-15,1.00,0.00\nL1,2,2026-10-15,2.00,0.00\n",
                "installments-2.csv",
                SCHEDULE + "L1,3,never,3.00,0.00\n");
        assertEquals(before, installments());
        assertEquals(List.of(3L, 1L), taken.stream().map(SourceFile::rejected).toList());
    }

    @Test
    void aRowThatTheDatabaseCondemnsTakesItsLoanToo() {
        inboxes.load(NIGHT, "installments.csv", SCHEDULE + "L1,1,2026-09-15,1.00,0.00\nL1,1,2026-09-15,2.00,0.00\n");
        assertEquals(List.of("L1 1 900", "L2 1 900"), installments());
        assertEquals(
                List.of("duplicate-key", "loan-incomplete"),
                inboxes.rejectCodes("installments.csv").stream().sorted().toList());
    }

    @Test
    void aLoanIsMendedWhenItsScheduleIsAccepted() {
        inboxes.load(NIGHT, "installments.csv", BAD);
        inboxes.load(NEXT, "installments.csv", SCHEDULE + "L2,1,2026-09-15,1.00,0.00\n");
        assertEquals(3, open().size(), "another loan's schedule mends nothing");
        inboxes.load(NEXT, "installments-2.csv", BAD.replace("2026-10-32", "2026-10-31"));
        assertEquals(List.of(), open());
        assertEquals(List.of("L1 1 100", "L1 2 200", "L1 3 300", "L2 1 100"), installments());
        assertEquals(
                List.of(NEXT + " accepted"),
                inboxes.column("SELECT DISTINCT closed_on || ' ' || closed_by FROM open_reject"));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            customers    | customer_no,name       | C1,                            | C1 missing-value - C1 | C1,乙
            loans        | loan_no,customer_no,product,currency,principal,annual_rate,disbursed_on,matures_on\
             | L1,C1,CASH,CNY,x,0.12,2026-01-15,2027-01-15 | L1 not-an-amount L1 - \
             | L1,C1,CASH,CNY,1000.00,0.12,2026-01-15,2027-01-15
            transactions | txn_no,loan_no,type,value_on,amount | T1,L1,payment,2026-09-31,5.00\
             | T1 not-a-date L1 - | T1,L1,payment,2026-09-30,5.00
            holds        | hold_no,scope,ref_no,reason,starts_on | H1,loan,L1,whim,2026-09-01\
             | H1 unknown-code L1 -   | H1,loan,L1,fraud,2026-09-01
            holds        | hold_no,scope,ref_no,reason,starts_on | H1,customer,C1,whim,2026-09-01\
             | H1 unknown-code - C1   | H1,customer,C1,fraud,2026-09-01
            holds        | hold_no,scope,ref_no,reason,starts_on | H1,both,L1,fraud,2026-09-01\
             | H1 unknown-code L1 L1   | H1,loan,L1,fraud,2026-09-01
            holds        | hold_no,scope,ref_no,reason,starts_on | H1,loan,L9,fraud,2026-09-01\
             | H1 unknown-loan L9 -   | H1,loan,L1,fraud,2026-09-01
            promises     | promise_no,loan_no,made_on,due_on,amount | P1,L1,2026-09-01,2026-08-01,1.00\
             | P1 dates-out-of-order L1 - | P1,L1,2026-09-01,2026-09-02,1.00
            calendar     | date,kind | 2026-10-01,fair | 2026-10-01 unknown-code - - | 2026-10-01,holiday
            transactions | txn_no,loan_no,type,value_on,amount | T1,\u200bL1 ,payment,2026-09-30,5.00\
             | T1 doubtful-key L1 - | T1,L1,payment,2026-09-30,5.00
            """)
    void aRejectIsOpenUntilARowUnderItsKeyIsAccepted(
            String kind, String header, String bad, String opened, String good) {
        inboxes.load(NIGHT, kind + ".csv", header + "\n" + bad + "\n");
        assertEquals(List.of(opened), open());
        inboxes.load(NEXT, kind + ".csv", header + "\n" + good + "\n");
        assertEquals(List.of(), open());
    }

    @Test
    void aRepeatOnALaterNightIsTheSameOne() {
        inboxes.load(NIGHT, "transactions.csv", BAD_PAYMENT);
        OpenReject first = table.open().get(0);
        inboxes.load(
                NEXT, "transactions-again.csv", PAYMENTS + "T0,L2,payment,2026-09-30,1.00\nT1,L1,payment,never,5.00\n");
        OpenReject again = table.open().get(0);
        assertEquals(1, table.open().size());
        assertEquals(first.number(), again.number());
        assertEquals(NIGHT, again.since().toString());
        assertEquals("transactions-again.csv:3", again.file() + ":" + again.line());
        assertEquals(List.of(NEXT), inboxes.column("SELECT last_on::text FROM open_reject"));
    }

    @Test
    void rowsUnderOneKeyThatNameTwoLoansAreBothOpen() {
        inboxes.load(NIGHT, "transactions.csv", BAD_PAYMENT + "T1,L2,payment,2026-09-31,5.00\n");
        assertEquals(List.of("T1 not-a-date L1 -", "T1 not-a-date L2 -"), open());
    }

    @Test
    void aDoubledTransactionIsOpenThoughTheFirstOfItsKeyWasAccepted() {
        inboxes.load(NIGHT, "transactions.csv", GOOD_PAYMENT + "T1,L2,payment,2026-09-30,5.00\n");
        assertEquals(List.of("T1 duplicate-key L2 -"), open());
    }

    @Test
    void aRowWithoutAReadableKeyIsKnownByItsText() {
        String nameless = PAYMENTS + ",,payment,2026-09-30,5.00\n,,payment,2026-09-30,6.00\n";
        inboxes.load(NIGHT, "transactions.csv", nameless);
        inboxes.load(NEXT, "transactions.csv", nameless + "T3,L1,payment,2026-09-30,6.00\n");
        assertEquals(2, table.open().size());
        assertTrue(table.open().stream().allMatch(reject -> reject.key().matches("row:[0-9a-f]{16}")));
        assertTrue(table.open().stream().noneMatch(OpenReject::namesSomebody));
    }

    @Test
    void whatWasDismissedStaysClosedWhenItComesAgainAndOpensWhenItComesAfterAnAcceptance() {
        inboxes.load(NIGHT, "transactions.csv", BAD_PAYMENT);
        table.dismiss(List.of(table.open().get(0).number()), "a typing error of the branch");
        inboxes.load(NEXT, "transactions-2.csv", BAD_PAYMENT + "T9,L2,payment,2026-09-30,1.00\n");
        assertEquals(List.of(), open());
        assertEquals(
                List.of("dismissed a typing error of the branch"),
                inboxes.column("SELECT closed_by || ' ' || reason FROM open_reject"));
        inboxes.load(NEXT, "transactions-3.csv", GOOD_PAYMENT);
        inboxes.load(NEXT, "transactions-4.csv", BAD_PAYMENT + "T8,L2,payment,2026-09-30,1.00\n");
        assertEquals(List.of("T1 not-a-date L1 -"), open());
    }

    @Test
    void aFileThatIsReadAgainBesideANewOneOpensNothingThatWasMendedSince() {
        inboxes.load(NIGHT, "installments.csv", BAD);
        inboxes.load(NIGHT, "installments-mended.csv", BAD.replace("2026-10-32", "2026-10-31"));
        assertEquals(List.of(), open());
        String other = SCHEDULE + "L2,1,2026-09-15,1.00,0.00\n";
        List<SourceFile> taken = inboxes.load(NIGHT, "installments.csv", BAD, "installments-2.csv", other);
        assertEquals(2, taken.size());
        assertEquals(List.of(), open());
        assertEquals(List.of("L1 1 100", "L1 2 200", "L1 3 300", "L2 1 100"), installments());
    }

    @Test
    void aRepeatedRowOpensNothingAndARefusedFileNeither() {
        inboxes.load(NIGHT, "customers.csv", "customer_no,name\nC1,甲\nC1,甲\n");
        inboxes.budget("0");
        assertThrows(ArrearsException.class, () -> inboxes.load(NIGHT, "transactions.csv", BAD_PAYMENT));
        assertEquals(List.of(), open());
    }

    @Test
    void aControlCharacterInARejectedRowIsNoObstacle() {
        inboxes.load(NIGHT, "customers.csv", "customer_no,name\nC1,a\0b\n\0,c\n");
        assertEquals(2, table.open().size());
    }

    @Test
    void aFileOfNothingButBadRowsIsAccountedFor() {
        StringBuilder text = new StringBuilder(PAYMENTS);
        for (int i = 0; i < 50_000; i++) {
            text.append('T').append(i).append(i % 2 == 0 ? ",L1,payment,never,1\n" : ",L1,payment,2026-09-30,1\n");
        }
        SourceFile taken =
                inboxes.load(NIGHT, "transactions.csv", text.toString()).get(0);
        assertEquals(25_000, taken.rejected());
        assertEquals(25_000, table.open().size());
        assertEquals(List.of("25000"), inboxes.column("SELECT count(*) FROM transaction"));
    }
}
