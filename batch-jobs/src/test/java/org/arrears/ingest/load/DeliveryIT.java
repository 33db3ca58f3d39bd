package org.arrears.ingest.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.arrears.db.Database;
import org.arrears.db.TestServer;
import org.arrears.failure.ArrearsException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The files of one kind in one inbox are one delivery. */
class DeliveryIT {

    private static final Database DATABASE = TestServer.freshDatabase("delivery");
    private static final String FIRST = "2026-09-29";
    private static final String NIGHT = "2026-09-30";
    private static final String SCHEDULE = "loan_no,seq,due_on,principal,interest\n";
    private static final String PAYMENTS = "txn_no,loan_no,type,value_on,amount\n";
    private static final String OLD = SCHEDULE + "L1,1,2026-09-01,9.00,0.00\nL2,1,2026-09-01,9.00,0.00\n";
    private static final String BEGIN =
            SCHEDULE + "L1,1,2026-09-15,1.00,0.00\nL1,2,2026-10-15,2.00,0.00\nL2,1,2026-09-15,7.00,0.00\n";
    private static final String END = SCHEDULE + "L1,3,2026-11-15,3.00,0.00\n";

    private final Path folder;
    private final LoadedInboxes inboxes;

    DeliveryIT(@TempDir Path folder) {
        this.folder = folder;
        inboxes = new LoadedInboxes(DATABASE, folder);
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
    }

    private List<String> installments() {
        return inboxes.column(
                "SELECT loan_no || ' ' || seq || ' ' || principal FROM installment ORDER BY loan_no, seq");
    }

    @ParameterizedTest(name = "into a table with rows: {0}")
    @CsvSource({"false", "true"})
    void rowsOfALoanInTwoFilesAreOneSchedule(boolean known) {
        if (known) {
            inboxes.load(FIRST, "installments.csv", OLD);
        }
        List<SourceFile> taken = inboxes.load(NIGHT, "installments-1.csv", BEGIN, "installments-2.csv", END);
        assertEquals(List.of("L1 1 100", "L1 2 200", "L1 3 300", "L2 1 700"), installments());
        assertEquals(List.of(3L, 1L), taken.stream().map(SourceFile::accepted).toList());
    }

    @ParameterizedTest(name = "into a table with rows: {0}")
    @CsvSource({"false", "true"})
    void oneRefusedFileLeavesEveryScheduleAsItWas(boolean known) {
        if (known) {
            inboxes.load(FIRST, "installments.csv", OLD);
        }
        List<String> before = installments();
        inboxes.budget("0");
        ArrearsException refused = assertThrows(
                ArrearsException.class,
                () -> inboxes.load(
                        NIGHT, "installments-1.csv", BEGIN, "installments-2.csv", END + "L2,2,never,1.00,0.00\n"));
        assertTrue(
                String.valueOf(refused.getMessage())
                        .startsWith("installments-2.csv: 1 of 2 rows rejected, more than the error budget of 0"
                                + " (--max-rejects); nothing of it nor of the files of its kind beside it was loaded"),
                refused::getMessage);
        assertEquals(before, installments());
        assertEquals(
                known ? 3 : 2, inboxes.column("SELECT name FROM source_file").size());
        inboxes.load(NIGHT, "installments-1.csv", BEGIN, "installments-2.csv", END);
        assertEquals(List.of("L1 1 100", "L1 2 200", "L1 3 300", "L2 1 700"), installments());
    }

    @Test
    void aNewFileIsReadWithTheKnownOnesBesideIt() {
        inboxes.load(NIGHT, "installments-1.csv", BEGIN);
        List<SourceFile> taken = inboxes.load(NIGHT, "installments-1.csv", BEGIN, "installments-2.csv", END);
        assertEquals(List.of("L1 1 100", "L1 2 200", "L1 3 300", "L2 1 700"), installments());
        assertEquals(2, taken.size(), "the known file is read again");
        assertEquals(
                List.of(), inboxes.load(NIGHT, "installments-1.csv", BEGIN, "installments-2.csv", END), "nothing new");
    }

    @Test
    void aRowThatSaysTheSameAgainIsAcceptedAndCounted() {
        List<SourceFile> taken = inboxes.load(
                NIGHT, "installments-1.csv", BEGIN, "installments-2.csv", END + "L1,2,2026-10-15,2.00,0.00\n");
        assertEquals(1, taken.get(1).counts().repeated());
        assertEquals(2, taken.get(1).accepted());
        assertEquals(0, taken.get(1).rejected());
        assertEquals(List.of("L1 1 100", "L1 2 200", "L1 3 300", "L2 1 700"), installments());
        assertEquals(
                List.of("0", "1"),
                inboxes.column("SELECT repeated::text FROM source_file WHERE kind = 'installments' ORDER BY file_no"));
    }

    @ParameterizedTest(name = "{0}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            customers    | customer_no,name                    | C7,first;C8,x   | C7,second  | duplicate-key
            customers    | customer_no,name                    | C7,first;C8,x   | C7,first   | repeated
            promises     | promise_no,loan_no,made_on,due_on,amount | P1,L1,2026-09-01,2026-09-02,1.00;\
            P2,L1,2026-09-01,2026-09-02,1.00 | P1,L1,2026-09-01,2026-09-02,2.00 | duplicate-key
            promises     | promise_no,loan_no,made_on,due_on,amount | P1,L1,2026-09-01,2026-09-02,1.00;\
            P2,L1,2026-09-01,2026-09-02,1.00 | P1,L1,2026-09-01,2026-09-02,1.00 | repeated
            holds        | hold_no,scope,ref_no,reason,starts_on | H1,loan,L1,fraud,2026-09-01;\
            H2,loan,L1,fraud,2026-09-01 | H1,loan,L2,fraud,2026-09-01 | duplicate-key
            calendar     | date,kind | 2026-10-01,holiday;2026-10-02,holiday | 2026-10-01,workday | duplicate-key
            transactions | txn_no,loan_no,type,value_on,amount | T1,L1,payment,2026-09-20,1.00;\
            T2,L1,payment,2026-09-20,1.00 | T1,L1,payment,2026-09-20,1.00 | duplicate-key
            """)
    void aKeyInTwoFilesOfADeliveryIsTheFirstOnes(
            String kind, String header, String first, String second, String outcome) {
        boolean repeated = outcome.equals("repeated");
        List<SourceFile> taken = inboxes.load(
                NIGHT,
                kind + "-1.csv",
                header + "\n" + first.replace(';', '\n') + "\n",
                kind + "-2.csv",
                header + "\n" + second + "\n");
        assertEquals(repeated ? List.of() : List.of(outcome), inboxes.rejectCodes(kind + "-2.csv"));
        assertEquals(List.of(), inboxes.rejectCodes(kind + "-1.csv"));
        assertEquals(repeated ? 1 : 0, taken.get(1).counts().repeated());
    }

    @Test
    void theSameContentTwiceInOneInboxIsReadOnce() {
        String payments = PAYMENTS + "T1,L1,payment,2026-09-20,1.00\n";
        List<SourceFile> taken = inboxes.load(NIGHT, "transactions.csv", payments, "transactions-copy.csv", payments);
        assertEquals(1, taken.size());
        assertEquals(0, taken.get(0).rejected());
    }

    @Test
    void correctedRowsAreADeliveryOfTheirOwnAndDropNothing() throws IOException {
        inboxes.rejectsFile(Files.writeString(folder.resolve("installments.rows.csv"), END));
        List<SourceFile> taken = inboxes.load(NIGHT, "installments.csv", BEGIN);
        assertEquals(
                List.of("installments.csv", "installments.rows.csv"),
                taken.stream().map(SourceFile::name).toList());
        assertEquals(List.of("L1 1 100", "L1 2 200", "L1 3 300", "L2 1 700"), installments());
        inboxes.load(NIGHT, "installments-2.csv", SCHEDULE + "L2,2,2026-09-15,5.00,0.00\n");
        assertEquals(List.of("L1 1 100", "L1 2 200", "L1 3 300", "L2 2 500"), installments());
    }
}
