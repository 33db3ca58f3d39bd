package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
        lender.shell().run(ingest(inbox)).with(ExitCodes.DONE_WITH_REJECTS);
        assertEquals(List.of("L1 1 10000", "L1 2 10000"), installments());
        Path rejected = lender.home().resolve("runs/ingest-2026-09-29-1/rejects/installments.rows.csv");
        Path corrected = folder.resolve("installments.rows.csv");
        Files.writeString(corrected, Files.readString(rejected).replace("100.005", "100.01"));
        List<String> command = ingest(inbox, "--rejects", corrected.toString());
        lender.shell().run(command).with(ExitCodes.DONE_WITH_REJECTS);
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

    private long filesTaken() {
        return lender.jdbc()
                .sql("SELECT count(*) FROM source_file")
                .query(Long.class)
                .single();
    }
}
