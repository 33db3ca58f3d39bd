package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.arrears.cli.Shell.Ended;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A change of policy shown on the sample lender's first night, without a trace in its database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PolicyDiffIT {

    private static final int ALL = 10_000;

    private final Path folder;
    private final Lender lender;

    PolicyDiffIT(@TempDir Path folder) {
        this.folder = folder;
        this.lender = new Lender("policy_diff", folder);
    }

    @BeforeAll
    void aNightWasRun() {
        lender.run(Lender.NIGHT_1).with(ExitCodes.DONE_WITH_REJECTS);
    }

    private Path changed(String name, String piece, String replaced) throws IOException {
        String text = Files.readString(Lender.policy());
        assertTrue(text.contains(piece), piece);
        return Files.writeString(folder.resolve(name), text.replace(piece, replaced));
    }

    private Ended diff(Path before, Path after, String... more) {
        List<String> nightly = lender.nightly(Lender.NIGHT_1);
        List<String> arguments = new java.util.ArrayList<>(
                List.of("policy", "diff", before.toString(), after.toString(), "--as-of", Lender.NIGHT_1));
        arguments.addAll(nightly.subList(nightly.indexOf("--home"), nightly.size()));
        arguments.addAll(List.of(more));
        return lender.shell().run(arguments);
    }

    private JsonNode json(Path before, Path after) {
        return JsonMapper.shared()
                .readTree(diff(before, after, "--format", "json", "--top", Integer.toString(ALL))
                        .with(ExitCodes.DONE)
                        .out());
    }

    private Map<String, String> tables() {
        Map<String, String> digests = new TreeMap<>();
        List<String> names = lender.jdbc()
                .sql("SELECT table_schema || '.' || table_name FROM information_schema.tables"
                        + " WHERE table_schema IN ('arrears', 'batch') AND table_type = 'BASE TABLE'")
                .query(String.class)
                .list();
        for (String name : names) {
            String sql = "SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM "
                    + name + " t";
            digests.put(name, lender.jdbc().sql(sql).query(String.class).single());
        }
        return digests;
    }

    @Test
    void theSamePolicyTwiceChangesNothingAndAgreesWithTheNightsAssessment() {
        JsonNode diff = json(Lender.policy(), Lender.policy());
        assertEquals(0, diff.get("terms").size());
        assertEquals(5, diff.get("currencies").size());
        for (JsonNode currency : diff.get("currencies")) {
            assertEquals(0, currency.get("change_bucket").asInt());
            assertEquals(0, currency.get("change_class").asInt());
            assertEquals(0, currency.get("change_dpd").asInt());
            assertEquals(0, currency.get("change_amount").asInt());
            assertEquals(0, currency.get("largest").size());
        }
        JsonNode yuan = diff.get("currencies").get(0);
        assertEquals("CNY", yuan.get("currency").asString());
        assertEquals(
                new BigDecimal(yuan.get("penalty").get("new").asString())
                        .movePointRight(2)
                        .longValueExact(),
                lender.jdbc()
                        .sql("SELECT sum(penalty) FROM assessment WHERE currency = 'CNY'")
                        .query(Long.class)
                        .single());
    }

    @Test
    void nothingIsWrittenAndNoRunIsNoted() throws IOException {
        Map<String, String> before = tables();
        assertFalse(before.isEmpty());
        diff(Lender.policy(), changed("tables.yaml", "multiple: 1.5", "multiple: 1.4"))
                .with(ExitCodes.DONE);
        assertEquals(before, tables());
    }

    @Test
    void aLowerMultipleLowersEachPenaltyByWhatAPlainCalculationSays() throws IOException {
        JsonNode diff = json(Lender.policy(), changed("lower.yaml", "multiple: 1.5", "multiple: 1.4"));
        Map<String, JsonNode> listed = new TreeMap<>();
        diff.get("currencies")
                .get(0)
                .get("largest")
                .forEach(row -> listed.put(row.get("loan_no").asString(), row));
        List<String> plain = lender.jdbc().sql("""
                        SELECT l.loan_no FROM loan l
                        WHERE l.product = 'CONSUMER' AND l.currency = 'CNY' AND l.status <> 'settled'
                          AND l.penalty_annual_rate_e8 IS NULL AND l.accelerated_on IS NULL
                          AND NOT EXISTS (SELECT FROM transaction t WHERE t.loan_no = l.loan_no
                            AND (t.type <> 'payment' OR NOT EXISTS (SELECT FROM installment i
                              WHERE i.loan_no = t.loan_no AND i.due_on = t.value_on
                                AND i.principal + i.interest + i.fee = t.amount)))
                          AND (SELECT count(*) FROM transaction t WHERE t.loan_no = l.loan_no)
                            = (SELECT coalesce(max(i.seq), 0) FROM installment i JOIN transaction t
                               ON t.loan_no = i.loan_no AND t.value_on = i.due_on WHERE i.loan_no = l.loan_no)
                          AND EXISTS (SELECT FROM installment i WHERE i.loan_no = l.loan_no AND i.due_on < '2026-09-29'
                            AND NOT EXISTS (SELECT FROM transaction t
                              WHERE t.loan_no = l.loan_no AND t.value_on = i.due_on))
                        ORDER BY l.loan_no LIMIT 5""").query(String.class).list();
        assertTrue(plain.size() >= 2, () -> "loans paid on the day or not at all: " + plain);
        for (String loanNo : plain) {
            JsonNode row = Objects.requireNonNull(listed.get(loanNo), loanNo);
            assertEquals(
                    penalty(loanNo, "principal", "1.5"), row.get("penalty_old").asString(), loanNo);
            assertEquals(
                    penalty(loanNo, "principal", "1.4"), row.get("penalty_new").asString(), loanNo);
            assertEquals(
                    penalty(loanNo, "interest", "1.5"), row.get("compound_old").asString(), loanNo);
            assertEquals(
                    penalty(loanNo, "interest", "1.4"), row.get("compound_new").asString(), loanNo);
        }
    }

    /** Amount x days x rate / 360, installment by installment; the first installments were paid on the day. */
    private String penalty(String loanNo, String basis, String multiple) {
        LocalDate asOf = LocalDate.parse(Lender.NIGHT_1);
        BigDecimal agreed = lender.jdbc()
                .sql("SELECT annual_rate_e8 FROM loan WHERE loan_no = ?")
                .params(loanNo)
                .query(BigDecimal.class)
                .single()
                .movePointLeft(8);
        BigDecimal rate = agreed.multiply(new BigDecimal(multiple)).min(new BigDecimal("0.24"));
        return lender
                .jdbc()
                .sql("SELECT due_on, " + basis + " FROM installment i WHERE loan_no = ? AND due_on < ? AND NOT EXISTS"
                        + " (SELECT FROM transaction t WHERE t.loan_no = i.loan_no AND t.value_on = i.due_on)")
                .params(loanNo, asOf)
                .query((row, number) -> BigDecimal.valueOf(row.getLong(2), 2)
                        .multiply(BigDecimal.valueOf(asOf.toEpochDay()
                                - row.getObject(1, LocalDate.class).toEpochDay()))
                        .multiply(rate)
                        .divide(new BigDecimal(360), 2, RoundingMode.HALF_UP))
                .list()
                .stream()
                .reduce(new BigDecimal("0.00"), BigDecimal::add)
                .toPlainString();
    }

    @Test
    void theSumsAreTheSumsOfTheRows() throws IOException {
        JsonNode diff = json(Lender.policy(), changed("sums.yaml", "multiple: 1.5", "multiple: 1.4"));
        for (JsonNode currency : diff.get("currencies")) {
            BigDecimal rows = BigDecimal.ZERO;
            BigDecimal before = BigDecimal.ZERO;
            for (JsonNode row : currency.get("largest")) {
                rows = rows.add(new BigDecimal(row.get("difference").asString()));
            }
            for (String component : List.of("penalty", "compound")) {
                before = before.add(
                        new BigDecimal(currency.get(component).get("difference").asString()));
            }
            assertEquals(0, rows.compareTo(before), currency.toString());
            assertEquals(
                    currency.get("change_amount").asInt(),
                    currency.get("largest").size());
        }
        assertTrue(new BigDecimal(diff.get("currencies")
                                .get(0)
                                .get("penalty")
                                .get("difference")
                                .asString())
                        .signum()
                < 0);
    }

    @Test
    void otherBucketsMoveAccountsAndTheTextShowsTheMatrix() throws IOException {
        Path wider = changed("wider.yaml", "M1: 1-30, M2: 31-60", "M1: 1-45, M2: 46-60");
        String out = diff(Lender.policy(), wider).with(ExitCodes.DONE).out();
        assertTrue(out.contains("  buckets.ranges.M1  1-30 -> 1-45\n"), out);
        assertTrue(out.contains("  old \\ new   M0  M1  M2  M3"), out);
        assertTrue(out.matches("(?s).*\n  M2 +\\. +[1-9][0-9]* +[0-9]+ .*"), out);
    }

    @Test
    void aWrongPolicyEndsWithFiveAndIsNamed() throws IOException {
        Path wrong = changed("wrong.yaml", "multiple: 1.5", "multiple: many");
        assertTrue(diff(Lender.policy(), wrong)
                .with(ExitCodes.CONFIGURATION_INVALID)
                .err()
                .contains(wrong.toString()));
        assertTrue(diff(wrong, Lender.policy())
                .with(ExitCodes.CONFIGURATION_INVALID)
                .err()
                .contains(wrong.toString()));
    }

    @Test
    void aSenselessTopIsWrongUsage() {
        assertTrue(diff(Lender.policy(), Lender.policy(), "--top", "-1")
                .with(ExitCodes.USAGE)
                .err()
                .contains("--top -1"));
    }
}
