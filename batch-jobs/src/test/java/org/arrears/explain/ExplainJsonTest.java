package org.arrears.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.arrears.core.policy.AnomalyPolicy;
import org.arrears.core.policy.Products;
import org.arrears.core.replay.DerivationCases;
import org.arrears.explain.ExplainCases.Explained;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON keeps its schema, and its printed parts add up to its printed totals. */
class ExplainJsonTest {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final long FIRST_SEED = Long.getLong("seed", 1);
    private static final int DRAWS = Integer.getInteger("draws", 1_500);

    @Test
    void everyGoldenCaseKeepsTheSchemaAndTogetherTheyUseAllOfIt() throws IOException {
        SchemaWalk walk = new SchemaWalk(schema());
        ExplainCases.all()
                .forEach(explained -> assertEquals(List.of(), walk.faults(json(explained)), explained.folder()));
        assertEquals(new TreeSet<>(schema().get("$defs").propertyNames()), walk.used());
    }

    @Test
    void aDocumentThatIsNotOneIsRefused() throws IOException {
        Explained explained = ExplainCases.all().findFirst().orElseThrow();
        for (String field : json(explained).propertyNames()) {
            ObjectNode without = (ObjectNode) json(explained);
            without.remove(field);
            assertFalse(new SchemaWalk(schema()).faults(without).isEmpty(), field);
            ObjectNode odd = (ObjectNode) json(explained);
            odd.put(field, 1.5);
            assertFalse(new SchemaWalk(schema()).faults(odd).isEmpty(), field);
        }
    }

    @Test
    void thePrintedPartsOfEveryDrawnLoanAddUp() throws IOException {
        JsonNode schema = schema();
        System.out.println("ExplainJsonTest: -Dseed=" + FIRST_SEED + " -Ddraws=" + DRAWS);
        for (long seed = FIRST_SEED; seed < FIRST_SEED + DRAWS; seed++) {
            DerivationCases.Case drawn = DerivationCases.draw(seed);
            JsonNode json = MAPPER.readTree(ExplainJson.print(drawn.explained(), account(drawn.asOf())));
            try {
                assertEquals(List.of(), new SchemaWalk(schema).faults(json));
                json.get("installments").forEach(installment -> installmentAddsUp(json, installment));
                json.get("movements").forEach(ExplainJsonTest::movementAddsUp);
                totalsAddUp(json);
            } catch (AssertionError failure) {
                throw new AssertionError("-Dseed=" + seed + " -Ddraws=1: " + drawn.facts(), failure);
            }
        }
    }

    private static void installmentAddsUp(JsonNode json, JsonNode installment) {
        int seq = installment.get("seq").asInt();
        Predicate<JsonNode> own = part -> part.get("seq").asInt() == seq;
        JsonNode unpaid = installment.get("unpaid");
        BigDecimal all = BigDecimal.ZERO;
        for (String component : List.of("principal", "interest", "fee", "penalty", "compound")) {
            BigDecimal settled = BigDecimal.ZERO;
            for (JsonNode movement : json.get("movements")) {
                settled = settled.add(sum(
                        movement.get("allocations"),
                        "amount",
                        own.and(part -> part.get("component").asString().equals(component))));
            }
            JsonNode owed = installment.get("owed").has(component)
                    ? installment.get("owed").get(component)
                    : installment.get(component).get("due");
            same(new BigDecimal(owed.asString()).subtract(settled), unpaid.get(component));
            all = all.add(new BigDecimal(unpaid.get(component).asString()));
        }
        same(all, unpaid.get("total"));
        same(
                sum(json.get("slices"), "penalty_product", own),
                installment.get("penalty").get("product"));
        same(
                sum(json.get("slices"), "compound_product", own),
                installment.get("compound").get("product"));
    }

    private static void movementAddsUp(JsonNode movement) {
        BigDecimal spent = sum(movement.get("allocations"), "amount", part -> true);
        same(spent.add(amount(movement, "left")), movement.get("pool"));
        same(amount(movement, "amount").add(amount(movement, "held_before")), movement.get("pool"));
    }

    private static void totalsAddUp(JsonNode json) {
        JsonNode amounts = json.get("amounts");
        BigDecimal toPay = BigDecimal.ZERO;
        BigDecimal penalty = BigDecimal.ZERO;
        BigDecimal principal = BigDecimal.ZERO;
        Set<String> states = new HashSet<>();
        for (JsonNode installment : json.get("installments")) {
            String state = installment.get("state").asString();
            states.add(state);
            JsonNode unpaid = installment.get("unpaid");
            toPay = toPay.add(state.equals("not-due-yet") ? BigDecimal.ZERO : amount(unpaid, "total"));
            penalty = penalty.add(amount(unpaid, "penalty"));
            principal = principal.add(amount(unpaid, "principal"));
        }
        same(toPay, amounts.get("to_pay"));
        same(penalty, amounts.get("penalty"));
        same(principal, amounts.get("principal_balance"));
        BigDecimal overdue = BigDecimal.ZERO;
        for (String part : List.of("overdue_principal", "overdue_interest", "overdue_fee", "penalty", "compound")) {
            overdue = overdue.add(amount(amounts, part));
        }
        same(overdue, amounts.get("total_overdue"));
        same(
                sum(json.get("next_day"), "penalty", part -> true)
                        .add(sum(json.get("next_day"), "compound", part -> true)),
                amounts.get("daily_accrual"));
        assertEquals(
                states.contains("overdue"),
                json.get("standing").get("past_due_days").asInt() > 0);
    }

    private static BigDecimal sum(JsonNode parts, String field, Predicate<JsonNode> which) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode part : parts) {
            sum = which.test(part) ? sum.add(amount(part, field)) : sum;
        }
        return sum;
    }

    private static BigDecimal amount(JsonNode of, String field) {
        return new BigDecimal(of.get(field).asString());
    }

    private static void same(BigDecimal sum, JsonNode printed) {
        assertEquals(0, sum.compareTo(new BigDecimal(printed.asString())), sum + " and printed " + printed);
    }

    private static AccountContext account(LocalDate on) {
        return new AccountContext(
                on,
                "a test",
                "drawn",
                "0".repeat(64),
                Products.NONE,
                AnomalyPolicy.DEFAULT,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static JsonNode json(Explained explained) {
        return MAPPER.readTree(ExplainJson.print(explained.derivation(), explained.account()));
    }

    private static JsonNode schema() throws IOException {
        try (InputStream schema = ExplainJson.class.getResourceAsStream(ExplainJson.SCHEMA)) {
            assertNotNull(schema);
            return MAPPER.readTree(schema);
        }
    }
}
