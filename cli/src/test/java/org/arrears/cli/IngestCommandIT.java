package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.arrears.cli.Shell.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code arrears ingest} with what differs from the ordinary: a mapping, corrected rows, and a run to be continued. */
class IngestCommandIT {

    private static final String NIGHT = "2026-09-29";
    private static final String MAPPING = """
            mapping: own-words
            files:
              - kind: customers
                columns: { 客户号: customer_no, 姓名: name }
            """;
    private static final String CUSTOMERS = "客户号,姓名\nC1,张三\n";

    private final Path folder;
    private final Lender lender;

    IngestCommandIT(@TempDir Path folder) {
        this.folder = folder;
        this.lender = new Lender("ingest_command", folder);
    }

    private List<String> withHome(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--home", lender.home().toString(), "--db", lender.url()));
        return all;
    }

    private List<String> ingest(Path inbox, String... more) {
        List<String> arguments = withHome("ingest", "--in", inbox.toString(), "--policy", policy(inbox));
        arguments.addAll(List.of(more));
        return arguments;
    }

    private static String policy(Path inbox) {
        return inbox.resolve("policy.yaml").toString();
    }

    private List<String> installments() {
        return lender.jdbc()
                .sql("SELECT loan_no || ' ' || seq || ' ' || principal FROM installment ORDER BY 1")
                .query(String.class)
                .list();
    }

    @Test
    void aRefusedLoadIsContinuedWithItsMapping() throws IOException {
        Path inbox = new Tiny()
                .with("customers.csv", CUSTOMERS)
                .plus("loans.csv", "L2\n,,\n")
                .in(lender, NIGHT);
        Path mapping = Files.writeString(folder.resolve("own.yaml"), MAPPING);
        Ended refused = lender.shell()
                .run(ingest(inbox, "--mapping", mapping.toString()))
                .with(ExitCodes.INPUT_REFUSED);
        assertTrue(refused.err().contains("loans.csv: 2 of 3 rows rejected"), refused.err());
        Path loans = inbox.resolve("loans.csv");
        Files.writeString(loans, Files.readString(loans).replace("L2\n,,\n", ""));
        lender.shell().run(withHome("runs", "resume", "ingest-2026-09-29-1")).with(ExitCodes.DONE);
        assertEquals(
                List.of("张三"),
                lender.jdbc()
                        .sql("SELECT name FROM customer")
                        .query(String.class)
                        .list());
        Ended shown = lender.shell()
                .run(withHome("runs", "show", "ingest-2026-09-29-1"))
                .with(ExitCodes.DONE);
        assertTrue(
                shown.out()
                        .matches("(?s).*customers\\.csv +sha256 [0-9a-f]{64} sums \\{}\n"
                                + " +read with mapping [0-9a-f]{64}\n.*"),
                shown.out());
        assertTrue(shown.out().contains("sums {fee=0.0000, interest=19.0000, principal=200.0000}"), shown.out());
    }

    @Test
    void correctedRowsAreLoadedOnceAndChangeTheirSchedule() throws IOException {
        Path inbox = new Tiny()
                .plus("installments.csv", "L1,3,2026-11-15,100.005,8.00\n")
                .in(lender, NIGHT);
        Ended first = lender.shell().run(ingest(inbox)).with(ExitCodes.DONE_WITH_REJECTS);
        Path folderOfRejects = lender.home().resolve("runs/ingest-2026-09-29-1/rejects");
        String next = "next        correct the rows in " + folderOfRejects + ", then: arrears ingest" + lender.here()
                + " --in INBOX";
        assertTrue(first.out().contains(next), first.out());
        assertEquals(List.of(), installments(), "a schedule is taken whole or not at all");
        Path rejected = lender.home().resolve("runs/ingest-2026-09-29-1/rejects/installments.rows.csv");
        Path corrected = folder.resolve("installments.rows.csv");
        Files.writeString(corrected, Files.readString(rejected).replace("100.005", "100.01"));
        List<String> command = ingest(inbox, "--rejects", corrected.toString());
        Ended second = lender.shell().run(command).with(ExitCodes.DONE_WITH_REJECTS);
        assertTrue(second.out().contains(next), "the rejects counted are those of the run before");
        assertEquals(List.of("L1 1 10000", "L1 2 10000", "L1 3 10001"), installments());
        long files = filesTaken();
        lender.shell().run(command);
        assertEquals(files, filesTaken(), "the same content again is nothing new");
    }

    @Test
    void aRefusedLoadIsContinuedWithItsCorrectedRows() throws IOException {
        Path inbox = new Tiny().in(lender, NIGHT);
        lender.shell().run(ingest(inbox)).with(ExitCodes.DONE);
        Path corrected = Files.writeString(
                folder.resolve("installments.rows.csv"),
                "loan_no,seq,due_on,principal,interest\nL1,3,2026-11-15,100.005,8.00\nL9,1,2026-11-15,1.00,8.00\n");
        lender.shell().run(ingest(inbox, "--rejects", corrected.toString())).with(ExitCodes.INPUT_REFUSED);
        Files.writeString(corrected, Files.readString(corrected).replace("100.005", "100.01"));
        lender.shell().run(withHome("runs", "resume", "ingest-2026-09-29-2")).with(ExitCodes.DONE_WITH_REJECTS);
        assertEquals(List.of("L1 1 10000", "L1 2 10000", "L1 3 10001"), installments());
    }

    @Test
    void toComputeAPolicyIsNeeded() {
        Path inbox = new Tiny().in(lender, NIGHT);
        lender.shell().run(withHome("ingest", "--in", inbox.toString())).with(ExitCodes.DONE);
        Ended refused = lender.shell().run(withHome("assess", "--as-of", NIGHT)).with(ExitCodes.CONFIGURATION_INVALID);
        assertTrue(refused.err().contains("no run has had a policy yet: give one with --policy"), refused.err());
        lender.shell()
                .run(withHome("assess", "--as-of", NIGHT, "--policy", policy(inbox)))
                .with(ExitCodes.DONE);
        lender.shell().run(withHome("assess", "--as-of", "2026-09-30")).with(ExitCodes.DONE);
    }

    @Test
    void aForecastKnowsAnAccelerationAndTheCustomersOtherLoans() {
        Path inbox = new Tiny()
                .with("loans.csv", """
                        loan_no,customer_no,product,currency,principal,annual_rate,disbursed_on,matures_on,\
                        accelerated_on
                        L1,C1,CASH,CNY,1000.00,0.12,2026-01-15,2027-01-15,2026-10-05
                        L2,C1,CASH,CNY,1000.00,0.12,2026-01-15,2027-01-15,
                        """)
                .plus("installments.csv", "L2,1,2026-08-15,100.00,10.00\n")
                .in(lender, NIGHT);
        lender.shell().run(ingest(inbox)).with(ExitCodes.DONE);
        lender.shell()
                .run(withHome("assess", "--as-of", NIGHT, "--policy", policy(inbox)))
                .with(ExitCodes.DONE);
        Ended forecast = lender.shell()
                .run(withHome("explain", "L1", "--as-of", NIGHT, "--on", "2026-10-20"))
                .with(ExitCodes.DONE);
        assertTrue(forecast.out().contains("over all the customer's loans  66"), forecast.out());
        assertTrue(forecast.out().contains("2026-10-05"), forecast.out());
        assertTrue(forecast.out().contains("called in early"), forecast.out());
        lender.shell()
                .run(withHome("explain", "L1", "--as-of", NIGHT, "--on", "2026-09-28"))
                .with(ExitCodes.USAGE);
    }

    @Test
    void whatWasSentBeforeAndIsSentAgainCountsAgain() {
        Path inbox = new Tiny().in(lender, NIGHT);
        lender.shell().run(ingest(inbox)).with(ExitCodes.DONE);
        corrected().in(lender, NIGHT);
        lender.shell().run(ingest(inbox, "--rerun")).with(ExitCodes.DONE);
        assertEquals(List.of("L1 1 7000"), installments());
        new Tiny().in(lender, NIGHT);
        lender.shell().run(ingest(inbox, "--rerun")).with(ExitCodes.DONE);
        assertEquals(List.of("L1 1 10000", "L1 2 10000"), installments());
        long files = filesTaken();
        lender.shell().run(ingest(inbox, "--rerun")).with(ExitCodes.DONE);
        assertEquals(files, filesTaken(), "the same again is nothing new");
    }

    @Test
    void aCompleteDateSaysWhatItReadAndTakesNothingElseForTheSame() {
        Path first = new Tiny().in(lender, NIGHT);
        lender.shell().run(ingest(first)).with(ExitCodes.DONE);
        Path late = corrected().in(lender, "late");
        Ended refused = lender.shell().run(ingest(late, "--as-of", NIGHT)).with(ExitCodes.INPUT_REFUSED);
        assertEquals(
                "arrears: ingest-2026-09-29-1 is complete, but not of what is asked for now: inbox was " + first
                        + ", is now " + late + ". Nothing was touched; to work 2026-09-29 again with this: --rerun\n",
                refused.err().replaceFirst("(?s).*(?=arrears: )", ""));
        lender.shell().run(ingest(late, "--as-of", NIGHT, "--rerun")).with(ExitCodes.DONE);
        Ended same = lender.shell().run(ingest(late, "--as-of", NIGHT)).with(ExitCodes.DONE);
        assertTrue(same.out().startsWith("ingest-2026-09-29-2 is already complete; nothing was touched."), same.out());
    }

    private static Tiny corrected() {
        return new Tiny()
                .with("installments.csv", """
                        loan_no,seq,due_on,principal,interest
                        L1,1,2026-09-15,70.00,10.00
                        """)
                .with("customers.csv", "")
                .with("transactions.csv", "");
    }

    @Test
    void aFileWithoutADateGivesWayToNoneAndBlocksNone() {
        Path undated = new Tiny().in(lender, "files");
        lender.shell().run(ingest(undated)).with(ExitCodes.DONE);
        Path night = corrected().in(lender, "2026-02-10");
        lender.shell().run(ingest(night)).with(ExitCodes.DONE);
        assertEquals(List.of("L1 1 7000"), installments(), "the night named comes after it");
        Path again = new Tiny().with("customers.csv", "").in(lender, "again");
        lender.shell().run(ingest(again, "--rerun")).with(ExitCodes.DONE);
        assertEquals(List.of("L1 1 10000", "L1 2 10000"), installments(), "what comes last counts");
    }

    @Test
    void rowsThatGiveWayToALaterFileAreCounted() {
        lender.shell().run(ingest(new Tiny().in(lender, NIGHT))).with(ExitCodes.DONE);
        Path late = corrected().in(lender, "2026-09-28");
        Ended ended = lender.shell().run(ingest(late)).with(ExitCodes.DONE);
        assertEquals(List.of("L1 1 10000", "L1 2 10000"), installments());
        assertTrue(
                ended.out().contains("1 of them changed nothing: a file of a later date has these rows"), ended.out());
    }

    @Test
    void anIngestHasNoFiguresOfItsDate() throws IOException {
        // Nothing of it is due: what is assessed holds for the days after it too.
        String schedule = "loan_no,seq,due_on,principal,interest\nL1,1,2026-12-15,100.00,10.00\n";
        Path first = new Tiny().with("installments.csv", schedule).in(lender, NIGHT);
        lender.shell().run(lender.nightly(NIGHT, first, Path.of(policy(first)))).with(ExitCodes.DONE);
        Path inbox = new Tiny()
                .with("installments.csv", schedule)
                .plus("transactions.csv", "T2,L1,payment,2026-09-30,1.00\n")
                .in(lender, "2026-09-30");
        Ended ended = lender.shell().run(ingest(inbox)).with(ExitCodes.DONE);
        assertFalse(ended.out().matches("(?s).*\n(accounts|accrued|products|sent|not sent) .*"), ended.out());
        String json = Files.readString(lender.home().resolve("runs/ingest-2026-09-30-1/run.json"));
        assertTrue(json.contains("\"buckets\" : [ ]") || json.contains("\"buckets\":[]"), json);
        assertTrue(json.contains("\"totals\" : [ ]") || json.contains("\"totals\":[]"), json);
        Ended shown = lender.shell()
                .run(withHome("runs", "show", "nightly-2026-09-29-1"))
                .with(ExitCodes.DONE);
        assertTrue(shown.out().contains("accounts "), "a night has those of its date: " + shown.out());
    }

    private long filesTaken() {
        return lender.jdbc()
                .sql("SELECT count(*) FROM source_file")
                .query(Long.class)
                .single();
    }
}
