package org.arrears.nightly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.arrears.core.policy.PolicyReader;
import org.arrears.db.Database;
import org.arrears.db.TestServer;
import org.arrears.failure.ArrearsException;
import org.arrears.run.Progress;
import org.arrears.run.RunRequest;
import org.arrears.run.Runner;
import org.arrears.run.StopSignal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each file of an inbox has a step execution that says what became of its rows; one that is complete stays so. */
class IngestExecutionsIT {

    private static final Database DATABASE = TestServer.freshDatabase("ingest_executions");
    private static final LocalDate NIGHT = LocalDate.of(2026, 9, 29);
    private static final String CUSTOMERS = "customer_no,name\nC1,甲\nC2,乙\n";
    private static final String LOANS =
            "loan_no,customer_no,product,currency,principal,annual_rate,disbursed_on,matures_on\n"
                    + "L1,C1,CASH,CNY,1000.00,0.12,2026-01-15,2027-01-15\n"
                    + "L2,C2,CASH,CNY,2000.00,0.12,2026-01-15,2027-01-15\n";
    private static final String SCHEDULE = "loan_no,seq,due_on,principal,interest\n";
    private static final String PAYMENTS = "txn_no,loan_no,type,value_on,amount\n";

    private final JdbcClient jdbc = JdbcClient.create(DATABASE.dataSource());
    private final StopSignal stop = new StopSignal();
    private final Set<String> read = new TreeSet<>();

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void nothingIsKnown() throws IOException {
        jdbc.sql("TRUNCATE run, batch.batch_job_instance, source_file, loan_change, open_reject, customer, loan,"
                        + " schedule, transaction CASCADE")
                .update();
        Files.createDirectory(folder.resolve("in"));
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private IngestExecutionsIT file(String name, String text) throws IOException {
        Files.writeString(folder.resolve("in").resolve(name), text);
        return this;
    }

    private Runner.Outcome run(LocalDate night) {
        return run(night, name -> {});
    }

    /** Is told the name of a file that is being read. */
    private interface Reader {

        void reads(String name);
    }

    private Runner.Outcome run(LocalDate night, Reader reader) {
        String yaml = "policy: any\npenalty: { multiple: 1.5 }\nbuckets: { ranges: { M0: 0, M1: 1+ } }\n"
                + "files: { max-rejects: 50% }\n";
        RunRequest request = PolicyReader.read(yaml.getBytes(StandardCharsets.UTF_8), "policy.yaml")
                .match(
                        (policy, warnings) -> new RunRequest(
                                "ingest",
                                night,
                                folder.resolve("in"),
                                folder.resolve("out"),
                                folder.resolve("home"),
                                new RunRequest.PolicyFile(policy, yaml),
                                RunRequest.Options.ORDINARY),
                        errors -> {
                            throw new AssertionError(errors);
                        });
        read.clear();
        Progress progress = new Progress() {
            @Override
            public void advanced(Advance advance) {
                String name = advance.what().replaceFirst("^rows, ", "");
                read.add(name);
                reader.reads(name);
            }
        };
        return new Runner(DATABASE, progress, stop).run(IngestJob.class, request);
    }

    /** The step executions of the latest attempt: file, status, and rows read, written, filtered and skipped. */
    private List<String> executions() {
        return jdbc.sql("""
                        SELECT regexp_replace(regexp_replace(step_name, '^ingest-files:', ''), '#[0-9a-f]+$', '')
                            || ' ' || status || ' ' || concat_ws(' ', read_count, write_count, filter_count,
                            read_skip_count + process_skip_count + write_skip_count)
                        FROM batch.batch_step_execution
                        WHERE job_execution_id = (SELECT max(job_execution_id) FROM batch.batch_job_execution)
                          AND step_name LIKE 'ingest-files:%'
                        ORDER BY step_execution_id
                        """).query(String.class).list();
    }

    private void book() throws IOException {
        file("customers.csv", CUSTOMERS + "C3,\n")
                .file("loans.csv", LOANS + "L9,C9,CASH,CNY,1.00,0.12,2026-01-15,2027-01-15\n");
        file("installments-a.csv", SCHEDULE + "L1,1,2026-09-15,100.00,10.00\nL1,2,2026-10-15,100.00,9.00\n");
        file("installments-b.csv", SCHEDULE + "L1,2,2026-10-15,100.00,9.00\nL2,1,2026-09-15,1.00,0.00\n");
        file("transactions.csv", PAYMENTS + "T1,L1,payment,2026-09-20,30.00\nT1,L1,payment,2026-09-20,30.00\n");
    }

    @Test
    void theCountsOfANightAreThoseOfItsFiles() throws IOException {
        book();
        run(NIGHT);
        List<String> expected = List.of(
                "customers.csv COMPLETED 3 2 0 1",
                "loans.csv COMPLETED 3 2 0 1",
                "installments-a.csv COMPLETED 2 2 0 0",
                "installments-b.csv COMPLETED 2 1 1 0",
                "transactions.csv COMPLETED 2 1 0 1");
        assertEquals(expected, executions());
        assertEquals(
                List.of("12 8 1 3"),
                jdbc.sql("SELECT concat_ws(' ', read_count, write_count, filter_count, process_skip_count)"
                                + " FROM batch.batch_step_execution WHERE step_name = 'ingest-files'")
                        .query(String.class)
                        .list());
        assertEquals(
                List.of("8"),
                jdbc.sql("SELECT (SELECT count(*) FROM customer) + (SELECT count(*) FROM loan)"
                                + " + (SELECT count(*) FROM installment) + (SELECT count(*) FROM transaction)")
                        .query(String.class)
                        .list());
    }

    @Test
    void rowsThatChangeNothingAreFiltered() throws IOException {
        book();
        run(NIGHT);
        file("customers.csv", CUSTOMERS.replace("乙", "丙") + "C4,丁\n").file("loans.csv", LOANS + "\n");
        file("installments-a.csv", SCHEDULE + "L1,1,2026-09-15,100.00,10.00\nL1,2,2026-10-15,100.00,8.00\n");
        file("installments-b.csv", SCHEDULE + "L2,1,2026-09-15,1.00,0.00\n");
        file("transactions.csv", PAYMENTS + "T1,L1,payment,2026-09-20,30.00\nT2,L1,payment,2026-09-21,30.00\n");
        run(NIGHT.plusDays(1));
        assertEquals(
                List.of(
                        "customers.csv COMPLETED 3 2 1 0",
                        "loans.csv COMPLETED 2 0 2 0",
                        "installments-a.csv COMPLETED 2 2 0 0",
                        "installments-b.csv COMPLETED 1 0 1 0",
                        "transactions.csv COMPLETED 2 1 1 0"),
                executions());
    }

    @Test
    void aFileWhoseContentIsKnownIsNotReadAndSaysSo() throws IOException {
        book();
        run(NIGHT);
        Files.move(folder.resolve("in/customers.csv"), folder.resolve("in/customers-again.csv"));
        run(NIGHT.minusDays(1));
        assertEquals("customers-again.csv COMPLETED 0 0 0 0", executions().get(0));
        assertEquals(5, executions().size());
    }

    private void refusedAtLoans() throws IOException {
        book();
        file("loans.csv", LOANS + "L3\nL4\nL5\n");
        assertThrows(ArrearsException.class, () -> run(NIGHT));
        assertEquals(
                List.of(
                        "customers.csv COMPLETED 3 2 0 1",
                        "loans.csv FAILED 0 0 0 0",
                        "installments-a.csv STOPPED 0 0 0 0",
                        "installments-b.csv STOPPED 0 0 0 0",
                        "transactions.csv STOPPED 0 0 0 0"),
                executions());
        file("loans.csv", LOANS);
    }

    @Test
    void aRestartReadsNoFileThatIsComplete() throws IOException {
        refusedAtLoans();
        assertEquals("ingest-2026-09-29-1", run(NIGHT).run().runId());
        assertEquals(
                List.of(
                        "loans.csv COMPLETED 2 2 0 0",
                        "installments-a.csv COMPLETED 2 2 0 0",
                        "installments-b.csv COMPLETED 2 1 1 0",
                        "transactions.csv COMPLETED 2 1 0 1"),
                executions());
        assertTrue(read.stream().noneMatch(name -> name.contains("customers")), read::toString);
    }

    @Test
    void aRestartAfterADeathReadsNoFileThatIsComplete() throws IOException {
        book();
        assertThrows(
                IllegalStateException.class,
                () -> run(NIGHT, name -> {
                    if (name.equals("installments-b.csv")) {
                        throw new IllegalStateException("on purpose");
                    }
                }));
        jdbc.sql("UPDATE run SET status = 'running', ended_at = NULL").update();
        jdbc.sql("UPDATE batch.batch_job_execution SET status = 'STARTED', end_time = NULL")
                .update();
        jdbc.sql("UPDATE batch.batch_step_execution SET status = 'STARTED', end_time = NULL"
                        + " WHERE status <> 'COMPLETED'")
                .update();
        run(NIGHT);
        assertEquals(
                List.of(
                        "installments-a.csv COMPLETED 2 2 0 0",
                        "installments-b.csv COMPLETED 2 1 1 0",
                        "transactions.csv COMPLETED 2 1 0 1"),
                executions());
        assertEquals(Set.of("installments-a.csv", "installments-b.csv", "transactions.csv"), files(read));
    }

    private static Set<String> files(Set<String> told) {
        Set<String> files = new TreeSet<>(told);
        files.removeIf(name -> !name.endsWith(".csv"));
        return files;
    }

    @Test
    void aFileThatWasWrittenToSinceIsReadAgain() throws IOException {
        refusedAtLoans();
        file("customers.csv", CUSTOMERS + "C3,丙\n");
        run(NIGHT);
        assertEquals("customers.csv COMPLETED 3 1 2 0", executions().get(0));
    }

    @Test
    void aFileThatAnotherRunHasOvertakenIsReadAgain() throws IOException {
        refusedAtLoans();
        jdbc.sql("INSERT INTO source_file (file_no, run_id, as_of, kind, name, sha256, bytes, rows, accepted,"
                        + " rejected, sums) SELECT file_no + 100, 'other', as_of, kind, name, 'x', bytes, rows,"
                        + " accepted, rejected, sums FROM source_file")
                .update();
        run(NIGHT);
        assertEquals("customers.csv COMPLETED 3 0 2 1", executions().get(0));
    }

    @Test
    void aCompleteScheduleIsReadAgainBesideANewFileOfIt() throws IOException {
        book();
        file("transactions.csv", PAYMENTS + "T1\nT2\n");
        assertThrows(ArrearsException.class, () -> run(NIGHT));
        assertEquals("installments-b.csv COMPLETED 2 1 1 0", executions().get(3));
        file("installments-c.csv", SCHEDULE + "L2,2,2026-10-15,1.00,0.00\n").file("transactions.csv", PAYMENTS);
        run(NIGHT);
        assertEquals(
                List.of("installments-a.csv", "installments-b.csv", "installments-c.csv", "transactions.csv"),
                executions().stream().map(line -> line.replaceFirst(" .*", "")).toList());
        assertEquals(
                "4",
                jdbc.sql("SELECT count(*) FROM installment").query(String.class).single());
    }

    @Test
    void aCompleteInboxIsNotReadByALaterAttempt() throws IOException {
        book();
        run(NIGHT);
        jdbc.sql("UPDATE run SET status = 'failed'").update();
        jdbc.sql("UPDATE batch.batch_job_execution SET status = 'FAILED'").update();
        run(NIGHT);
        assertEquals(List.of(), executions());
        assertEquals(Set.of(), read);
    }
}
