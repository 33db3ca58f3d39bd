package org.arrears.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** The policy of the sample lender. */
class SamplePolicyTest {

    private static final Policy POLICY = PolicyReader.read(Policies.sample(), "policy.yaml")
            .match(Policies::withoutWarnings, errors -> {
                throw new AssertionError(errors);
            });

    @Test
    void isValidWithoutWarnings() {
        assertEquals("sample-consumer", POLICY.name());
        assertEquals(
                Set.of("MORTGAGE", "CARD", "AUTO", "SME"), POLICY.products().keySet());
    }
}
