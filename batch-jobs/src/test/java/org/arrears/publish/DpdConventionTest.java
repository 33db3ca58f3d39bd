package org.arrears.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.stream.Stream;
import org.arrears.core.policy.PolicyAlternatives;
import org.arrears.core.policy.PolicyKey;
import org.arrears.core.policy.TermKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The convention of a run states every key by which days past due are counted. */
class DpdConventionTest {

    @Test
    void theConventionIsStatedByProduct() {
        assertEquals(
                "{*=exclude-due-date, grace 0 days, tolerance 0.00,"
                        + " AUTO=exclude-due-date, grace 0 days, tolerance 0.00,"
                        + " CARD=exclude-due-date, grace 3 days, tolerance 10.00,"
                        + " MORTGAGE=exclude-due-date, grace 0 days, tolerance 0.00,"
                        + " SME=exclude-due-date, grace 0 days, tolerance 0.00}",
                DpdConvention.of(PolicyAlternatives.sample()).toString());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void anotherValueIsStated(String path) {
        assertNotEquals(
                DpdConvention.of(PolicyAlternatives.sample()).get("*"),
                DpdConvention.of(PolicyAlternatives.other(path)).get("*"));
    }

    static Stream<String> keys() {
        return TermKeys.ALL.stream().map(PolicyKey::path).filter(path -> path.startsWith("delinquency."));
    }
}
