package org.arrears.compare;

import java.nio.charset.StandardCharsets;
import org.arrears.core.policy.Policy;
import org.arrears.core.policy.PolicyReader;

/** Small policies for the tests of comparisons. */
final class PolicyText {

    static final String PLAIN = """
            policy: plain
            penalty: { multiple: 1.5 }
            buckets:
              ranges: { M0: 0, M1: 1-30, M2: 31+ }
            """;

    private PolicyText() {}

    static Policy of(String yaml) {
        return PolicyReader.read(yaml.getBytes(StandardCharsets.UTF_8), "policy.yaml")
                .match((policy, warnings) -> policy, errors -> {
                    throw new AssertionError(errors.toString());
                });
    }
}
