package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.arrears.cli.Shell.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A loan whose facts cannot be true, or of which a row was rejected, is not written to and not placed. */
class DoubtIT {

    private static final String NIGHT = "2026-10-01";
    private static final String NEXT = "2026-10-02";

    private static final String POLICY = """
            policy: doubt
            penalty: { multiple: 1.5 }
            buckets: { ranges: { M0: 0, M1: 1-30, M2: 31+ } }
            products: { CARD: { delinquency: { grace-days: 3 } } }
            notices:
              creditor: { name: 甲, signature: 乙, phone: 400-000-0000, address: 丙, payment: 丁 }
              stages:
                - { stage: due-soon, channel: sms, template: due-soon, when: { days-to-due: 1-3 } }
                - { stage: reminder, channel: sms, template: reminder, when: { dpd: 1-30 }, every-days: 7, at-most: 2 }
                - { stage: warning, channel: sms, template: warning, when: { dpd: 31+ }, every-days: 15, at-most: 9 }
                - { stage: letter, channel: letter, template: demand, when: { dpd: 61+ }, every-days: 30, at-most: 2 }
            handoff:
              place: { dpd: 61-99999 }
              agencies: [{ agency: north, name: 北方 }]
            """;

    private static final String LOANS =
            "loan_no,customer_no,product,currency,principal,annual_rate,disbursed_on,matures_on\n";
    private static final String INSTALLMENTS = "loan_no,seq,due_on,principal,interest\n";

    private final Lender lender;
    private final StringBuilder customers = new StringBuilder("customer_no,name,phone,address\n");
    private final StringBuilder loans = new StringBuilder(LOANS);
    private final StringBuilder installments = new StringBuilder(INSTALLMENTS);
    private String policy = POLICY;

    DoubtIT(@TempDir Path folder) {
        lender = new Lender("doubt", folder);
        lender.shell()
                .run(
                        "runs",
                        "list",
                        "--db",
                        lender.url(),
                        "--home",
                        lender.home().toString())
                .with(ExitCodes.DONE);
    }

    private void customer(String customerNo) {
        customers
                .append(customerNo)
                .append(",张三,1990000000")
                .append(customerNo.charAt(1))
                .append(",某地1号\n");
    }

    /** A loan of 1,000.00 paid out on 2025-12-01 and one installment of it. */
    private void loan(String loanNo, String customerNo, String dueOn, String principal) {
        loans.append(loanNo + "," + customerNo + ",CASH,CNY,1000.00,0.12,2025-12-01,2026-12-01\n");
        installments.append(loanNo + ",1," + dueOn + "," + principal + ",10.00\n");
    }

    private void reject(String kind, String key, String loanNo, String customerNo) {
        lender.jdbc()
                .sql("INSERT INTO open_reject (kind, key, code, loan_no, customer_no, file, line, message, first_on,"
                        + " last_on) VALUES (?, ?, 'not-a-date', nullif(?, ''), nullif(?, ''), 'x.csv', 2, 'm',"
                        + " '2026-09-30', '2026-09-30')")
                .params(kind, key, loanNo, customerNo)
                .update();
    }

    private Ended night(String asOf, String... more) {
        Path inbox = lender.inbox(
                asOf,
                "customers.csv",
                customers.toString(),
                "loans.csv",
                loans.toString(),
                "installments.csv",
                installments.toString());
        return run(asOf, inbox, more);
    }

    private Ended quietNight(String asOf) {
        return run(asOf, lender.inbox(asOf, "loans.csv", LOANS));
    }

    private Ended run(String asOf, Path inbox, String... more) {
        Path file = lender.inbox("policy", "policy.yaml", policy).resolve("policy.yaml");
        return lender.shell().run(lender.nightly(asOf, inbox, file, more)).with(ExitCodes.DONE);
    }

    private List<String> column(String sql) {
        return lender.jdbc().sql(sql).query(String.class).list();
    }

    private List<String> sent() {
        return column("SELECT customer_no || ' ' || stage FROM notice ORDER BY 1");
    }

    private List<String> suppressed() {
        return column("SELECT concat_ws(' ', customer_no, stage, reason, until) FROM notice_suppression ORDER BY 1");
    }

    private List<String> placed() {
        return column("SELECT loan_no FROM placement WHERE recalled_on IS NULL ORDER BY 1");
    }

    private Tree published(String asOf) {
        return new Tree(lender.published(asOf));
    }

    @Test
    void thePublishedCaseIsNeitherWrittenToNorPlacedAndIsListed() {
        customer("C1");
        customer("C2");
        loan("L1", "C1", "2026-07-15", "1000.00");
        loan("L2", "C2", "1900-01-01", "10000.00");
        Ended ended = night(NIGHT);
        assertEquals(List.of("C1 letter", "C1 warning"), sent());
        assertEquals(List.of("C2 letter facts-doubtful", "C2 warning facts-doubtful"), suppressed());
        assertEquals(List.of("L1"), placed());
        assertEquals(
                List.of("due-before-disbursement yes", "schedule-above-principal yes"),
                published(NIGHT).rows("reports/anomalies.csv").stream()
                        .map(row -> row.get("anomaly") + " " + row.get("held"))
                        .toList());
        assertEquals(
                List.of("C1"),
                published(NIGHT).rows("letters/letters.csv").stream()
                        .map(row -> row.get("customer_no"))
                        .toList());
        assertTrue(
                ended.out().contains("anomaly     due-before-disbursement             1 on 1 account, held\n"),
                ended.out());
        assertTrue(ended.out().contains("not placed  facts-doubtful                      1\n"), ended.out());
    }

    @Test
    void theRunRecordCountsWhatIsDoubtfulByCode() {
        customer("C1");
        loan("L1", "C1", "1900-01-01", "10000.00");
        loan("L2", "C1", "2026-07-15", "999.00");
        night(NIGHT);
        JsonNode run = published(NIGHT).json("run.json");
        String told = run.get("anomalies").toString();
        assertEquals("""
                [{"anomaly":"due-before-disbursement","held":"yes","count":1,"accounts":1},\
                {"anomaly":"schedule-above-principal","held":"yes","count":1,"accounts":1},\
                {"anomaly":"schedule-below-principal","held":"yes","count":1,"accounts":1}]""", told);
        assertEquals(
                "[{\"reason\":\"facts-doubtful\",\"accounts\":2}]",
                run.get("not_placed").toString());
        assertEquals(
                run.get("anomalies"),
                published(NIGHT).json("reports/anomalies.json").get("counts"));
    }

    @Test
    void theSoundLoansOfADebtorAreDunnedAloneAndAtTheirOwnStage() {
        customer("C3");
        loan("L3", "C3", "2026-09-11", "1000.00");
        loan("L4", "C3", "1900-01-01", "10000.00");
        night(NIGHT);
        assertEquals(List.of("C3 reminder"), sent());
        assertEquals(List.of("L3 100000"), column("SELECT loan_no || ' ' || principal FROM notice_loan"));
        assertEquals(List.of("C3 letter facts-doubtful"), suppressed());
        assertEquals(List.of(), placed(), "20 days are too few for an agency");
    }

    @Test
    void aSoundLoanIsPlacedWithoutTheDoubtfulOneBesideIt() {
        customer("C3");
        loan("L3", "C3", "2026-07-15", "1000.00");
        loan("L4", "C3", "1900-01-01", "10000.00");
        policy = POLICY.replace("61-99999", "61-120");
        night(NIGHT);
        assertEquals(List.of("L3"), placed());
    }

    @Test
    void aLoanWithAnOpenRejectIsLeftAloneUntilItIsMended() {
        customer("C5");
        loan("L5", "C5", "2026-07-15", "1000.00");
        reject("transactions", "T99", "L5", "");
        night(NIGHT);
        assertEquals(List.of(), sent());
        assertEquals(List.of("C5 letter row-rejected", "C5 warning row-rejected"), suppressed());
        assertEquals(List.of(), placed());
        assertEquals(List.of("L5 row-rejected"), column("SELECT loan_no || ' ' || reason FROM placement_stop"));
        lender.jdbc()
                .sql("UPDATE open_reject SET closed_on = '2026-10-02', closed_by = 'accepted'")
                .update();
        quietNight(NEXT);
        assertEquals(List.of("C5 letter", "C5 warning"), sent());
        assertEquals(List.of("L5"), placed());
    }

    @Test
    void aRejectedRowOfTheCustomerCoversAllLoansOfIt() {
        customer("C6");
        customer("C7");
        loan("L6", "C6", "2026-07-15", "1000.00");
        loan("L7", "C6", "2026-09-11", "1000.00");
        loan("L8", "C7", "2026-09-11", "1000.00");
        reject("holds", "H9", "", "C6");
        night(NIGHT);
        assertEquals(List.of("C7 reminder"), sent());
        assertEquals(List.of("C6 letter row-rejected", "C6 warning row-rejected"), suppressed());
        assertEquals(List.of(), placed());
    }

    @Test
    void aRejectedRowIsToldBeforeADoubtfulFact() {
        customer("C5");
        loan("L5", "C5", "1900-01-01", "10000.00");
        reject("transactions", "T99", "L5", "");
        night(NIGHT);
        assertEquals(List.of("C5 letter row-rejected", "C5 warning row-rejected"), suppressed());
    }

    @Test
    void whatIsAboutToFallDueIsNotAnnouncedOfALoanInDoubt() {
        customer("C1");
        customer("C2");
        customer("C3");
        loan("L1", "C1", "2026-10-03", "1000.00");
        loan("L2", "C2", "2026-10-03", "999.99");
        loan("L3", "C3", "2026-10-03", "1000.00");
        reject("transactions", "T3", "L3", "");
        night(NIGHT);
        assertEquals(List.of("C1 due-soon"), sent());
        assertEquals(List.of("C2 due-soon facts-doubtful", "C3 due-soon row-rejected"), suppressed());
    }

    @Test
    void aPolicyMayHoldForNothingAndThenItIsOnlyListed() {
        customer("C2");
        loan("L2", "C2", "1900-01-01", "10000.00");
        policy = POLICY + "anomalies: { hold: [] }\n";
        night(NIGHT);
        assertEquals(List.of("C2 letter", "C2 warning"), sent());
        assertEquals(List.of("L2"), placed());
        assertEquals(
                List.of("no", "no"),
                published(NIGHT).rows("reports/anomalies.csv").stream()
                        .map(row -> row.get("held"))
                        .toList());
    }

    @Test
    void whatIsPlacedStaysPlaced() {
        customer("C1");
        loan("L1", "C1", "2026-07-15", "1000.00");
        night(NIGHT);
        assertEquals(List.of("L1"), placed());
        reject("transactions", "T99", "L1", "");
        quietNight(NEXT);
        assertEquals(List.of("L1"), placed());
        assertEquals(1, published(NEXT).rows("agencies/north/update.csv").size());
    }

    @Test
    void aLoanThatIsNotReplayedTonightKeepsItsAnomalies() {
        customer("C1");
        loan("L1", "C1", "2026-11-15", "900.00");
        night(NIGHT);
        quietNight(NEXT);
        assertEquals(List.of("2026-10-01"), column("SELECT as_of::text FROM assessment"), "it was not assessed again");
        assertEquals("""
                loan_no,customer_no,product,currency,dpd,anomaly,detail,held
                L1,C1,CASH,CNY,0,schedule-below-principal,\
                "the installments ask for a principal of 900.00, less than the 1000.00 lent",yes
                """, published(NEXT).text("reports/anomalies.csv"));
    }

    @Test
    void afterAnUpgradeEveryLoanIsLookedAtAgain() {
        customer("C1");
        loan("L1", "C1", "2026-11-15", "900.00");
        night(NIGHT);
        lender.jdbc().sql("UPDATE assessed SET edition = 1").update();
        lender.jdbc()
                .sql("UPDATE assessment SET anomalies = 0, anomaly_texts = NULL, anomaly_codes = NULL")
                .update();
        Path file = lender.inbox("policy").resolve("policy.yaml");
        Ended refused = lender.shell()
                .run(
                        "notices",
                        "--channel",
                        "letter",
                        "--as-of",
                        NIGHT,
                        "--policy",
                        file.toString(),
                        "--out",
                        lender.out().toString(),
                        "--db",
                        lender.url(),
                        "--home",
                        lender.home().toString());
        assertEquals(ExitCodes.INPUT_REFUSED, refused.code(), refused.err());
        assertTrue(refused.err().contains("run arrears assess --home "), refused.err());
        assertTrue(refused.err().contains(" --as-of 2026-10-01 --rerun first"), refused.err());
        quietNight(NEXT);
        assertEquals(
                "program-changed",
                published(NEXT).json("run.json").get("full_replay").asString());
        assertEquals(1, published(NEXT).rows("reports/anomalies.csv").size());
    }

    @Test
    void aProductThatLooksLikeOneOfThePolicyIsWarnedOf() {
        customer("C1");
        loan("L1", "C1", "2026-07-15", "1000.00");
        loan("L2", "C1", "2026-07-15", "1000.00");
        loan("L3", "C1", "2026-07-15", "1000.00");
        int second = loans.indexOf("CASH", loans.indexOf("L2"));
        loans.replace(second, second + 4, "Card");
        int third = loans.indexOf("CASH", loans.indexOf("L3"));
        loans.replace(third, third + 4, "CARD");
        Ended ended = night(NIGHT);
        assertEquals(
                "[{\"product\":\"Card\",\"like\":\"CARD\",\"accounts\":1},"
                        + "{\"product\":\"CASH\",\"like\":\"\",\"accounts\":1}]",
                published(NIGHT).json("run.json").get("products").toString());
        assertTrue(
                ended.out()
                        .contains("warning     product \"Card\" (1 account) has the general terms; did you mean"
                                + " \"CARD\"? Correct the loans file or the policy\n"),
                ended.out());
        assertTrue(ended.out().contains("products    with the general terms: Card 1, CASH 1\n"), ended.out());
    }

    @Test
    void aLanguageWithoutTemplatesIsTold() {
        customers.setLength(0);
        customers.append("customer_no,name,phone,address,language\n");
        List.of("C1,zh", "C2,fr", "C3,en-GB", "C4,english", "C5,")
                .forEach(line -> customers
                        .append(line, 0, 2)
                        .append(",张三,1990000000" + line.charAt(1) + ",某地1号," + line.substring(3) + "\n"));
        for (int i = 1; i <= 5; i++) {
            loan("L" + i, "C" + i, "2026-09-11", "1000.00");
        }
        Ended ended = night(NIGHT);
        assertEquals(
                "[{\"channel\":\"sms\",\"language\":\"english\",\"written_in\":\"zh\",\"notices\":1},"
                        + "{\"channel\":\"sms\",\"language\":\"fr\",\"written_in\":\"zh\",\"notices\":1}]",
                published(NIGHT).json("run.json").get("languages").toString());
        assertTrue(
                ended.out()
                        .contains("language    1 sms to customers of language \"fr\" in zh: there is no template of"
                                + " theirs\n"),
                ended.out());
    }

    @Test
    void theReportOfADateIsTheOneOfItsNight() {
        customer("C1");
        loan("L1", "C1", "1900-01-01", "10000.00");
        night(NIGHT);
        for (String form : List.of("csv", "json", "html")) {
            Ended ended = lender.shell()
                    .run(
                            "report",
                            "anomalies",
                            "--as-of",
                            NIGHT,
                            "--format",
                            form,
                            "--quiet",
                            "--db",
                            lender.url(),
                            "--home",
                            lender.home().toString())
                    .with(ExitCodes.DONE);
            assertEquals(published(NIGHT).text("reports/anomalies." + form), ended.out());
        }
    }
}
