package org.arrears.ingest.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.arrears.db.Database;
import org.arrears.db.TestServer;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What files leave in the tables: once or twice, corrected, late, in any order. */
class IngestIT {

    private static final Database DATABASE = TestServer.freshDatabase("ingest");
    private static final String NIGHT = "2026-09-30";

    private static final String CUSTOMERS = "customer_no,name\nC1,甲\nC2,乙\n";
    private static final String LOANS =
            "loan_no,customer_no,product,currency,principal,annual_rate,disbursed_on,matures_on,status\n"
                    + "L1,C1,CASH,CNY,1000.00,0.12,2026-01-15,2027-01-15,\n"
                    + "L2,C2,CASH,CNY,2000.00,0.12,2026-01-15,2027-01-15,active\n"
                    + "J1,C2,CASH,JPY,300000,0.12,2026-01-15,2027-01-15,\n"
                    + "K1,C2,CASH,KWD,5000.125,0.12,2026-01-15,2027-01-15,\n";
    private static final String SCHEDULE = "loan_no,seq,due_on,principal,interest,fee\n";
    private static final String INSTALLMENTS = SCHEDULE
            + "L1,1,2026-09-15,100.00,10.00,\nL1,2,2026-10-15,100.00,9.00,\n" + "L2,1,2026-09-15,200.00,20.00,1.50\n";
    private static final String PAYMENTS = "txn_no,loan_no,type,value_on,amount\n";
    private static final String TRANSACTIONS = PAYMENTS + "T1,L1,payment,2026-09-20,30.00\n";

    private final LoadedInboxes inboxes;

    IngestIT(@TempDir Path folder) {
        inboxes = new LoadedInboxes(DATABASE, folder);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private void book() {
        List<SourceFile> taken = inboxes.load(
                "2026-09-29",
                "customers.csv",
                CUSTOMERS,
                "loans.csv",
                LOANS,
                "installments.csv",
                INSTALLMENTS,
                "transactions.csv",
                TRANSACTIONS);
        assertEquals(0, taken.stream().mapToLong(SourceFile::rejected).sum(), () -> inboxes.rejects("loans.csv"));
    }

    /** The codes of the rejects of one file, in the order of its rows. */
    private List<String> rejected(String file, String text) {
        SourceFile taken = inboxes.load(NIGHT, file, text).get(0);
        List<String> codes = inboxes.rejectCodes(file);
        assertEquals(taken.rejected(), codes.size());
        assertEquals(taken.rows(), taken.accepted() + taken.rejected());
        return codes;
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        book();
        Map<String, List<String>> once = inboxes.facts();
        List<String> files = inboxes.column("SELECT f::text FROM source_file f ORDER BY file_no");
        assertEquals(
                List.of(),
                inboxes.load("2026-09-29", "customers-again.csv", CUSTOMERS, "transactions.csv", TRANSACTIONS));
        assertEquals(once, inboxes.facts());
        assertEquals(files, inboxes.column("SELECT f::text FROM source_file f ORDER BY file_no"));
    }

    @Test
    void filesAreLoadedByDependencyWhateverTheirNames() {
        assertEquals(
                List.of("customers-z.csv", "loans-y.csv", "installments-x.csv", "transactions-a.csv"),
                inboxes
                        .load(
                                NIGHT,
                                "transactions-a.csv",
                                TRANSACTIONS,
                                "installments-x.csv",
                                INSTALLMENTS,
                                "loans-y.csv",
                                LOANS,
                                "customers-z.csv",
                                CUSTOMERS,
                                "notes.csv",
                                "a\n",
                                ".hidden.csv",
                                "b\n")
                        .stream()
                        .map(SourceFile::name)
                        .toList());
        assertEquals("4", inboxes.column("SELECT count(*) FROM loan").get(0));
    }

    @Test
    void theOrderOfRowsAndColumnsIsIrrelevant() {
        book();
        Map<String, List<String>> expected = inboxes.facts();
        inboxes.jdbc()
                .sql("TRUNCATE source_file, customer, loan, schedule, transaction")
                .update();
        Random random = new Random(20260930);
        inboxes.load(
                "2026-09-29",
                "customers.csv",
                "name,customer_no\n乙,C2\n甲,C1\n",
                "loans.csv",
                shuffled(LOANS, random),
                "installments.csv",
                shuffled(INSTALLMENTS, random),
                "transactions.csv",
                TRANSACTIONS);
        assertEquals(expected, inboxes.facts());
    }

    private static String shuffled(String csv, Random random) {
        List<String> lines = new ArrayList<>(csv.lines().toList());
        Collections.shuffle(lines.subList(1, lines.size()), random);
        return String.join("\n", lines) + "\n";
    }

    @Test
    void aCorrectedFileUpsertsByKey() {
        book();
        inboxes.load("2026-09-29", "customers.csv", CUSTOMERS.replace("乙", "丙") + "C3,丁\n");
        assertEquals(List.of("甲", "丙", "丁"), inboxes.column("SELECT name FROM customer ORDER BY customer_no"));
    }

    @Test
    void aLateOlderFileFillsGapsButDoesNotOverwriteANewerRow() {
        book();
        inboxes.load(NIGHT, "customers.csv", "customer_no,name\nC1,新\n");
        inboxes.load("2026-09-28", "customers-late.csv", "customer_no,name\nC1,旧\nC9,迟\n");
        assertEquals(List.of("新", "乙", "迟"), inboxes.column("SELECT name FROM customer ORDER BY customer_no"));
    }

    @Test
    void aLateOlderScheduleDoesNotReplaceANewerOne() {
        book();
        inboxes.load(NIGHT, "installments.csv", SCHEDULE + "L1,1,2026-12-15,1.00,0.00,\n");
        inboxes.load("2026-09-28", "installments-late.csv", SCHEDULE + "L1,1,2026-11-15,2.00,0.00,\n");
        assertEquals(
                List.of("2026-12-15"), inboxes.column("SELECT due_on::text FROM installment WHERE loan_no = 'L1'"));
    }

    @Test
    void theSameContentForALaterDateIsTakenAgainSoThatItWins() {
        book();
        inboxes.load(NIGHT, "customers.csv", "customer_no,name\nC1,新\n");
        inboxes.load("2026-10-01", "customers.csv", CUSTOMERS);
        assertEquals(List.of("甲"), inboxes.column("SELECT name FROM customer WHERE customer_no = 'C1'"));
    }

    @Test
    void aScheduleIsReplacedWholeAndOthersAreLeftAlone() {
        book();
        inboxes.load(NIGHT, "installments.csv", SCHEDULE + "L1,3,2026-12-15,200.00,0.00,\n");
        assertEquals(
                List.of("L1 3", "L2 1"),
                inboxes.column("SELECT loan_no || ' ' || seq FROM installment ORDER BY loan_no, seq"));
    }

    @Test
    void aChangedTransactionIsRejectedAndAnEqualOneIsNot() {
        book();
        assertEquals(
                List.of("changed-transaction"),
                rejected(
                        "transactions.csv",
                        PAYMENTS + "T1,L1,payment,2026-09-20,30.01\nT2,L1,payment,2026-09-21,1.00\n"));
        assertEquals(List.of(), rejected("transactions-2.csv", TRANSACTIONS + "T3,L1,payment,2026-09-21,1.00\n"));
        assertEquals(
                List.of("3000", "100", "100"), inboxes.column("SELECT amount::text FROM transaction ORDER BY txn_no"));
    }

    @Test
    void aKeyThatIsInAFileTwiceIsRejectedTheSecondTime() {
        book();
        assertEquals(
                List.of("duplicate-key"),
                rejected("customers.csv", "customer_no,name\nC7,first\nC8,other\nC7,second\n"));
        assertEquals(List.of("first"), inboxes.column("SELECT name FROM customer WHERE customer_no = 'C7'"));
    }

    @Test
    void aKeyThatIsInTheFirstFileTwiceIsRejectedToo() {
        assertEquals(List.of("duplicate-key"), rejected("customers.csv", "customer_no,name\nC7,first\nC7,second\n"));
    }

    @Test
    void rowsThatReferToNobodyAreRejected() {
        book();
        assertEquals(
                List.of("unknown-customer"),
                rejected(
                        "loans.csv",
                        LOANS.lines().findFirst().orElseThrow()
                                + "\nL9,C9,CASH,CNY,1000.00,0.12,2026-01-15,2027-01-15,\n"));
        assertEquals(List.of("unknown-loan"), rejected("installments.csv", SCHEDULE + "L9,1,2026-09-15,1.00,0.00,\n"));
        assertEquals(List.of("unknown-loan"), rejected("transactions.csv", PAYMENTS + "T9,L9,payment,2026-09-20,1\n"));
        assertEquals(
                List.of("unknown-loan", "unknown-customer"),
                rejected(
                        "holds.csv",
                        "hold_no,scope,ref_no,reason,starts_on\n"
                                + "H1,loan,L9,dispute,2026-09-01\nH2,customer,C9,dispute,2026-09-01\n"));
        assertEquals(
                List.of("unknown-loan"),
                rejected("promises.csv", "promise_no,loan_no,made_on,due_on,amount\nP1,L9,2026-09-01,2026-09-02,1\n"));
    }

    @Test
    void rejectedRowsCanBeCorrectedAndLoadedAsTheyAre() {
        book();
        String rows = "name,customer_no\n\"a, \"\"b\"\"\nc\",C5\n,C6\n\"\",C7\n";
        assertEquals(List.of("control-character", "missing-value", "missing-value"), rejected("customers.csv", rows));
        String back = inboxes.rejects("customers.rows.csv");
        assertEquals(rows, back, "verbatim, quotes and line breaks included");
        assertEquals(
                3, inboxes.load("2026-10-01", "customers-back.csv", back).get(0).rejected());
        assertEquals(
                0,
                inboxes.load("2026-10-02", "customers-fixed.csv", "name,customer_no\nfixed,C5\nfixed,C6\n")
                        .get(0)
                        .rejected());
    }

    @Test
    void aRejectSaysFileLineColumnValueCodeAndText() {
        book();
        rejected("installments.csv", SCHEDULE + "L1,1,2026-09-15,12.345,10.00,\n");
        assertEquals("""
                file,line,column,value,code,message
                installments.csv,2,principal,12.345,too-many-decimals,"principal ""12.345"" has 3 decimals; CNY has 2"
                """, inboxes.rejects("installments.csv"));
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(textBlock = """
            J1, 1000     , ''
            J1, 1000.0   , too-many-decimals
            J1, 1000.5   , too-many-decimals
            K1, 1.125    , ''
            K1, 1.1255   , too-many-decimals
            L1, 1.12     , ''
            L1, 1.125    , too-many-decimals
            L1, 0.00     , amount-not-positive
            L1, -1       , not-an-amount
            L1, +1       , not-an-amount
            L1, 1e3      , not-an-amount
            L1, '1,000'  , not-an-amount
            L1, .5       , not-an-amount
            L1, 1.       , not-an-amount
            L1, １       , not-an-amount
            L1, ''       , missing-value
            """)
    void amountsHaveTheDigitsOfTheirLoansCurrency(String loan, String amount, String code) {
        book();
        assertEquals(
                code.isEmpty() ? List.of() : List.of(code),
                rejected("transactions.csv", PAYMENTS + "T8," + loan + ",payment,2026-09-20,\"" + amount + "\"\n"));
    }

    @ParameterizedTest(name = "{0} of {1} rows bad, budget {2}: taken {3}")
    @CsvSource(textBlock = """
            1, 100,   1,  true
            2, 100,   1,  false
            1, 100,  1%,  true
            2, 100,  1%,  false
            1,  99,  1%,  false
            0, 100,   0,  true
            1, 100,   0,  false
            1, 1000, 0.1%, true
            1,  999, 0.1%, false
            5,   5, 100%, true
            """)
    void theErrorBudgetHoldsExactly(int bad, int rows, String budget, boolean taken) {
        inboxes.budget(budget);
        StringBuilder text = new StringBuilder("customer_no,name\n");
        for (int i = 0; i < rows; i++) {
            text.append("C").append(i).append(i < bad ? ",\n" : ",x\n");
        }
        if (taken) {
            assertEquals(
                    bad,
                    inboxes.load(NIGHT, "customers.csv", text.toString()).get(0).rejected());
            assertEquals(
                    Integer.toString(rows - bad),
                    inboxes.column("SELECT count(*) FROM customer").get(0));
        } else {
            ArrearsException refused =
                    assertThrows(ArrearsException.class, () -> inboxes.load(NIGHT, "customers.csv", text.toString()));
            assertEquals(FailureKind.INPUT_REFUSED, refused.kind());
            assertEquals("0", inboxes.column("SELECT count(*) FROM customer").get(0));
            assertFalse(inboxes.rejects("customers.csv").isEmpty(), "its rejects are kept to look at");
        }
    }

    @Test
    void whatTheDatabaseThrowsOutCountsAgainstTheBudgetToo() {
        book();
        inboxes.budget("1");
        String unknown = PAYMENTS + "T7,L9,payment,2026-09-20,1.00\nT8,L8,payment,2026-09-20,1.00\n";
        assertThrows(ArrearsException.class, () -> inboxes.load(NIGHT, "transactions.csv", unknown));
        assertEquals("1", inboxes.column("SELECT count(*) FROM transaction").get(0));
    }

    @Test
    void rejectsComeInTheOrderOfTheFile() {
        book();
        rejected("transactions.csv", PAYMENTS + "T7,L9,payment,2026-09-20,1.00\nT8,L1,payment,never,1.00\n");
        assertEquals(
                List.of("2", "3"),
                inboxes.rejects("transactions.csv")
                        .lines()
                        .skip(1)
                        .map(line -> line.split(",", -1)[1])
                        .sorted()
                        .toList());
        assertTrue(inboxes.rejects("transactions.rows.csv").contains("T7,L9,payment,2026-09-20,1.00\n"));
    }
}
