package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.arrears.cli.Shell.Ended;
import org.arrears.run.FileDigest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** Three nights of the sample lender, and what an auditor would look at afterwards. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NightlyIT {

    private final Lender lender;
    private final List<Ended> nights = new ArrayList<>();
    private final List<ILoggingEvent> logged = new ArrayList<>();

    NightlyIT(@TempDir Path folder) {
        lender = new Lender("nightly", folder);
    }

    @BeforeAll
    void threeNights() {
        Logger log = (Logger) LoggerFactory.getLogger("org.arrears");
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        Level before = log.getLevel();
        log.setLevel(Level.TRACE);
        log.setAdditive(false);
        appender.start();
        log.addAppender(appender);
        for (String night : Lender.NIGHTS) {
            nights.add(lender.run(night));
        }
        log.detachAppender(appender);
        log.setAdditive(true);
        log.setLevel(before);
        logged.addAll(appender.list);
    }

    private Tree published(String night) {
        return new Tree(lender.published(night));
    }

    private List<String> column(String sql) {
        return lender.jdbc().sql(sql).query(String.class).list();
    }

    @Test
    void theNightsEndAsTheirRejectsSay() {
        assertEquals(List.of(3, 3, 0), nights.stream().map(Ended::code).toList());
    }

    @Test
    void everyRowReadIsAcceptedOrRejectedAndEveryAcceptedOneIsThere() {
        assertEquals(
                "0",
                column("SELECT count(*) FROM source_file WHERE rows <> accepted + rejected")
                        .get(0));
        for (String table : List.of("transaction", "promise", "calendar_day")) {
            assertEquals(
                    column("SELECT sum(accepted) FROM source_file WHERE kind LIKE left('" + table + "', 8) || '%'"),
                    column("SELECT count(*) FROM " + table),
                    table);
        }
    }

    @Test
    void theRejectsAreTheWrongRowsOfTheSampleWithTheirReasons() {
        Map<String, List<String>> expected = Map.of(
                "customers", List.of("missing-value"),
                "loans", List.of("rate-looks-like-percentage", "missing-value", "unknown-customer"),
                "installments", List.of("too-many-decimals", "not-a-date", "missing-value", "unknown-loan"),
                "transactions",
                        List.of("not-a-date", "missing-value", "missing-value", "missing-value", "unknown-loan"));
        Tree night1 = published(Lender.NIGHT_1);
        expected.forEach((kind, codes) -> assertEquals(
                codes.stream().sorted().toList(),
                night1.rows("rejects/" + kind + ".csv").stream()
                        .map(row -> row.get("code"))
                        .sorted()
                        .toList(),
                kind));
        assertEquals(
                "changed-transaction",
                published(Lender.NIGHT_2)
                        .rows("rejects/transactions.csv")
                        .get(0)
                        .get("code"));
        assertFalse(published(Lender.NIGHT_3).has("rejects"));
    }

    @Test
    void filesAreForTheirOwnerOnly() {
        for (String night : Lender.NIGHTS) {
            published(night)
                    .modes()
                    .forEach((path, mode) -> assertTrue(
                            mode.equals("-rw-------") || mode.equals("drwx------"), () -> path + " " + mode));
        }
        new Tree(lender.home().resolve("runs"))
                .modes()
                .forEach((path, mode) ->
                        assertTrue(mode.equals("-rw-------") || mode.equals("drwx------"), () -> path + " " + mode));
    }

    @Test
    void theManifestAgreesWithEveryFile() throws Exception {
        for (String night : Lender.NIGHTS) {
            Tree tree = published(night);
            Set<String> listed = new HashSet<>();
            for (JsonNode entry : tree.json("manifest.json").get("files")) {
                String file = entry.get("file").asString();
                listed.add(file);
                FileDigest digest = FileDigest.of(tree.path(file));
                assertEquals(digest.sha256(), entry.get("sha256").asString(), file);
                assertEquals(digest.bytes(), entry.get("bytes").asLong(), file);
                if (file.endsWith(".csv") && !file.endsWith(".rows.csv")) {
                    assertEquals(tree.rows(file).size(), entry.get("rows").asInt(), file);
                }
            }
            Set<String> there = new HashSet<>(tree.bytes().keySet());
            there.removeIf(name -> Files.isDirectory(tree.path(name)) || name.equals("manifest.json"));
            assertEquals(there, listed);
        }
    }

    @Test
    void theManifestStatesPolicyConventionAndWhatWasSuppressed() {
        JsonNode manifest = published(Lender.NIGHT_1).json("manifest.json");
        assertEquals("sample-consumer", manifest.get("policy").asString());
        assertEquals(64, manifest.get("policy_sha256").asString().length());
        assertTrue(manifest.get("dpd_convention").get("*").asString().startsWith("exclude-due-date, grace 0"));
        long suppressed = 0;
        for (JsonNode entry : manifest.get("suppressed")) {
            suppressed += entry.get("count").asLong();
        }
        assertEquals(
                column("SELECT count(*) FROM notice_suppression WHERE as_of = '2026-09-29'"),
                List.of(Long.toString(suppressed)));
    }

    @Test
    void lettersAddUpToTheLoansTheyAreAbout() {
        for (String night : Lender.NIGHTS) {
            Map<String, BigDecimal> listed = new TreeMap<>();
            for (Map<String, String> letter : published(night).rows("letters/letters.csv")) {
                String[] currencies = letter.getOrDefault("currency", "").split(";", -1);
                String[] totals = letter.getOrDefault("total", "").split(";", -1);
                assertEquals(currencies.length, totals.length);
                for (int i = 0; i < currencies.length; i++) {
                    listed.merge(currencies[i], new BigDecimal(totals[i]), BigDecimal::add);
                }
            }
            Map<String, BigDecimal> decided = new TreeMap<>();
            lender.jdbc()
                    .sql("SELECT l.currency, sum(l.total), CASE l.currency WHEN 'JPY' THEN 0 WHEN 'KWD' THEN 3 ELSE 2"
                            + " END FROM notice_loan l JOIN notice USING (notice_no) WHERE as_of = ?::date"
                            + " AND channel = 'letter' GROUP BY 1")
                    .params(night)
                    .query((row, number) ->
                            decided.put(row.getString(1), BigDecimal.valueOf(row.getLong(2), row.getInt(3))))
                    .list();
            assertEquals(decided, listed, night);
        }
    }

    @Test
    void everyLetterAndMessageDecidedIsInAFileOnceAndOnlyOnce() {
        for (String night : Lender.NIGHTS) {
            Tree tree = published(night);
            List<String> refs = new ArrayList<>();
            tree.rows("letters/letters.csv").forEach(row -> refs.add(row.get("letter_no")));
            tree.names(2).stream()
                    .filter(name -> name.matches("sms/.*\\.csv"))
                    .forEach(name -> tree.rows(name).forEach(row -> refs.add(row.get("ref"))));
            assertEquals(
                    column("SELECT notice_no FROM notice WHERE as_of = '" + night + "' ORDER BY 1"),
                    refs.stream().sorted().toList());
        }
    }

    @Test
    void nobodyIsWrittenToTwiceWithinTheDaysOfAStage() {
        assertEquals(List.of(), column("""
                SELECT a.customer_no || ' ' || a.stage FROM notice a JOIN notice b USING (customer_no, stage)
                WHERE a.as_of < b.as_of AND a.stage <> 'due-soon'
                  -- whoever was not in arrears between the two began a new spell
                  AND NOT EXISTS (SELECT 1 FROM assessed d WHERE d.as_of BETWEEN a.as_of AND b.as_of
                                  AND NOT EXISTS (SELECT 1 FROM assessment s WHERE s.customer_no = a.customer_no
                                                  AND s.as_of = d.as_of AND s.past_due_days > 0))
                """));
        assertEquals(List.of(), column("""
                SELECT a.customer_no FROM notice a JOIN notice b USING (customer_no, stage, about_due_on)
                WHERE a.as_of < b.as_of
                """));
        assertEquals(List.of(), column("""
                SELECT customer_no FROM notice GROUP BY customer_no, as_of, channel HAVING count(*) > 1
                """));
    }

    @Test
    void everyDebtorInArrearsIsWrittenToOrHasAReasonOnEveryChannel() {
        assertEquals(List.of(), column("""
                SELECT DISTINCT a.customer_no || ' ' || a.as_of FROM assessment a
                WHERE a.past_due_days > 0
                  AND NOT EXISTS (SELECT 1 FROM notice n WHERE n.customer_no = a.customer_no AND n.as_of = a.as_of)
                  AND NOT EXISTS (SELECT 1 FROM notice_suppression s
                                  WHERE s.customer_no = a.customer_no AND s.as_of = a.as_of)
                """));
    }

    @Test
    void holdsStopWhatTheyNameAndGiveTheirReason() {
        assertEquals(List.of(), column("""
                SELECT n.notice_no FROM notice n JOIN notice_loan l USING (notice_no)
                JOIN hold h ON (h.scope = 'loan' AND h.ref_no = l.loan_no
                                OR h.scope = 'customer' AND h.ref_no = n.customer_no)
                WHERE n.as_of >= h.starts_on AND (h.ends_on IS NULL OR n.as_of <= h.ends_on)
                  AND (h.channels = 'all' OR h.channels LIKE '%' || n.channel || '%')
                """));
        Set<String> reasons = new HashSet<>(column("SELECT DISTINCT reason FROM notice_suppression"));
        assertTrue(
                reasons.containsAll(Set.of("hold-fraud", "hold-litigation", "hold-do-not-contact", "hold-dispute")),
                reasons::toString);
    }

    @Test
    void messagesSayHowManySegmentsTheyCost() {
        for (Map<String, String> sms : published(Lender.NIGHT_1).rows("sms/warning.csv")) {
            int length = sms.getOrDefault("text", "").length();
            boolean latin = sms.getOrDefault("text", "").chars().allMatch(c -> c < 128);
            int expected = latin ? (length <= 160 ? 1 : (length + 152) / 153) : length <= 70 ? 1 : (length + 66) / 67;
            assertEquals(Integer.toString(expected), sms.get("segments"), sms.get("ref"));
            assertTrue(sms.getOrDefault("send_from", "").startsWith("2026-09-30T08:30"), sms.get("send_from"));
            assertTrue(sms.getOrDefault("send_until", "").endsWith("+08:00"), sms.get("send_until"));
        }
    }

    @Test
    void logsNameNobody() {
        Set<String> secrets = new HashSet<>(column("SELECT phone FROM customer WHERE phone IS NOT NULL"));
        secrets.addAll(column("SELECT id_no FROM customer WHERE id_no IS NOT NULL"));
        secrets.addAll(column("SELECT name FROM customer WHERE name ~ '[^ -~]'"));
        secrets.addAll(column("SELECT email FROM customer WHERE email IS NOT NULL"));
        assertTrue(secrets.size() > 500, "there is something to find");
        assertFalse(logged.isEmpty(), "something was logged");
        List<String> said = new ArrayList<>();
        logged.forEach(event -> said.add(event.getFormattedMessage()));
        nights.forEach(night -> said.add(night.out() + night.err()));
        for (String message : said) {
            for (String secret : secrets) {
                assertFalse(message.contains(secret), () -> "a log line names " + secret);
            }
        }
    }

    @Test
    void theRunRecordInHomeIsThatOfTheRun() {
        Tree record = new Tree(lender.home().resolve("runs").resolve("nightly-2026-09-29-1"));
        assertEquals("completed", record.json("run.json").get("status").asString());
        assertEquals(3, record.json("run.json").get("exit_code").asInt());
        assertEquals(published(Lender.NIGHT_1).text("rejects/loans.rows.csv"), record.text("rejects/loans.rows.csv"));
    }

    @Test
    void theStoriesOfTheSampleComeTrue() {
        Map<String, String> expected = Map.of(
                "LN2026000012", "M1 M1 M2",
                "LN2026000014", "M2 M3 M3",
                "LN2026000019", "M3 M3 M4",
                "LN2026000020", "M4 M0 M0",
                "LN2026000025", "M4 M0 M5",
                "LN2026000039", "M3 M0 M0",
                "LN2026000041", "M0 M1 M1",
                "LN2026000060", "M0 M0 M0");
        expected.forEach((loan, buckets) -> assertEquals(
                buckets,
                String.join(
                        " ",
                        column("SELECT bucket FROM unnest(ARRAY['2026-09-29', '2026-09-30', '2026-10-01']"
                                + "::date[]) d JOIN assessment a ON d BETWEEN a.as_of AND a.through_on"
                                + " WHERE a.loan_no = '" + loan + "' ORDER BY d")),
                loan));
    }
}
