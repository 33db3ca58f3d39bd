package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.arrears.cli.Shell.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights again, late, out of order and left out. */
class RerunIT {

    private final Path folder;
    private final Lender lender;

    RerunIT(@TempDir Path folder) {
        this.folder = folder;
        this.lender = new Lender("rerun", folder);
    }

    private Tree published(String night) {
        return new Tree(lender.published(night));
    }

    @Test
    void theSameDateAgainIsCompleteAndTouchesNothing() {
        lender.run(Lender.NIGHT_1).with(ExitCodes.DONE_WITH_REJECTS);
        Map<String, String> files = new Tree(lender.out()).bytesAndTimes();
        Map<String, List<String>> tables = Tables.rows(lender.jdbc());
        Ended again = lender.run(Lender.NIGHT_1).with(ExitCodes.DONE);
        assertTrue(again.out().contains("nightly-2026-09-29-1 is already complete"), again.out());
        assertEquals(files, new Tree(lender.out()).bytesAndTimes());
        assertEquals(List.of(), Tables.differences(tables, Tables.rows(lender.jdbc())));
    }

    @Test
    void aRerunReplacesTheResultsByTheSame() {
        lender.run(Lender.NIGHT_1).with(ExitCodes.DONE_WITH_REJECTS);
        lender.run(Lender.NIGHT_2).with(ExitCodes.DONE_WITH_REJECTS);
        Map<String, String> files = lettersMessagesAndAgencyFiles(Lender.NIGHT_2);
        Map<String, List<String>> tables = Tables.rows(lender.jdbc());
        Ended again = lender.run(Lender.NIGHT_2, "--rerun");
        assertTrue(again.code() == ExitCodes.DONE || again.code() == ExitCodes.DONE_WITH_REJECTS, again.err());
        assertEquals(files, lettersMessagesAndAgencyFiles(Lender.NIGHT_2));
        assertEquals(List.of(), Tables.differences(tables, Tables.rows(lender.jdbc())));
        assertEquals(
                "nightly-2026-09-30-2",
                published(Lender.NIGHT_2).json("run.json").get("run_id").asString());
        assertFalse(Files.exists(lender.out().resolve(".nightly-2026-09-30-2.replaced")));
    }

    @Test
    void aFullRerunIsTheSameAsARerun() {
        lender.run(Lender.NIGHT_1).with(ExitCodes.DONE_WITH_REJECTS);
        lender.run(Lender.NIGHT_2).with(ExitCodes.DONE_WITH_REJECTS);
        Map<String, String> files = lettersMessagesAndAgencyFiles(Lender.NIGHT_2);
        lender.run(Lender.NIGHT_2, "--rerun", "--full");
        assertEquals(files, lettersMessagesAndAgencyFiles(Lender.NIGHT_2));
    }

    private Map<String, String> lettersMessagesAndAgencyFiles(String night) {
        Map<String, String> files = published(night).results();
        files.keySet().removeIf(name -> name.startsWith("rejects") || name.startsWith("reports"));
        return files;
    }

    @Test
    void aRerunOfYesterdayDoesNotDisturbToday() {
        Lender.NIGHTS.forEach(lender::run);
        Map<String, String> today = published(Lender.NIGHT_3).bytesAndTimes();
        Map<String, String> yesterday = lettersMessagesAndAgencyFiles(Lender.NIGHT_2);
        List<String> notices = notices(Lender.NIGHT_3);
        List<String> placements = lender.jdbc()
                .sql("SELECT p::text FROM placement p ORDER BY 1")
                .query(String.class)
                .list();
        lender.run(Lender.NIGHT_2, "--rerun", "--earlier");
        assertEquals(today, published(Lender.NIGHT_3).bytesAndTimes());
        assertEquals(notices, notices(Lender.NIGHT_3));
        assertEquals(
                placements,
                lender.jdbc()
                        .sql("SELECT p::text FROM placement p ORDER BY 1")
                        .query(String.class)
                        .list());
        assertEquals(
                yesterday.keySet(),
                lettersMessagesAndAgencyFiles(Lender.NIGHT_2).keySet());
        Map<String, String> todayAgain = lettersMessagesAndAgencyFiles(Lender.NIGHT_3);
        lender.run(Lender.NIGHT_3, "--rerun");
        assertEquals(todayAgain, lettersMessagesAndAgencyFiles(Lender.NIGHT_3));
    }

    private List<String> notices(String night) {
        return lender.jdbc()
                .sql("SELECT n::text || l::text FROM notice n JOIN notice_loan l USING (notice_no)"
                        + " WHERE n.as_of = ?::date ORDER BY 1")
                .params(night)
                .query(String.class)
                .list();
    }

    @Test
    void aNightThatIsRunForTheFirstTimeAfterALaterOneDoesNotDisturbTheLaterOne() {
        lender.run(Lender.NIGHT_1).with(ExitCodes.DONE_WITH_REJECTS);
        lender.run(Lender.NIGHT_3, Lender.sampleInbox(Lender.NIGHT_3));
        Map<String, String> later = published(Lender.NIGHT_3).bytesAndTimes();
        lender.run(Lender.NIGHT_2, "--earlier");
        assertTrue(published(Lender.NIGHT_2).has("manifest.json"));
        assertEquals(later, published(Lender.NIGHT_3).bytesAndTimes());
        assertEquals(
                List.of(),
                lender.jdbc()
                        .sql("SELECT a.loan_no || ' ' || a.as_of FROM assessment a JOIN assessment b USING (loan_no)"
                                + " WHERE a.as_of < b.as_of AND a.through_on >= b.as_of")
                        .query(String.class)
                        .list());
    }

    @Test
    void aMissedNightStillSendsWhatWasDueThen() {
        lender.run(Lender.NIGHT_1).with(ExitCodes.DONE_WITH_REJECTS);
        Path both = lender.copyOfSample(Lender.NIGHT_3, "both");
        Path missed = Lender.sampleInbox(Lender.NIGHT_2);
        for (String name : List.of("transactions", "holds", "loans", "installments", "customers", "promises")) {
            copy(missed.resolve(name + ".csv"), both.resolve(name + "-missed.csv"));
        }
        copy(missed.resolve("transactions-overseas.csv"), both.resolve("transactions-overseas-missed.csv"));
        lender.run(Lender.NIGHT_3, both).with(ExitCodes.DONE_WITH_REJECTS);
        Lender everyNight = new Lender("every_night", folder.resolve("every"));
        Lender.NIGHTS.forEach(everyNight::run);
        String overdue = "SELECT loan_no || ' ' || total_overdue || ' ' || dpd || ' ' || bucket FROM assessment"
                + " WHERE as_of = '2026-10-01' AND past_due_days > 0 ORDER BY 1";
        assertEquals(
                everyNight.jdbc().sql(overdue).query(String.class).list(),
                lender.jdbc().sql(overdue).query(String.class).list(),
                "what is owed does not depend on which nights were run");
        String everSent = "SELECT DISTINCT customer_no || ' ' || stage FROM notice n WHERE stage <> 'due-soon'"
                + " AND EXISTS (SELECT 1 FROM assessment a WHERE a.customer_no = n.customer_no"
                + " AND a.as_of = '2026-10-01' AND a.past_due_days > 0) ORDER BY 1";
        assertEquals(
                everyNight.jdbc().sql(everSent).query(String.class).list(),
                lender.jdbc().sql(everSent).query(String.class).list(),
                "whoever still is in arrears was written to all the same");
    }

    private static void copy(Path from, Path to) {
        try {
            if (Files.exists(from)) {
                Files.copy(from, to);
            }
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    @Test
    void anotherPolicyReplacesADateOnlyWhenAskedTo() throws Exception {
        lender.run(Lender.NIGHT_1).with(ExitCodes.DONE_WITH_REJECTS);
        Path policy = folder.resolve("policy.yaml");
        Files.writeString(policy, Files.readString(Lender.policy()).replace("multiple: 1.5", "multiple: 1.4"));
        Path inbox = Lender.sampleInbox(Lender.NIGHT_1);
        Ended asked = lender.shell()
                .run(lender.nightly(Lender.NIGHT_1, inbox, policy))
                .with(ExitCodes.INPUT_REFUSED);
        assertTrue(asked.err().contains("is complete, but not of what is asked for now: policy was "), asked.err());
        Ended again = lender.shell().run(lender.nightly(Lender.NIGHT_1, inbox, policy, "--rerun"));
        assertTrue(again.out().contains("replayed    every loan: policy-changed\n"), again.out());
        assertEquals(
                "policy-changed",
                published(Lender.NIGHT_1).json("run.json").get("full_replay").asString());
        assertEquals(
                2,
                lender.jdbc()
                        .sql("SELECT count(DISTINCT policy_sha256) FROM run")
                        .query(Integer.class)
                        .single());
        assertEquals(
                0,
                lender.jdbc()
                        .sql("SELECT count(*) FROM assessment WHERE product = 'CONSUMER' AND currency = 'CNY'"
                                + " AND penalty_rate_e12 > 240000000000")
                        .query(Integer.class)
                        .single());
    }
}
