package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.arrears.cli.Shell.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code arrears rejects}: what is open after a night, and what closes it. */
class RejectsCommandIT {

    private static final String BAD_PAYMENT = "T2,L1,payment,2026-09-31,5.00\n";

    private final Lender lender;

    RejectsCommandIT(@TempDir Path folder) {
        this.lender = new Lender("rejects_command", folder);
    }

    private Ended rejects(String... arguments) {
        List<String> all = new ArrayList<>(List.of("rejects"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--home", lender.home().toString(), "--db", lender.url()));
        return lender.shell().run(all);
    }

    private Ended nightly(String night, Tiny files, String... more) {
        Path inbox = files.in(lender, night);
        return lender.shell().run(lender.nightly(night, inbox, inbox.resolve("policy.yaml"), more));
    }

    private JsonNode published(String night) {
        return new Tree(lender.published(night)).json("run.json");
    }

    @Test
    void aRejectIsListedEveryNightUntilItsRowIsAccepted() {
        Ended first = nightly("2026-09-29", new Tiny().plus("transactions.csv", BAD_PAYMENT))
                .with(ExitCodes.DONE_WITH_REJECTS);
        assertTrue(
                first.out()
                        .contains("rejects     1 open: their loans are not acted on; arrears rejects list"
                                + lender.here()),
                first.out());
        assertEquals(1, published("2026-09-29").get("open_rejects").asInt());
        assertEquals(
                """
                number kind key names code since row
                1 transactions T2 loan L1 not-a-date 2026-09-29 transactions.csv:3
                next load the corrected rows (arrears ingest --in INBOX --rejects FILE.rows.csv), or: \
                arrears rejects dismiss NUMBER --reason TEXT
                """,
                rejects("list")
                        .with(ExitCodes.DONE)
                        .out()
                        .replace(lender.here(), "")
                        .replaceAll(" +", " "));
        nightly("2026-09-30", new Tiny()).with(ExitCodes.DONE);
        assertEquals(1, published("2026-09-30").get("open_rejects").asInt());
        nightly("2026-10-01", new Tiny().plus("transactions.csv", BAD_PAYMENT.replace("31", "30")))
                .with(ExitCodes.DONE);
        assertEquals(0, published("2026-10-01").get("open_rejects").asInt());
        assertEquals(
                "no rejects are open\n", rejects("list").with(ExitCodes.DONE).out());
    }

    @Test
    void aRowThatNamesNoLoanIsSaidToProtectNone() {
        Ended night = nightly("2026-09-29", new Tiny().plus("transactions.csv", ",,payment,2026-09-30,5.00\n"))
                .with(ExitCodes.DONE_WITH_REJECTS);
        assertTrue(night.out().contains("1 of them name no loan and protect none"), night.out());
        Ended list = rejects("list").with(ExitCodes.DONE);
        assertTrue(
                list.out().contains("1 of 1 name no loan and no customer that can be read: they keep nobody from"),
                list.out());
    }

    @Test
    void whatIsDismissedIsClosedForGoodWithItsReason() {
        nightly("2026-09-29", new Tiny().plus("transactions.csv", BAD_PAYMENT)).with(ExitCodes.DONE_WITH_REJECTS);
        assertTrue(rejects("dismiss", "1", "9", "--reason", "x")
                .with(ExitCodes.INPUT_REFUSED)
                .err()
                .contains("no open reject has the number 9: see arrears rejects list" + lender.here()
                        + "; nothing was closed"));
        rejects("dismiss", "1").with(ExitCodes.USAGE);
        rejects("dismiss", "1", "--reason", " ").with(ExitCodes.USAGE);
        assertEquals(
                "would close 1  transactions T2  not-a-date\n",
                rejects("dismiss", "1", "--reason", "x", "--dry-run")
                        .with(ExitCodes.DONE)
                        .out());
        JsonNode open = JsonMapper.shared()
                .readTree(
                        rejects("list", "--format", "json").with(ExitCodes.DONE).out());
        assertEquals(1, open.size());
        assertEquals("L1", open.get(0).get("loan_no").asString());
        assertEquals(
                "closed 1  transactions T2  not-a-date\n",
                rejects("dismiss", "1", "--reason", "paid in cash, booked as T3")
                        .with(ExitCodes.DONE)
                        .out());
        nightly("2026-09-30", new Tiny().plus("transactions.csv", BAD_PAYMENT)).with(ExitCodes.DONE_WITH_REJECTS);
        assertEquals(0, published("2026-09-30").get("open_rejects").asInt());
        assertEquals(
                "paid in cash, booked as T3",
                lender.jdbc()
                        .sql("SELECT reason FROM open_reject")
                        .query(String.class)
                        .single());
    }

    @Test
    void aDryRunAndARefusedNightOpenNothing() {
        nightly("2026-09-29", new Tiny().plus("transactions.csv", BAD_PAYMENT), "--dry-run");
        assertEquals(
                "no rejects are open\n", rejects("list").with(ExitCodes.DONE).out());
        nightly("2026-09-29", new Tiny().plus("transactions.csv", BAD_PAYMENT), "--max-rejects", "0")
                .with(ExitCodes.INPUT_REFUSED);
        assertEquals(
                "no rejects are open\n", rejects("list").with(ExitCodes.DONE).out());
    }

    @Test
    void aScheduleOfTwoFilesOfWhichOneComesLaterIsOneSchedule() {
        Tiny files = new Tiny();
        nightly("2026-09-29", files).with(ExitCodes.DONE);
        Ended again = nightly(
                        "2026-09-29",
                        files.with(
                                "installments-2.csv",
                                "loan_no,seq,due_on,principal,interest\nL1,3,2026-11-15,1.00,0.00\n"),
                        "--rerun")
                .with(ExitCodes.DONE);
        assertEquals(
                List.of("1", "2", "3"),
                lender.jdbc()
                        .sql("SELECT seq::text FROM installment ORDER BY seq")
                        .query(String.class)
                        .list());
        assertTrue(again.out().contains("6 read, 6 accepted"), "a file that is read again counts once: " + again.out());
    }

    @Test
    void aFileWithoutTheStatusDoesNotReviveASettledLoan() {
        nightly("2026-09-29", new Tiny().with("loans.csv", """
                        loan_no,customer_no,product,currency,principal,annual_rate,disbursed_on,matures_on,status
                        L1,C1,CASH,CNY,1000.00,0.12,2026-01-15,2027-01-15,settled
                        """)).with(ExitCodes.DONE);
        nightly("2026-09-30", new Tiny().with("customers.csv", "customer_no,name,phone\nC1,张三,\n"))
                .with(ExitCodes.DONE);
        assertEquals(
                "settled",
                lender.jdbc().sql("SELECT status FROM loan").query(String.class).single());
        JsonNode customers = published("2026-09-30").get("files").get(0);
        assertEquals("customers", customers.get("kind").asString());
        assertEquals(1, customers.get("cleared").get("phone").asInt());
    }
}
