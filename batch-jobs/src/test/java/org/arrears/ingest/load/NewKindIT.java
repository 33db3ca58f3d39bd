package org.arrears.ingest.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.arrears.db.Database;
import org.arrears.db.TestServer;
import org.arrears.ingest.check.CheckCase;
import org.arrears.ingest.check.CheckedFile;
import org.arrears.ingest.file.Dialect;
import org.arrears.ingest.inbox.Inbox;
import org.arrears.ingest.kind.PledgesFile;
import org.arrears.ingest.load.OpenRejectTable.OpenReject;
import org.arrears.ingest.mapping.Mapping;
import org.arrears.ingest.mapping.MappingReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A kind of file that one class and one line add is found, mapped, checked, loaded, merged and mended as all are. */
class NewKindIT {

    private static final Database DATABASE = TestServer.freshDatabase("new_kind");
    private static final String CUSTOMERS = "customer_no,name\nC1,甲\n";
    private static final String LOANS =
            "loan_no,customer_no,product,currency,principal,annual_rate,disbursed_on,matures_on\n"
                    + "L1,C1,CASH,CNY,1000.00,0.12,2026-01-15,2027-01-15\n"
                    + "J1,C1,CASH,JPY,300000,0.12,2026-01-15,2027-01-15\n";
    private static final String HEADER = "pledge_no,loan_no,owner,valued_on,value,rank\n";
    private static final Mapping PLAIN = Mapping.none(PledgesFile.KINDS);

    private final Path folder;
    private final LoadedInboxes inboxes;

    NewKindIT(@TempDir Path folder) {
        this.folder = folder;
        this.inboxes = new LoadedInboxes(DATABASE, folder).mapping(PLAIN);
        inboxes.jdbc().sql("TRUNCATE pledge").update();
    }

    @BeforeAll
    static void migrate() {
        JdbcClient.create(DATABASE.dataSource()).sql(PledgesFile.DDL).update();
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private List<String> pledges() {
        return inboxes.column("SELECT concat_ws(' ', pledge_no, loan_no, owner, valued_on, worth, rank)"
                + " FROM pledge ORDER BY pledge_no");
    }

    private SourceFile pledged(String night, String rows) {
        List<SourceFile> taken =
                inboxes.load(night, "pledges.csv", HEADER + rows, "loans.csv", LOANS, "customers.csv", CUSTOMERS);
        return taken.get(taken.size() - 1);
    }

    @Test
    void itIsLoadedAfterWhatItRefersToAndMergedByItsKey() {
        SourceFile first = pledged("2026-09-29", "P1,L1,甲,2026-09-01,500.00,\nP2,J1,,,200000,second\n");
        assertEquals(List.of(2L, 0L), List.of(first.rows(), first.rejected()));
        assertEquals(Map.of("value", new BigDecimal("200500.0000")), first.sums());
        assertEquals(List.of("P1 L1 甲 2026-09-01 50000 first", "P2 J1 200000 second"), pledges());
        SourceFile second = pledged("2026-09-30", "P1,L1,,,600.00,\nP3,L1,乙,,1.00,second\nP3,L1,乙,,1.00,second\n");
        assertEquals(List.of("P1 L1 60000 first", "P2 J1 200000 second", "P3 L1 乙 100 second"), pledges());
        assertEquals(Map.of("owner", 1L, "valued_on", 1L), second.counts().cleared());
        assertEquals(1, second.counts().repeated());
        assertEquals(2, second.counts().written(), "one is changed, one is new");
    }

    @Test
    void itsBadRowsAreRejectedAndOpenUntilTheyAreMended() {
        SourceFile first = pledged(
                "2026-09-29",
                "P1,L9,,,500.00,\nP2,J1,,,200000.5,\nP3,L1,,,9999999.00,\nP4,L1,,,1.00,third\n"
                        + "P5,L1,,,1.00,\nP5,L1,,,2.00,\n");
        assertEquals(5, first.rejected());
        assertEquals(
                List.of("too-many-decimals", "unknown-code", "unknown-loan", "changed-currency", "duplicate-key"),
                inboxes.rejectCodes("pledges.csv"));
        List<OpenReject> open = new OpenRejectTable(inboxes.jdbc()).open();
        assertEquals(
                List.of("pledges P1 L9", "pledges P2 J1", "pledges P3 L1", "pledges P4 L1", "pledges P5 L1"),
                open.stream()
                        .map(one -> one.kind() + " " + one.key() + " "
                                + one.loanNo().orElse(""))
                        .sorted()
                        .toList());
        pledged("2026-09-30", "P2,J1,,,200000,\n");
        assertEquals(4, new OpenRejectTable(inboxes.jdbc()).open().size());
    }

    @Test
    void theAssessmentOfTheLoansThatItNamesDependsOnIt() {
        pledged("2026-09-29", "P1,L1,,,500.00,\n");
        inboxes.jdbc()
                .sql("INSERT INTO assessed (as_of, policy_sha256, file_no, loans)" + " VALUES ('2026-09-29', '', 0, 2)")
                .update();
        pledged("2026-09-30", "P1,L1,,,700.00,\n");
        assertEquals(List.of("L1"), inboxes.column("SELECT loan_no FROM loan_change"));
    }

    @Test
    void aLendersOwnFileIsMappedToIt() throws IOException {
        inboxes.mapping(MappingReader.parse("""
                mapping: own
                files:
                  - kind: pledges
                    names: "COLL_*.csv"
                    columns: { 编号: pledge_no, 合同: loan_no, 日期: valued_on, 价值: value }
                    dates: yyyyMMdd
                    units: { value: fen }
                    constants: { rank: second }
                """.getBytes(StandardCharsets.UTF_8), "mapping.yaml", PledgesFile.KINDS));
        inboxes.load(
                "2026-09-29",
                "customers.csv",
                CUSTOMERS,
                "loans.csv",
                LOANS,
                "COLL_1.csv",
                "编号,合同,日期,价值\nP1,L1,20260901,50000\n");
        assertEquals(List.of("P1 L1 2026-09-01 50000 second"), pledges());
    }

    @Test
    void aCheckSaysOfItWhatALoadWouldSay() throws IOException {
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        Files.writeString(inbox.resolve("customers.csv"), CUSTOMERS);
        Files.writeString(inbox.resolve("loans.csv"), LOANS);
        Files.writeString(
                inbox.resolve("pledges.csv"), HEADER + "P1,L9,王五,,500.00,\nP2,J1,王五,,200000.5,\nP3,L1,王五,,1.00,\n");
        CheckCase check = new CheckCase(inbox).dialect(new Dialect(StandardCharsets.UTF_8, 1 << 20, PLAIN));
        CheckedFile checked = check.checked("pledges.csv");
        assertEquals(
                List.of("unknown-loan", "too-many-decimals"),
                checked.rejects().stream().map(CheckedFile.Reason::code).toList());
        assertEquals(1, checked.accepted());
        assertEquals(List.of(), checked.notes());
        assertEquals("王*", checked.samples().get(0).get("owner"), "its people are masked");
    }

    @Test
    void aFileNamedLikeItIsANearMiss() throws IOException {
        Path inbox = Files.createDirectory(folder.resolve("near"));
        Files.writeString(inbox.resolve("PLEDGES.CSV"), HEADER);
        String refusal =
                String.valueOf(Inbox.of(inbox, PLAIN).nearMisses().orElseThrow().getMessage());
        assertTrue(refusal.contains("PLEDGES.CSV looks like pledges*.csv"), refusal);
    }
}
