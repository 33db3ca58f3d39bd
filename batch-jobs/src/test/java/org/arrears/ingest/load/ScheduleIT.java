package org.arrears.ingest.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.arrears.db.Database;
import org.arrears.db.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A schedule is one row, however its rows lie in the files of a delivery, and knows where each of them came from. */
class ScheduleIT {

    private static final Database DATABASE = TestServer.freshDatabase("schedules");
    private static final String NIGHT = "2026-09-30";
    private static final String LOANS_HEADER =
            "loan_no,customer_no,product,currency,principal,annual_rate,disbursed_on,matures_on\n";
    private static final String HEADER = "loan_no,seq,due_on,principal,interest,fee\n";
    private static final String WITHOUT_FEE = "loan_no,seq,due_on,principal,interest\n";

    /** By row: the loan, its number, what is due, and the file (counted from the first of the delivery) and line. */
    private static final String ROWS = "SELECT concat_ws(' ', loan_no, seq, principal + interest, fee,"
            + " file_no - (SELECT min(file_no) FROM installment) + 1 || ':' || line) FROM installment"
            + " ORDER BY loan_no, seq";

    private final LoadedInboxes inboxes;

    ScheduleIT(@TempDir Path folder) {
        this.inboxes = new LoadedInboxes(DATABASE, folder);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @BeforeEach
    void loans() {
        StringBuilder loans = new StringBuilder(LOANS_HEADER);
        for (int loan = 1; loan <= 200; loan++) {
            loans.append('L').append(loan).append(",C1,CASH,CNY,1000.00,0.12,2026-01-15,2027-01-15\n");
        }
        inboxes.load(NIGHT, "customers.csv", "customer_no,name\nC1,甲\n", "loans.csv", loans.toString());
    }

    private static String row(String loanNo, int seq, String principal) {
        return loanNo + "," + seq + ",2026-10-" + (10 + seq) + "," + principal + ",0.01,0.02\n";
    }

    private List<String> schedules() {
        return inboxes.column("SELECT concat_ws(' | ', loan_no, seq, principal, fee, line) FROM schedule ORDER BY 1");
    }

    /** Puts something into the table, so that what comes next is merged and not copied straight in. */
    private void known() {
        inboxes.load(NIGHT, "installments-known.csv", HEADER + row("L200", 1, "7.00"));
    }

    @ParameterizedTest(name = "into a table with rows: {0}")
    @ValueSource(booleans = {false, true})
    void rowsThatStandTogetherAreOneRow(boolean merged) {
        if (merged) {
            known();
        }
        inboxes.load(
                NIGHT, "installments.csv", HEADER + row("L1", 2, "1.00") + row("L1", 5, "2.00") + row("L2", 1, "3.00"));
        List<String> expected =
                new ArrayList<>(List.of("L1 | {2,5} | {100,200} | {2,2} | {2,3}", "L2 | {1} | {300} | {2} | {4}"));
        if (merged) {
            expected.add("L200 | {1} | {700} | {2} | {2}");
        }
        assertEquals(expected, schedules());
    }

    @ParameterizedTest(name = "into a table with rows: {0}")
    @ValueSource(booleans = {false, true})
    void rowsThatAreScatteredAreOneRowInTheirOrder(boolean merged) {
        if (merged) {
            known();
        }
        inboxes.load(
                NIGHT,
                "installments-1.csv",
                HEADER + row("L1", 3, "3.00") + row("L1", 4, "4.00") + row("L2", 9, "9.00") + row("L2", 8, "8.00"),
                "installments-2.csv",
                HEADER + row("L3", 1, "1.00") + row("L1", 1, "1.00") + row("L3", 2, "2.00") + row("L1", 2, "2.00"));
        List<String> expected = new ArrayList<>(List.of(
                "L1 1 101 2 2:3",
                "L1 2 201 2 2:5",
                "L1 3 301 2 1:2",
                "L1 4 401 2 1:3",
                "L2 8 801 2 1:5",
                "L2 9 901 2 1:4",
                "L3 1 101 2 2:2",
                "L3 2 201 2 2:4"));
        if (merged) {
            expected.replaceAll(row -> row.replace(" 2:", " 3:").replace(" 1:", " 2:"));
            expected.add(6, "L200 1 701 2 1:2");
        }
        assertEquals(expected, inboxes.column(ROWS));
        assertEquals(
                List.of("true"), inboxes.column("SELECT (count(*) = count(DISTINCT loan_no))::text FROM schedule"));
        assertEquals(List.of("L1"), inboxes.column("SELECT loan_no FROM schedule WHERE file_nos IS NOT NULL"));
    }

    /** Lenders sort by due date, by nothing, or backwards: 200 loans with 1 to 12 rows, a random draw. */
    @ParameterizedTest
    @ValueSource(strings = {"as it is", "shuffled", "by number", "backwards", "in three files"})
    void theOrderOfRowsIsIrrelevant(String order) {
        List<String> rows = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int loan = 1; loan <= 200; loan++) {
            for (int seq = 1; seq <= 1 + loan % 12; seq++) {
                rows.add(row("L" + loan, seq, loan + "." + (10 + seq)));
                expected.add("L" + loan + " " + seq + " " + (loan * 100 + 10 + seq));
            }
        }
        Random random = new Random(20260930);
        switch (order) {
            case "shuffled", "in three files" -> Collections.shuffle(rows, random);
            case "by number" -> rows.sort(Comparator.comparing(line -> line.split(",", -1)[2]));
            case "backwards" -> Collections.reverse(rows);
            default -> assertEquals("as it is", order);
        }
        int third = order.equals("in three files") ? rows.size() / 3 : rows.size();
        int twoThirds = order.equals("in three files") ? 2 * third : rows.size();
        inboxes.load(
                NIGHT,
                "installments-1.csv",
                HEADER + String.join("", rows.subList(0, third)),
                "installments-2.csv",
                HEADER + String.join("", rows.subList(third, twoThirds)),
                "installments-3.csv",
                HEADER + String.join("", rows.subList(twoThirds, rows.size())));
        assertEquals(
                expected.stream().sorted().toList(),
                inboxes.column("SELECT concat_ws(' ', loan_no, seq, principal) FROM installment").stream()
                        .sorted()
                        .toList());
        assertEquals(
                List.of("200 200"),
                inboxes.column(
                        "SELECT count(*) || ' ' || count(*) FILTER (WHERE seq = ARRAY(SELECT s FROM unnest(seq) s"
                                + " ORDER BY s)) FROM schedule"));
    }

    @Test
    void aLoanInTwoPlacesIsCheckedRowByRow() {
        List<SourceFile> taken = inboxes.load(
                NIGHT,
                "installments-1.csv",
                HEADER + row("L1", 1, "1.00") + row("L1", 2, "2.00") + row("L2", 1, "1.00") + row("L2", 2, "2.00"),
                "installments-2.csv",
                HEADER + row("L1", 1, "1.00") + row("L1", 2, "2.00") + row("L2", 2, "2.50") + row("L2", 3, "3.00"));
        assertEquals(List.of("L1 1 101 2 1:2", "L1 2 201 2 1:3"), inboxes.column(ROWS));
        assertEquals(
                List.of(0L, 2L),
                taken.stream().map(file -> file.counts().repeated()).toList());
        assertEquals(List.of("loan-incomplete", "loan-incomplete"), inboxes.rejectCodes("installments-1.csv"));
        assertEquals(
                List.of("4 duplicate-key L2", "5 loan-incomplete L2"),
                RejectRows.in(inboxes.rejects("installments-2.csv")).stream()
                        .map(row -> row.get("line") + " " + row.get("code") + " " + row.get("value"))
                        .sorted()
                        .toList());
    }

    @ParameterizedTest(name = "into a table with rows: {0}")
    @ValueSource(booleans = {false, true})
    void anUnknownLoanIsRejectedRowByRowByFileAndLine(boolean merged) {
        if (merged) {
            known();
        }
        List<SourceFile> taken = inboxes.load(
                NIGHT,
                "installments.csv",
                HEADER
                        + row("X1", 1, "1.00")
                        + row("X1", 2, "2.00")
                        + row("L1", 1, "1.00")
                        + row("X1", 3, "3.00")
                        + row("X2", 1, "1.00")
                        + row("X2", 2, "2.00"));
        assertEquals(
                List.of("2 X1", "3 X1", "5 X1", "6 X2", "7 X2"),
                RejectRows.in(inboxes.rejects("installments.csv")).stream()
                        .map(row -> row.get("line") + " " + row.get("value"))
                        .toList());
        assertEquals(
                List.of("unknown-loan"),
                inboxes.rejectCodes("installments.csv").stream().distinct().toList());
        assertEquals(
                List.of("X1/1", "X1/2", "X1/3", "X2/1", "X2/2"),
                inboxes.column("SELECT key FROM open_reject ORDER BY key"));
        assertEquals(List.of(1L), taken.stream().map(SourceFile::accepted).toList());
    }

    @ParameterizedTest(name = "rows of the loan that stand together: {0}")
    @CsvSource({"true", "false"})
    void aFeeThatIsLeftOutStaysAsItIsKnown(boolean together) {
        inboxes.load(NIGHT, "installments.csv", HEADER + "L1,1,2026-10-10,1.00,0,5.00\nL1,3,2026-12-10,3.00,0,7.00\n");
        String first = "L1,1,2026-10-11,1.00,0\n";
        String rest = "L1,2,2026-11-10,2.00,0\nL1,3,2026-12-10,3.00,0\n";
        inboxes.load("2026-10-01", "installments.csv", WITHOUT_FEE + (together ? first + rest : rest + first));
        assertEquals(
                List.of("1 2026-10-11 500", "2 2026-11-10 0", "3 2026-12-10 700"),
                inboxes.column("SELECT concat_ws(' ', seq, due_on, fee) FROM installment ORDER BY seq"));
    }

    @Test
    void aScheduleThatSaysTheSameStaysWithItsLines() {
        inboxes.load(NIGHT, "installments.csv", HEADER + row("L1", 1, "1.00") + row("L2", 1, "1.00"));
        List<String> before = inboxes.column(ROWS);
        List<SourceFile> taken = inboxes.load(
                "2026-10-01",
                "installments.csv",
                HEADER + row("L3", 1, "1.00") + row("L2", 1, "1.00") + row("L1", 1, "1.00"));
        List<String> after = inboxes.column(ROWS);
        assertTrue(after.containsAll(before), after::toString);
        assertEquals(List.of("L3 1 101 2 2:2"), after.subList(2, 3));
        assertEquals(
                List.of(1L), taken.stream().map(file -> file.counts().written()).toList());
    }

    @Test
    void aCorrectedRowChangesItsOwnAndKnowsItsLine(@TempDir Path corrected) throws IOException {
        inboxes.load(
                NIGHT, "installments.csv", HEADER + row("L1", 1, "1.00") + row("L1", 3, "3.00") + row("L2", 1, "1.00"));
        Path file = Files.writeString(
                corrected.resolve("installments.rows.csv"),
                HEADER + row("L1", 1, "1.00") + row("L1", 2, "2.00") + row("L1", 3, "3.50"));
        inboxes.rejectsFile(file).load("2026-10-01", "calendar.csv", "date,kind\n2026-10-02,holiday\n");
        assertEquals(
                List.of("1:2 100", "file:3 200", "file:4 350", "1:4 100"),
                inboxes.column(
                        "SELECT CASE WHEN file_no = (SELECT min(file_no) FROM installment) THEN '1' ELSE 'file' END"
                                + " || ':' || line || ' ' || principal FROM installment ORDER BY loan_no, seq"));
    }

    @Test
    void asManyRowsOutOfOrderAsDoNotFitIntoMemoryAreWrittenInParts() {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int seq = 1; seq <= 260; seq++) {
            for (int loan = 1; loan <= 200; loan++) {
                rows.append('L').append(loan).append(',').append(seq).append(",2026-10-10,1.00,0,0\n");
            }
        }
        rows.append("L1,1,never,1.00,0,0\n");
        inboxes.budget("100%").load(NIGHT, "installments.csv", rows.toString());
        assertEquals(
                List.of("199 260 260"),
                inboxes.column("SELECT concat_ws(' ', count(*), min(cardinality(seq)), max(seq[260])) FROM schedule"));
    }
}
