package org.arrears.ingest.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.arrears.db.Database;
import org.arrears.db.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a file does not say changes nothing of what is known; what it says with an empty field is taken away. */
class AbsenceIT {

    private static final Database DATABASE = TestServer.freshDatabase("absence");
    private static final String FIRST = "2026-09-29";
    private static final String NIGHT = "2026-09-30";

    private static final String CUSTOMERS = """
            customer_no,name,id_no,phone,email,address,postal_code,region,language
            C1,甲,I1,13900000001,a@b,Street 1,100000,north,en
            """;
    private static final String LOANS = """
            loan_no,customer_no,product,currency,principal,annual_rate,disbursed_on,matures_on,status,\
            penalty_annual_rate,accelerated_on,manual_class,branch
            L1,C1,CASH,CNY,1000.00,0.12,2026-01-15,2027-01-15,settled,0.18,2026-09-01,loss,B1
            """;
    private static final String INSTALLMENTS = """
            loan_no,seq,due_on,principal,interest,fee
            L1,1,2026-09-15,100.00,10.00,5.00
            L1,2,2026-10-15,100.00,9.00,6.00
            """;
    private static final String HOLDS = """
            hold_no,scope,ref_no,reason,starts_on,ends_on,channels,note
            H1,loan,L1,dispute,2026-09-01,2026-12-31,sms;letter,said so
            """;
    private static final String CALENDAR = "date,kind,name\n2026-10-01,holiday,国庆节\n";

    private final Path folder;
    private final LoadedInboxes inboxes;

    AbsenceIT(@TempDir Path folder) {
        this.folder = folder;
        inboxes = new LoadedInboxes(DATABASE, folder);
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private void book() {
        inboxes.load(
                FIRST,
                "customers.csv",
                CUSTOMERS,
                "loans.csv",
                LOANS,
                "installments.csv",
                INSTALLMENTS,
                "holds.csv",
                HOLDS,
                "calendar.csv",
                CALENDAR);
    }

    /** The rows of a table by column, without where they came from. */
    private List<Map<String, String>> rows(String table) {
        return inboxes.facts().getOrDefault(table, List.of()).stream()
                .map(json -> JsonMapper.shared().readValue(json, new TypeReference<Map<String, Object>>() {}))
                .map(row -> {
                    Map<String, String> texts = new TreeMap<>();
                    row.forEach((column, value) -> texts.put(column, String.valueOf(value)));
                    return texts;
                })
                .toList();
    }

    private SourceFile load(String name, String text) {
        SourceFile taken = inboxes.load(NIGHT, name, text).get(0);
        assertEquals(0, taken.rejected(), () -> inboxes.rejects(name));
        return taken;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            customer    | customers.csv | customer_no,name;C1,乙                  | name=乙
            calendar_day| calendar.csv  | date,kind;2026-10-01,workday           | kind=workday
            hold        | holds.csv     | hold_no,scope,ref_no,reason,starts_on;H1,loan,L1,fraud,2026-09-01\
             | reason=fraud
            loan        | loans.csv     | loan_no,customer_no,product,currency,principal,annual_rate,disbursed_on,\
            matures_on;L1,C1,CASH,CNY,2000.00,0.12,2026-01-15,2027-01-15 | principal=200000
            """)
    void aColumnThatAFileLeavesOutErasesNothing(String table, String file, String text, String changed) {
        book();
        Map<String, String> expected = new TreeMap<>(rows(table).get(0));
        expected.put(changed.replaceFirst("=.*", ""), changed.replaceFirst(".*=", ""));
        assertEquals(
                Map.of(), load(file, text.replace(';', '\n') + "\n").counts().cleared());
        assertEquals(List.of(expected), rows(table));
    }

    @Test
    void aFeeThatAScheduleLeavesOutStaysAndOneThatIsNewIsNone() {
        book();
        load("installments.csv", """
                loan_no,seq,due_on,principal,interest
                L1,1,2026-09-16,100.00,10.00
                L1,3,2026-11-15,100.00,8.00
                """);
        assertEquals(
                List.of("1 2026-09-16 500", "3 2026-11-15 0"),
                inboxes.column("SELECT seq || ' ' || due_on || ' ' || fee FROM installment ORDER BY seq"));
    }

    @Test
    void aScheduleThatSaysNothingNewIsNoChange() {
        book();
        inboxes.jdbc()
                .sql("INSERT INTO assessed (as_of, policy_sha256, file_no, loans) VALUES ('2026-09-29', '', 0, 1)")
                .update();
        load("installments.csv", """
                loan_no,seq,due_on,principal,interest
                L1,1,2026-09-15,100.00,10.00
                L1,2,2026-10-15,100.00,9.00
                """);
        assertEquals(List.of(), inboxes.column("SELECT loan_no FROM loan_change"));
    }

    @Test
    void anEmptyFieldClearsWhatIsKnownAndIsCountedByColumn() {
        book();
        SourceFile customers = load("customers.csv", """
                customer_no,name,phone,email,address
                C1,甲,,,Street 1
                C2,乙,,,
                """);
        assertEquals(Map.of("phone", 1L, "email", 1L), customers.counts().cleared());
        assertEquals(
                List.of("C1 - - Street 1 I1", "C2 - - - -"),
                inboxes.column("SELECT concat_ws(' ', customer_no, coalesce(phone, '-'), coalesce(email, '-'),"
                        + " coalesce(address, '-'), coalesce(id_no, '-')) FROM customer ORDER BY customer_no"));
        SourceFile loans = load("loans.csv", """
                loan_no,customer_no,product,currency,principal,annual_rate,disbursed_on,matures_on,\
                penalty_annual_rate,accelerated_on,branch
                L1,C1,CASH,CNY,1000.00,0.12,2026-01-15,2027-01-15,,,B1
                """);
        assertEquals(
                Map.of("penalty_annual_rate", 1L, "accelerated_on", 1L),
                loans.counts().cleared());
        assertEquals(Map.of("ends_on", 1L), load("holds.csv", """
                        hold_no,scope,ref_no,reason,starts_on,ends_on
                        H1,loan,L1,dispute,2026-09-01,
                        """).counts().cleared());
        assertEquals("null", rows("hold").get(0).get("ends_on"));
        assertEquals(
                List.of("{\"ends_on\": 1}"),
                inboxes.column("SELECT cleared FROM source_file ORDER BY file_no DESC LIMIT 1"));
    }

    @Test
    void anEmptyFieldOfAColumnWithADefaultChangesNothingThatIsKnown() {
        book();
        load("loans.csv", """
                loan_no,customer_no,product,currency,principal,annual_rate,disbursed_on,matures_on,status
                L1,C1,CASH,CNY,2000.00,0.12,2026-01-15,2027-01-15,
                L2,C1,CASH,CNY,2000.00,0.12,2026-01-15,2027-01-15,
                """);
        assertEquals(
                List.of("L1 settled", "L2 active"),
                inboxes.column("SELECT loan_no || ' ' || status FROM loan ORDER BY loan_no"));
        load("holds.csv", """
                hold_no,scope,ref_no,reason,starts_on,channels
                H1,loan,L1,fraud,2026-09-01,
                H2,loan,L1,fraud,2026-09-01,
                """);
        assertEquals(
                List.of("H1 sms;letter", "H2 all"),
                inboxes.column("SELECT hold_no || ' ' || channels FROM hold ORDER BY hold_no"));
        load("installments.csv", INSTALLMENTS.replace("5.00\n", "\n").replace("6.00\n", "\n"));
        assertEquals(List.of("500", "600"), inboxes.column("SELECT fee::text FROM installment ORDER BY seq"));
    }

    @Test
    void aStatusThatIsSaidIsTaken() {
        book();
        load("loans.csv", LOANS.replace("settled", "active"));
        assertEquals(List.of("active"), inboxes.column("SELECT status FROM loan"));
    }

    @Test
    void aConstantOfAMappingIsSaid() throws IOException {
        book();
        Path inbox = Files.createDirectories(folder.resolve("mapped"));
        Files.writeString(inbox.resolve("mapping.yaml"), """
                mapping: constants
                files:
                  - { kind: loans, constants: { status: written_off, branch: B2 } }
                """);
        Files.writeString(inbox.resolve("loans.csv"), """
                loan_no,customer_no,product,currency,principal,annual_rate,disbursed_on,matures_on
                L1,C1,CASH,CNY,1000.00,0.12,2026-01-15,2027-01-15
                """);
        inboxes.load(NIGHT, inbox);
        assertEquals(
                List.of("written_off B2 loss"),
                inboxes.column("SELECT status || ' ' || branch || ' ' || manual_class FROM loan"));
    }

    @Test
    void filesOfOneDeliveryLeaveOutEachItsOwn() {
        book();
        inboxes.load(
                NIGHT,
                "customers-a.csv",
                "customer_no,name,phone\nC1,甲,13900000002\n",
                "customers-b.csv",
                "customer_no,name,address\nC2,乙,Street 2\nC1,甲,\n");
        assertEquals(List.of("duplicate-key"), inboxes.rejectCodes("customers-a.csv"), "the larger file is read first");
        assertEquals(
                List.of("C1 13900000001 -", "C2 - Street 2"),
                inboxes.column("SELECT customer_no || ' ' || coalesce(phone, '-') || ' ' || coalesce(address, '-')"
                        + " FROM customer ORDER BY customer_no"));
    }

    @Test
    void whatALateFileWouldClearItDoesNot() {
        book();
        SourceFile late = inboxes.load("2026-09-28", "customers.csv", "customer_no,name,phone\nC1,甲,\n")
                .get(0);
        assertEquals(1, late.counts().outdated());
        assertEquals(Map.of(), late.counts().cleared());
        assertEquals("13900000001", rows("customer").get(0).get("phone"));
    }

    @Test
    void correctedRowsLeaveOutWhatTheyDoNotSayToo() throws IOException {
        book();
        inboxes.rejectsFile(Files.writeString(
                folder.resolve("installments.rows.csv"),
                "loan_no,seq,due_on,principal,interest\nL1,1,2026-09-16,100.00,10.00\nL1,3,2026-11-15,1.00,0.00\n"));
        inboxes.load(NIGHT, Map.of());
        assertEquals(
                List.of("1 2026-09-16 500", "2 2026-10-15 600", "3 2026-11-15 0"),
                inboxes.column("SELECT seq || ' ' || due_on || ' ' || fee FROM installment ORDER BY seq"));
    }
}
