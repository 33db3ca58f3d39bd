package org.arrears.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.arrears.core.policy.Policy;
import org.arrears.core.policy.PolicyAlternatives;
import org.arrears.core.policy.PolicyKey;
import org.arrears.core.policy.ProductName;
import org.arrears.core.policy.Products;
import org.arrears.core.policy.TermKeys;
import org.arrears.core.policy.Terms;
import org.arrears.core.replay.Assessor;
import org.arrears.core.replay.Derivation;
import org.arrears.explain.ExplainCases.Explained;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every term of the policy that figures depend on is explained: as text, in JSON, and in its schema. */
class EveryTermIsExplainedTest {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Explained CASE = ExplainCases.all().findFirst().orElseThrow();

    @ParameterizedTest
    @MethodSource("terms")
    void anotherValueIsExplainedInTextAndJson(PolicyKey<Terms, ?> key) {
        Policy changed = PolicyAlternatives.other(key.path());
        Derivation before = derived(PolicyAlternatives.sample());
        Derivation after = derived(changed);
        assertNotEquals(value(before, key), value(after, key));
        assertEquals(key.shown(changed.terms()), value(after, key));
        assertTrue(
                row(before, key).contains(key.shown(PolicyAlternatives.sample().terms())), row(before, key));
        assertTrue(row(after, key).contains(key.shown(changed.terms())), row(after, key));
    }

    @Test
    void theSchemaHasTheTermsThatAreWrittenAndNoOther() throws IOException {
        Set<String> fields = new TreeSet<>();
        TermKeys.ALL.forEach(key -> fields.add(key.field()));
        try (InputStream schema = ExplainJson.class.getResourceAsStream(ExplainJson.SCHEMA)) {
            JsonNode terms = MAPPER.readTree(schema).at("/properties/rates/properties/terms");
            assertEquals(fields, new TreeSet<>(terms.get("properties").propertyNames()));
            Set<String> required = new HashSet<>();
            terms.get("required").forEach(field -> required.add(field.asString()));
            assertEquals(fields, new TreeSet<>(required));
        }
    }

    @Test
    void peopleReadWhatAProductIsCalledAndProgramsItsCode() {
        Products products = new Products(
                Map.of("CASH", PolicyAlternatives.sample().terms()),
                Map.of("CASH", new ProductName("CASH", Map.of("zh", "现金贷", "en", "Cash loan"))));
        AccountContext account = CASE.account();
        AccountContext named = new AccountContext(
                account.factsUpTo(),
                account.askedBy(),
                account.policyName(),
                account.policySha256(),
                products,
                account.anomalies(),
                account.customerDpd(),
                account.rejects(),
                account.holds(),
                account.promises(),
                account.notices(),
                account.placements());
        String text = ExplainText.print(CASE.derivation(), named);
        assertTrue(text.contains("product Cash loan 现金贷 (CASH), amounts in"), text);
        assertEquals(ExplainJson.print(CASE.derivation(), account), ExplainJson.print(CASE.derivation(), named));
    }

    private static Derivation derived(Policy policy) {
        return new Assessor(policy, Set.of(), Set.of())
                .explain(CASE.facts(), CASE.derivation().asOf());
    }

    private static String value(Derivation derivation, PolicyKey<Terms, ?> key) {
        JsonNode json = MAPPER.readTree(ExplainJson.print(derivation, CASE.account()));
        return json.at("/rates/terms/" + key.field() + "/value").asString();
    }

    private static String row(Derivation derivation, PolicyKey<Terms, ?> key) {
        List<String> rows = Explanation.of(derivation, CASE.account()).sections().stream()
                .flatMap(section -> section.tables().stream())
                .flatMap(table -> table.rows().stream())
                .filter(row -> row.get(0).equals(key.path()))
                .map(Object::toString)
                .toList();
        assertEquals(1, rows.size(), key.path());
        return rows.get(0);
    }

    static Stream<PolicyKey<Terms, ?>> terms() {
        return TermKeys.ALL.stream();
    }
}
