package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.arrears.cli.Shell.Ended;
import org.arrears.disk.PrivateFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every exit code of the contract, provoked. */
class ExitCodesIT {

    private static final String NIGHT = "2026-09-30";

    private final Path folder;
    private final Lender lender;

    ExitCodesIT(@TempDir Path folder) {
        this.folder = folder;
        this.lender = new Lender("exit_codes", folder);
    }

    private Ended nightly(Path inbox, String... more) {
        return lender.shell().run(lender.nightly(NIGHT, inbox, inbox.resolve("policy.yaml"), more));
    }

    private void nothingIsPublished() {
        assertFalse(Files.exists(lender.published(NIGHT)), "a refused run publishes nothing");
    }

    @Test
    void goodFilesEndWithZeroAndASummary() {
        Ended ended = nightly(new Tiny().in(lender, "good")).with(ExitCodes.DONE);
        assertTrue(ended.out().contains("5 read, 5 accepted, 0 rejected"), ended.out());
        assertTrue(Files.isDirectory(lender.published(NIGHT)));
        assertEquals(
                0,
                lender.jdbc()
                        .sql("SELECT exit_code FROM run")
                        .query(Integer.class)
                        .single());
    }

    @Test
    void theSummaryAsJsonIsJsonAndNothingElse() {
        Ended ended = nightly(new Tiny().in(lender, "good"), "--format", "json", "--quiet")
                .with(ExitCodes.DONE);
        assertEquals(
                "nightly-2026-09-30-1",
                tools.jackson.databind.json.JsonMapper.shared()
                        .readTree(ended.out())
                        .get("run_id")
                        .asString());
        assertEquals("", ended.err());
    }

    @Test
    void anOutboxThatCannotBeWrittenFailsTheRunWhichGoesOnWhenItCan() throws IOException {
        Path inbox = new Tiny().in(lender, "good");
        Files.writeString(lender.out(), "in the way");
        Ended ended = nightly(inbox).with(ExitCodes.FAILED);
        assertTrue(ended.err().contains(lender.out().toString()), ended.err());
        Files.delete(lender.out());
        nightly(inbox).with(ExitCodes.DONE);
        assertEquals(
                2,
                lender.jdbc()
                        .sql("SELECT attempts FROM run")
                        .query(Integer.class)
                        .single());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            nightly --as-of 2026-09-30 --in i --out o --policy p --password=secret, there is no option
            nihgtly                                        , nightly
            nightly                                        , are missing
            nightly --as-of 2026-02-30                     , 2026-02-30
            nightly --as-of 30.09.2026                     , 30.09.2026
            nightly --max-rejects many                     , many
            nightly --charset latin1                       , latin1
            """)
    void wrongUsageEndsWithTwoAndSaysWhatIsWrong(String line, String said) {
        Ended ended = lender.shell().run(line.split(" ")).with(ExitCodes.USAGE);
        assertTrue(ended.err().contains(said), ended.err());
    }

    @Test
    void noCommandAtAllEndsWithTwo() {
        assertTrue(lender.shell().run().with(ExitCodes.USAGE).err().contains("arrears needs a command: nightly, "));
    }

    @Test
    void rejectsWithinTheBudgetEndWithThreeAndAreHandedBack() throws IOException {
        Path inbox = new Tiny()
                .plus("transactions.csv", "T2,L1,payment,2026-09-31,5.00\n")
                .in(lender, "rejects");
        Ended ended = nightly(inbox).with(ExitCodes.DONE_WITH_REJECTS);
        assertTrue(ended.out().contains("6 read, 5 accepted, 1 rejected"), ended.out());
        Tree tree = new Tree(lender.published(NIGHT));
        assertEquals("""
                file,line,column,value,code,message
                transactions.csv,3,value_on,2026-09-31,not-a-date,"value_on ""2026-09-31"" is not a date between 1900 \
                and 2199 as yyyy-MM-dd"
                """, tree.text("rejects/transactions.csv"));
        assertEquals("""
                txn_no,loan_no,type,value_on,amount
                T2,L1,payment,2026-09-31,5.00
                """, tree.text("rejects/transactions.rows.csv"));
        assertEquals(3, tree.json("run.json").get("exit_code").asInt());
    }

    @Test
    void amountsTooLargeToAddUpAreTheFaultOfTheirLoan() throws IOException {
        StringBuilder schedule = new StringBuilder("loan_no,seq,due_on,principal,interest\n");
        for (int seq = 1; seq <= 9_999; seq++) {
            schedule.append("L1,").append(seq).append(",2026-09-01,10000000000000.00,0\n");
        }
        Path inbox = new Tiny().with("installments.csv", schedule.toString()).in(lender, "huge");
        Ended ended = nightly(inbox).with(ExitCodes.INPUT_REFUSED);
        assertTrue(ended.err().contains("loan L1: an amount is too large to compute exactly"), ended.err());
        nothingIsPublished();
        List<String> explain = List.of(
                "explain",
                "L1",
                "--as-of",
                NIGHT,
                "--db",
                lender.url(),
                "--policy",
                inbox.resolve("policy.yaml").toString(),
                "--home",
                lender.home().toString());
        Ended explained = lender.shell().run(explain).with(ExitCodes.INPUT_REFUSED);
        assertTrue(explained.err().contains("loan L1: an amount is too large to compute exactly"), explained.err());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            rows       | loans.csv.ctl    | rows=2                       | rows 2, the file has 1
            sums       | loans.csv.ctl    | sum.principal=1000.01        | sum.principal 1000.01, the file has 1000
            digest     | loans.csv.ctl    | sha256=00                    | none of rows=COUNT
            no such    | loans.csv.ctl    | sum.interest=1               | only these are summed
            twice      | loans.csv.ctl    | rows=1;rows=1                | states rows twice
            column     | customers.csv    | customer_no;C1               | lacks the required column "name"
            unknown    | customers.csv    | customer_no,name,shoe;C1,a,9 | unknown column "shoe"
            double     | customers.csv    | customer_no,name,name;C1,a,b | column "name" twice
            quote      | customers.csv    | customer_no,name;C1,"a;C2,b  | customers.csv:2
            budget     | transactions.csv | txn_no,loan_no,type,value_on,amount;T1,L9,payment,2026-09-20,1;T2,,,, \
            | 2 of 2 rows rejected
            """)
    void inputThatCannotBeTrustedEndsWithFourAndNothingOfItStays(String what, String file, String lines, String said) {
        Path inbox = new Tiny()
                .with(file, lines.replace(';', '\n').strip() + (lines.isBlank() ? "" : "\n"))
                .in(lender, what.replace(' ', '-'));
        Ended ended = nightly(inbox).with(ExitCodes.INPUT_REFUSED);
        assertTrue(ended.err().contains(said), ended.err());
        assertTrue(ended.err().contains(file), ended.err());
        nothingIsPublished();
        String table = file.substring(0, file.indexOf('.') - 1);
        assertEquals(
                0,
                lender.jdbc()
                        .sql("SELECT count(*) FROM " + table)
                        .query(Integer.class)
                        .single());
        Tree record = new Tree(lender.home().resolve("runs").resolve("nightly-" + NIGHT + "-1"));
        assertEquals(4, record.json("run.json").get("exit_code").asInt());
        assertEquals("refused", record.json("run.json").get("status").asString());
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        Path inbox = new Tiny().in(lender, "empty");
        Files.writeString(inbox.resolve("customers.csv"), "");
        Ended ended = nightly(inbox).with(ExitCodes.INPUT_REFUSED);
        assertTrue(ended.err().contains("customers.csv:1: the file is empty"), ended.err());
        nothingIsPublished();
    }

    @Test
    void aFileThatIsNotUtf8IsRefusedWithItsLine() throws IOException {
        Path inbox = new Tiny().in(lender, "gb");
        Files.write(
                inbox.resolve("customers.csv"),
                "customer_no,name\nC1,张三\n".getBytes(java.nio.charset.Charset.forName("GB18030")));
        Ended ended = nightly(inbox).with(ExitCodes.INPUT_REFUSED);
        assertTrue(ended.err().contains("customers.csv:"), ended.err());
        assertTrue(ended.err().contains("--charset"), ended.err());
        nothingIsPublished();
        nightly(inbox, "--charset", "GB18030").with(ExitCodes.DONE);
        assertEquals(
                "张三",
                lender.jdbc()
                        .sql("SELECT name FROM customer")
                        .query(String.class)
                        .single());
    }

    @Test
    void aRequiredFileThatIsMissingIsRefusedAndItsArrivalContinuesTheRun() {
        Path inbox = new Tiny().with("loans.csv", "").in(lender, "missing");
        Ended ended = nightly(inbox).with(ExitCodes.INPUT_REFUSED);
        assertTrue(ended.err().contains("has no loans*.csv"), ended.err());
        nothingIsPublished();
        new Tiny().in(lender, "missing");
        nightly(inbox).with(ExitCodes.DONE);
    }

    @Test
    void anInboxThatIsNotThereIsRefused() throws IOException {
        Path inbox = new Tiny().in(lender, "gone");
        Path policy = Files.move(inbox.resolve("policy.yaml"), folder.resolve("policy.yaml"));
        Ended ended = lender.shell()
                .run(lender.nightly(NIGHT, folder.resolve("nowhere"), policy))
                .with(ExitCodes.INPUT_REFUSED);
        assertTrue(ended.err().contains("nowhere"), ended.err());
    }

    @Test
    void aCorrectedInboxContinuesARefusedRun() throws IOException {
        Path inbox = new Tiny().with("loans.csv.ctl", "rows=7\n").in(lender, "corrected");
        nightly(inbox).with(ExitCodes.INPUT_REFUSED);
        Files.writeString(inbox.resolve("loans.csv.ctl"), "rows=1\n");
        nightly(inbox).with(ExitCodes.DONE);
        assertEquals(
                1,
                lender.jdbc()
                        .sql("SELECT count(*) FROM run")
                        .query(Integer.class)
                        .single());
    }

    @Test
    void aWrongPolicyEndsWithFiveAndNamesItsLine() throws IOException {
        Path inbox = new Tiny().in(lender, "policy");
        Path policy = inbox.resolve("policy.yaml");
        Files.writeString(policy, Tiny.POLICY.replace("M1: 1-30", "M1: 2-30"));
        Ended ended = nightly(inbox).with(ExitCodes.CONFIGURATION_INVALID);
        assertTrue(ended.err().contains(policy + ":5"), ended.err());
        assertEquals(
                0,
                lender.jdbc()
                        .sql("SELECT count(*) FROM run")
                        .query(Integer.class)
                        .single());
    }

    @Test
    void aPolicyThatIsNotThereEndsWithFive() throws IOException {
        Path inbox = new Tiny().in(lender, "no-policy");
        Files.delete(inbox.resolve("policy.yaml"));
        nightly(inbox).with(ExitCodes.CONFIGURATION_INVALID);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            db.password=secret          , db.password
            db.ulr=jdbc:postgresql://x/ , db.ulr
            db.url=\\uZZZZ              , arrears.properties
            """)
    void wrongSettingsEndWithFive(String line, String said) throws IOException {
        PrivateFiles.createFolders(lender.home());
        PrivateFiles.append(lender.home().resolve("arrears.properties"), line + "\n");
        Ended ended = nightly(new Tiny().in(lender, "settings")).with(ExitCodes.CONFIGURATION_INVALID);
        assertTrue(ended.err().contains(said), ended.err());
        assertFalse(ended.err().contains("secret"), "a password is never printed");
    }

    @Test
    void aDatabaseThatIsNotPostgreSqlEndsWithFive() {
        Ended ended = nightly(new Tiny().in(lender, "mysql"), "--db=jdbc:mysql://localhost/x");
        assertEquals(2, ended.code(), "given twice, the option is wrong usage");
        Ended once = new Shell(Map.of("ARREARS_DB_URL", "jdbc:mysql://localhost/x"))
                .run(withoutDb(lender.nightly(NIGHT, new Tiny().in(lender, "mysql"))));
        assertEquals(ExitCodes.CONFIGURATION_INVALID, once.code(), once.err());
    }

    private static List<String> withoutDb(List<String> arguments) {
        int at = arguments.indexOf("--db");
        return java.util.stream.Stream.concat(
                        arguments.subList(0, at).stream(), arguments.subList(at + 2, arguments.size()).stream())
                .toList();
    }

    @Test
    void aRunUnderWayElsewhereEndsWithSixAndChangesNothing() throws SQLException {
        Path inbox = new Tiny().in(lender, "locked");
        try (Connection connection = TestServer.dataSource("exit_codes").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + 0x6172726561727301L + ")");
            Ended ended = nightly(inbox).with(ExitCodes.LOCKED);
            assertTrue(ended.err().contains("another run holds the lock"), ended.err());
            assertEquals(
                    0,
                    lender.jdbc()
                            .sql("SELECT count(*) FROM run")
                            .query(Integer.class)
                            .single());
        }
        nightly(inbox).with(ExitCodes.DONE);
    }

    @Test
    void aDatabaseThatDoesNotAnswerEndsWithSeven() {
        Shell shell = new Shell(Map.of("ARREARS_DB_URL", "jdbc:postgresql://127.0.0.1:1/arrears"));
        Ended ended = shell.run(withoutDb(lender.nightly(NIGHT, new Tiny().in(lender, "unreachable"))))
                .with(ExitCodes.DATABASE_UNAVAILABLE);
        assertTrue(ended.err().contains("127.0.0.1:1"), ended.err());
    }

    @Test
    void aWrongPasswordEndsWithSevenAndIsNotPrinted() throws IOException {
        Path wrong = folder.resolve("password");
        PrivateFiles.append(wrong, "not-the-password\n");
        Shell shell = new Shell(Map.of("ARREARS_DB_USER", "arrears", "ARREARS_DB_PASSWORD_FILE", wrong.toString()));
        Ended ended = shell.run(lender.nightly(NIGHT, new Tiny().in(lender, "password")))
                .with(ExitCodes.DATABASE_UNAVAILABLE);
        assertFalse(ended.err().contains("not-the-password"), ended.err());
    }

    @Test
    void aDatabaseThatGoesAwayInTheMiddleEndsWithSevenAndTheRunGoesOn() throws Exception {
        Path inbox = new Tiny().in(lender, "lost");
        Thread cut = new Thread(this::cutEverySession);
        cut.start();
        Ended ended = nightly(inbox);
        cut.join();
        assertTrue(
                List.of(ExitCodes.DATABASE_UNAVAILABLE, ExitCodes.DONE).contains(ended.code()),
                () -> ended.code() + ended.err());
        Ended again = nightly(inbox).with(ExitCodes.DONE);
        assertTrue(Files.isDirectory(lender.published(NIGHT)), again.out());
    }

    /** Waits until the run has begun, then cuts all its sessions a few times. */
    private void cutEverySession() {
        try (Connection connection = TestServer.dataSource("exit_codes").getConnection();
                Statement statement = connection.createStatement()) {
            for (int look = 0, cuts = 0; look < 2_000 && cuts < 3; look++) {
                try (var row = statement.executeQuery("SELECT count(pg_terminate_backend(a.pid)) FROM run r"
                        + " JOIN pg_stat_activity a ON a.datname = current_database() AND a.pid <> pg_backend_pid()"
                        + " WHERE r.status = 'running'")) {
                    row.next();
                    cuts += row.getLong(1) > 0 ? 1 : 0;
                }
                Thread.sleep(2);
            }
        } catch (SQLException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
