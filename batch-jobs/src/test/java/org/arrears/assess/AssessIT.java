package org.arrears.assess;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.arrears.core.replay.Assessment;
import org.arrears.core.replay.Assessor;
import org.arrears.db.Database;
import org.arrears.db.TestServer;
import org.arrears.facts.Assessors;
import org.arrears.facts.LoanFactsStream;
import org.arrears.run.RunRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is assessed incrementally, night by night, is what a replay of every loan from all known facts says. */
class AssessIT {

    private static final Database DATABASE = TestServer.freshDatabase("assess");
    private static final LocalDate START = LocalDate.of(2026, 9, 1);

    private final Path folder;

    AssessIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void randomNightsOfRandomEventsAssessedIncrementallyEqualAFullReplay(long offset) throws SQLException {
        long seed = Long.getLong("assess.seed", 20260930L) + offset;
        System.out.println("seed of AssessIT: -Dassess.seed=" + (seed - offset) + " (offset " + offset + ")");
        Random random = new Random(seed);
        RandomLender lender = new RandomLender(DATABASE, folder, random);
        lender.book(60, START);
        LocalDate latest = START;
        LocalDate night = START;
        for (int i = 0; i < 12; i++) {
            lender.assess(night, RunRequest.Options.ORDINARY);
            equalsAFullReplay(lender, night);
            rangesNeitherOverlapNorLeaveAGap(lender);
            latest = night.isAfter(latest) ? night : latest;
            boolean earlier = random.nextInt(5) == 0;
            night = earlier ? latest.minusDays(random.nextInt(4)) : latest.plusDays(1 + random.nextInt(4));
            lender.events(night, random.nextInt(12));
        }
    }

    @Test
    void aRunForAnEarlierDateChangesNothingOfALaterOne() throws SQLException {
        RandomLender lender = new RandomLender(DATABASE, folder, new Random(11));
        lender.book(60, START);
        for (int day = 0; day < 4; day++) {
            lender.assess(START.plusDays(day), RunRequest.Options.ORDINARY);
        }
        List<String> later = covering(lender, START.plusDays(3));
        lender.changePolicy(3);
        lender.events(START.plusDays(3), 25);
        lender.assess(START.plusDays(1), RunRequest.Options.ORDINARY);
        assertEquals(
                later,
                covering(lender, START.plusDays(3)).stream()
                        .filter(line -> line.compareTo("L0061") < 0)
                        .toList(),
                "but for loans that are new");
        equalsAFullReplay(lender, START.plusDays(1));
        lender.changePolicy(5);
        lender.assess(START.plusDays(4), RunRequest.Options.ORDINARY);
        equalsAFullReplay(lender, START.plusDays(4));
        rangesNeitherOverlapNorLeaveAGap(lender);
    }

    @Test
    void aFullAssessmentChangesNothing() throws SQLException {
        RandomLender lender = new RandomLender(DATABASE, folder, new Random(7));
        lender.book(80, START);
        lender.assess(START, RunRequest.Options.ORDINARY);
        lender.events(START.plusDays(2), 30);
        lender.assess(START.plusDays(2), RunRequest.Options.ORDINARY);
        List<String> incremental = covering(lender, START.plusDays(2));
        lender.assess(
                START.plusDays(2), RunRequest.Options.ORDINARY.withFull(true).withRerun(true));
        assertEquals(incremental, covering(lender, START.plusDays(2)));
        equalsAFullReplay(lender, START.plusDays(2));
    }

    @ParameterizedTest(name = "full {0}")
    @ValueSource(booleans = {false, true})
    void aQuietNightWritesTheOverdueAndLeavesTheRestAlone(boolean full) {
        RandomLender lender = new RandomLender(DATABASE, folder, new Random(9));
        lender.book(100, START);
        lender.assess(START, RunRequest.Options.ORDINARY);
        long current = lender.count("assessment WHERE past_due_days = 0 AND through_on > DATE '2026-09-03'");
        lender.assess(START.plusDays(1), RunRequest.Options.ORDINARY.withFull(full));
        assertTrue(current > 0, "there are current loans");
        assertEquals(
                0,
                lender.count("assessment WHERE as_of = DATE '2026-09-02' AND loan_no IN (SELECT loan_no FROM"
                        + " assessment WHERE as_of = DATE '2026-09-01' AND past_due_days = 0"
                        + " AND through_on > DATE '2026-09-03')"));
    }

    /** Compares the assessment that covers a date with what the replay says, loan by loan. */
    private static void equalsAFullReplay(RandomLender lender, LocalDate night) throws SQLException {
        assertEquals(replayed(lender, night), covering(lender, night), () -> "on " + night + "\n" + lender.story());
    }

    private static List<String> replayed(RandomLender lender, LocalDate night) throws SQLException {
        Assessor assessor = Assessors.under(lender.policy(), lender.jdbc());
        List<String> lines = new ArrayList<>();
        try (LoanFactsStream stream = new LoanFactsStream(DATABASE.dataSource(), "true")) {
            for (var facts = stream.next(); facts != null; facts = stream.next()) {
                lines.add(line(assessor.assess(facts, night)));
            }
        }
        return lines;
    }

    private static String line(Assessment it) {
        Assessment.Amounts amounts = it.amounts();
        return String.join(
                " ",
                List.of(
                        it.loan().loanNo(),
                        it.loan().customerNo(),
                        it.loan().product(),
                        "" + it.standing().pastDueDays(),
                        "" + it.standing().dpd(),
                        it.standing().bucket(),
                        it.standing().classification(),
                        it.standing().oldestDueOn().map(LocalDate::toString).orElse("-"),
                        it.standing().overdueSince().map(LocalDate::toString).orElse("-"),
                        "" + it.standing().missedInstallments(),
                        "" + amounts.overdue().principal(),
                        "" + amounts.overdue().interest(),
                        "" + amounts.overdue().fee(),
                        "" + amounts.overdue().penalty(),
                        "" + amounts.overdue().compound(),
                        "" + amounts.overdue().total(),
                        "" + amounts.principalBalance(),
                        "" + amounts.heldCredit(),
                        "" + amounts.dailyAccrual(),
                        it.lastPaymentOn().map(LocalDate::toString).orElse("-"),
                        "" + it.anomalies().size(),
                        "" + it.penaltyAnnualRate().e12(),
                        it.anomalies().stream()
                                .map(anomaly -> anomaly.kind().code())
                                .collect(Collectors.joining(","))));
    }

    private static List<String> covering(RandomLender lender, LocalDate night) {
        return lender.jdbc().sql("""
                        SELECT concat_ws(' ', loan_no, customer_no, product, past_due_days, dpd, bucket, classification,
                            coalesce(oldest_due_on::text, '-'), coalesce(overdue_since::text, '-'), missed_installments,
                            overdue_principal, overdue_interest, overdue_fee, penalty, compound, total_overdue,
                            principal_balance, held_credit, daily_accrual, coalesce(last_payment_on::text, '-'),
                            anomalies, penalty_rate_e12, coalesce(replace(anomaly_codes, E'\\n', ','), ''))
                        FROM assessment_on(:night) ORDER BY loan_no
                        """).param("night", night).query(String.class).list();
    }

    private static void rangesNeitherOverlapNorLeaveAGap(RandomLender lender) {
        assertEquals(0, lender.count("""
                assessment a JOIN assessment b ON a.loan_no = b.loan_no AND a.as_of < b.as_of
                    AND a.through_on >= b.as_of
                """));
        List<String> gaps =
                new ArrayList<>(lender.jdbc().sql("""
                        SELECT l.loan_no || ' ' || d.as_of FROM assessed d CROSS JOIN loan l
                        WHERE l.status <> 'settled' AND d.file_no >= l.file_no
                          AND d.as_of >= (SELECT min(as_of) FROM assessment f WHERE f.loan_no = l.loan_no)
                          AND NOT EXISTS (SELECT 1 FROM assessment a WHERE a.loan_no = l.loan_no
                                          AND d.as_of BETWEEN a.as_of AND a.through_on)
                        """).query(String.class).list());
        gaps.removeIf(gap -> lender.everSettled().contains(gap.substring(0, gap.indexOf(' '))));
        assertEquals(List.of(), gaps, lender::story);
    }
}
