package org.arrears.core.policy;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What came of reading a policy file. */
public sealed interface PolicyReading {

    /** Returns what the function for this outcome makes of it. */
    <T> T match(BiFunction<Policy, List<PolicyIssue>, T> valid, Function<List<PolicyIssue>, T> invalid);

    /** A policy to run with, and what is unusual in it. */
    record Valid(Policy policy, List<PolicyIssue> warnings) implements PolicyReading {
        public Valid {
            warnings = List.copyOf(warnings);
        }

        @Override
        public <T> T match(BiFunction<Policy, List<PolicyIssue>, T> valid, Function<List<PolicyIssue>, T> invalid) {
            return valid.apply(policy, warnings);
        }
    }

    /** Nothing to run with: every error found, by line. */
    record Invalid(List<PolicyIssue> errors) implements PolicyReading {
        public Invalid {
            errors = List.copyOf(errors);
            if (errors.isEmpty()) {
                throw new IllegalStateException("invalid without an error");
            }
        }

        @Override
        public <T> T match(BiFunction<Policy, List<PolicyIssue>, T> valid, Function<List<PolicyIssue>, T> invalid) {
            return invalid.apply(errors);
        }
    }
}
