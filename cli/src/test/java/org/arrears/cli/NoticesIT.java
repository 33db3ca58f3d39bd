package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is written to, night by night, for one debtor at a time. */
class NoticesIT {

    private static final String POLICY = Tiny.POLICY + """
            notices:
              creditor: { name: 甲, signature: 乙, phone: 400-000-0000, address: 丙, payment: 丁 }
              stages:
                - { stage: due-soon, channel: sms, template: due-soon, when: { days-to-due: 1-3 } }
                - { stage: reminder, channel: sms, template: reminder, when: { dpd: 1-30 }, every-days: 7, at-most: 2 }
                - { stage: warning, channel: sms, template: warning, when: { dpd: 31+ }, every-days: 15, at-most: 9 }
                - { stage: letter, channel: letter, template: demand, when: { dpd: 61+ }, every-days: 30, at-most: 2 }
            """;

    private static final String LOANS =
            "loan_no,customer_no,product,currency,principal,annual_rate,disbursed_on,matures_on\n";
    private static final String INSTALLMENTS = "loan_no,seq,due_on,principal,interest\n";
    private static final String PAYMENTS = "txn_no,loan_no,type,value_on,amount\n";

    private final Lender lender;

    NoticesIT(@TempDir Path folder) {
        lender = new Lender("notices", folder);
    }

    /** A debtor of one loan due on a day, by default unpaid. */
    private static Tiny due(String dueOn) {
        return new Tiny()
                .with("customers.csv", "customer_no,name,phone,address\nC1,张三,19900000001,某地1号\n")
                .with("installments.csv", INSTALLMENTS + "L1,1," + dueOn + ",100.00,10.00\n")
                .with("transactions.csv", "")
                .with("policy.yaml", POLICY);
    }

    private void night(String asOf, Tiny files) {
        Path inbox = files.in(lender, asOf);
        lender.shell()
                .run(lender.nightly(
                        asOf, inbox, lender.inbox(asOf, "policy.yaml", POLICY).resolve("policy.yaml"), "--skip-ahead"))
                .with(ExitCodes.DONE);
    }

    /** Every notice decided so far, the oldest first. */
    private List<String> sent() {
        return lender.jdbc()
                .sql("SELECT concat_ws(' ', as_of, stage, about_due_on) FROM notice ORDER BY as_of, stage")
                .query(String.class)
                .list();
    }

    private List<String> suppressed(String asOf) {
        return lender.jdbc()
                .sql("SELECT concat_ws(' ', stage, reason, until) FROM notice_suppression WHERE as_of = ?::date"
                        + " ORDER BY stage")
                .params(asOf)
                .query(String.class)
                .list();
    }

    private static Tiny nothing() {
        return due("2026-09-15")
                .with("customers.csv", "")
                .with("installments.csv", "")
                .with("loans.csv", LOANS);
    }

    @Test
    void twoLoansDueOnDifferentDaysAreAnnouncedOneNightEachTheNearerFirst() {
        night(
                "2026-09-28",
                due("2026-09-30")
                        .plus("loans.csv", "L2,C1,CASH,CNY,1000.00,0.12,2026-01-15,2027-01-15\n")
                        .plus("installments.csv", "L2,1,2026-10-01,100.00,10.00\n"));
        assertEquals(List.of("2026-09-28 due-soon 2026-09-30"), sent());
        night("2026-09-29", nothing());
        assertEquals(List.of("2026-09-28 due-soon 2026-09-30", "2026-09-29 due-soon 2026-10-01"), sent());
        assertEquals(List.of(), suppressed("2026-09-29"));
    }

    @Test
    void twoLoansDueOnOneDayAreOneNotice() {
        night(
                "2026-09-28",
                due("2026-09-30")
                        .plus("loans.csv", "L2,C1,CASH,CNY,1000.00,0.12,2026-01-15,2027-01-15\n")
                        .plus("installments.csv", "L2,1,2026-09-30,50.00,5.00\n"));
        assertEquals(List.of("2026-09-28 due-soon 2026-09-30"), sent());
        assertEquals(
                List.of("110.00", "55.00"),
                lender.jdbc()
                        .sql("SELECT (total / 100.0)::numeric(9, 2)::text FROM notice_loan ORDER BY loan_no")
                        .query(String.class)
                        .list());
    }

    @Test
    void nothingIsSentOnTheDueDateItself() {
        night("2026-09-30", due("2026-09-30"));
        assertEquals(List.of(), sent());
    }

    @Test
    void theFirstDayOverdueIsReminded() {
        night("2026-10-01", due("2026-09-30"));
        assertEquals(List.of("2026-10-01 reminder"), sent());
    }

    @Test
    void aMissedNightStillSends() {
        night("2026-09-30", due("2026-09-30"));
        night("2026-10-05", nothing());
        assertEquals(List.of("2026-10-05 reminder"), sent());
    }

    @Test
    void aReminderWaitsItsDaysAndIsSentNoMoreThanAllowed() {
        night("2026-10-01", due("2026-09-30"));
        night("2026-10-07", nothing());
        assertEquals(List.of("reminder sent-lately 2026-10-08"), suppressed("2026-10-07"));
        night("2026-10-08", nothing());
        night("2026-10-20", nothing());
        assertEquals(List.of("2026-10-01 reminder", "2026-10-08 reminder"), sent());
        assertEquals(List.of("reminder sent-often-enough"), suppressed("2026-10-20"));
    }

    @Test
    void aLongOverdueDebtorNeverWrittenToGetsTheGravestStageAtOnce() {
        night("2026-10-01", due("2026-07-15"));
        assertEquals(List.of("2026-10-01 letter", "2026-10-01 warning"), sent());
    }

    @Test
    void payingUpEndsTheSpellAndTheNextOneIsRemindedAnew() {
        night("2026-10-01", due("2026-09-30").plus("installments.csv", "L1,2,2026-10-05,100.00,9.00\n"));
        night("2026-10-02", nothing().with("transactions.csv", PAYMENTS + "T1,L1,payment,2026-10-02,120.00\n"));
        night("2026-10-06", nothing());
        assertEquals("2026-10-06 reminder", sent().get(sent().size() - 1));
        assertEquals(
                1,
                lender.jdbc()
                        .sql("SELECT occurrence FROM notice WHERE as_of = '2026-10-06'")
                        .query(Integer.class)
                        .single());
    }

    @Test
    void aPartPaymentIsRemindedOfWithWhatIsLeft() {
        night("2026-10-01", due("2026-09-30").with("transactions.csv", PAYMENTS + "T1,L1,payment,2026-09-30,60.00\n"));
        assertEquals(
                5000,
                lender.jdbc()
                        .sql("SELECT principal + interest FROM notice_loan")
                        .query(Integer.class)
                        .single());
    }

    @Test
    void anOpenPromiseKeepsStillAndABrokenOneDoesNot() {
        String promises = "promise_no,loan_no,made_on,due_on,amount\nP1,L1,2026-10-01,2026-10-03,110.00\n";
        night("2026-10-01", due("2026-09-30").with("promises.csv", promises));
        assertEquals(List.of(), sent());
        assertEquals(List.of("reminder promise-open 2026-10-04"), suppressed("2026-10-01"));
        night("2026-10-03", nothing().with("transactions.csv", PAYMENTS + "T1,L1,payment,2026-10-02,30.00\n"));
        assertEquals(List.of(), sent());
        night("2026-10-04", nothing());
        assertEquals(List.of("2026-10-04 reminder"), sent());
    }

    @Test
    void aHoldKeepsStillWithItsReasonUntilItEnds() {
        String holds = "hold_no,scope,ref_no,reason,starts_on,ends_on,channels\n"
                + "H1,customer,C1,hardship,2026-09-01,2026-10-03,sms;agency\n";
        night("2026-10-01", due("2026-07-15").with("holds.csv", holds));
        assertEquals(List.of("2026-10-01 letter"), sent());
        assertEquals(List.of("warning hold-hardship 2026-10-04"), suppressed("2026-10-01"));
        night("2026-10-04", nothing());
        assertEquals(List.of("2026-10-01 letter", "2026-10-04 warning"), sent());
    }

    @Test
    void aDisputedOldLoanDrawsNoGraveStageOnItsYoungSibling() {
        String holds =
                "hold_no,scope,ref_no,reason,starts_on,ends_on,channels\n" + "H1,loan,L1,dispute,2026-09-01,,all\n";
        night(
                "2026-10-01",
                due("2026-07-15")
                        .with("holds.csv", holds)
                        .plus("loans.csv", "L2,C1,CASH,CNY,1000.00,0.12,2026-01-15,2027-01-15\n")
                        .plus("installments.csv", "L2,1,2026-09-11,100.00,10.00\n"));
        assertEquals(List.of("2026-10-01 reminder"), sent());
        assertEquals(List.of("letter hold-dispute"), suppressed("2026-10-01"));
    }

    @Test
    void aDebtorWithoutPhoneOrAddressIsCountedNotForgotten() {
        night("2026-10-01", due("2026-07-15").with("customers.csv", "customer_no,name\nC1,张三\n"));
        assertEquals(List.of("letter no-address", "warning no-valid-phone"), suppressed("2026-10-01"));
    }

    @Test
    void decidingTheMessagesAgainDoesNotTakeADebtorWhoHadALetterForOneWithoutAStage() {
        String letters = POLICY.replaceAll("(?m)^ +- \\{ stage: (reminder|warning), .*\n", "");
        Path inbox = due("2026-07-15").in(lender, "2026-10-01");
        Path policy = lender.inbox("2026-10-01", "policy.yaml", letters).resolve("policy.yaml");
        lender.shell().run(lender.nightly("2026-10-01", inbox, policy)).with(ExitCodes.DONE);
        assertEquals(List.of("2026-10-01 letter"), sent());
        lender.shell()
                .run(List.of(
                        "notices",
                        "--channel",
                        "sms",
                        "--as-of",
                        "2026-10-01",
                        "--out",
                        lender.out().toString(),
                        "--home",
                        lender.home().toString(),
                        "--db",
                        lender.url()))
                .with(ExitCodes.DONE);
        assertEquals(List.of("2026-10-01 letter"), sent());
        assertEquals(List.of(), suppressed("2026-10-01"));
    }

    /** Spoils one text that stands in a letter; the second debtor has nothing wrong. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            name        | 张三  | 2026-10-01 letter
            address     | 某地1 | 2026-10-01 letter
            customer_no | C1   | 2026-10-01 letter
            loan_no     | L1   | 2026-10-01 letter
            product     | L1,C1,CASH | 2026-10-01 letter
            creditor    | 甲    |
            """)
    void aCharacterThatTheFontLacksStopsALetterAndTheNightGoesOn(String text, String spoilt, String sent) {
        String bad = "\uD842\uDFB7";
        String letters = POLICY.replaceAll("(?m)^ +- \\{ stage: (due-soon|reminder|warning), .*\n", "");
        Tiny files = due("2026-07-15").with("loans.csv", LOANS + "L1,C1,CASH,CNY,1000.00,0.12,2026-01-15,2027-01-15\n");
        String policy = letters.replace(spoilt, spoilt + bad);
        Path folder = files.in(lender, "2026-10-01");
        for (String name : List.of("customers.csv", "loans.csv", "installments.csv")) {
            lender.inbox(
                    "2026-10-01", name, contents(folder.resolve(name)).replace(spoilt, spoilt + bad) + second(name));
        }
        lender.shell()
                .run(lender.nightly(
                        "2026-10-01",
                        folder,
                        lender.inbox("2026-10-01", "policy.yaml", policy).resolve("policy.yaml")))
                .with(ExitCodes.DONE);
        assertEquals(sent == null ? List.of() : List.of(sent), sent());
        assertEquals(
                sent == null
                        ? List.of("letter missing-glyph", "letter missing-glyph")
                        : List.of("letter missing-glyph"),
                suppressed("2026-10-01"));
    }

    private static String second(String name) {
        return switch (name) {
            case "customers.csv" -> "C2,李四,,某地2号\n";
            case "loans.csv" -> "L2,C2,CARD,CNY,1000.00,0.12,2026-01-15,2027-01-15\n";
            default -> "L2,1,2026-07-15,100.00,10.00\n";
        };
    }

    private static String contents(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
