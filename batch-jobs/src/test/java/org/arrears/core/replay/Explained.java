package org.arrears.core.replay;

import java.time.LocalDate;
import java.util.Set;

/** What a loan written down in a line owes, explained or foretold, under a policy written down in a line. */
final class Explained {

    private Explained() {}

    static Derivation of(String policy, String loan, String asOf) {
        return assessor(policy).explain(LoanText.facts(loan), LocalDate.parse(asOf));
    }

    static Assessor assessor(String policy) {
        PolicyText text = PolicyText.of(policy);
        return new Assessor(text.policy(), text.dates("holidays"), Set.of());
    }
}
