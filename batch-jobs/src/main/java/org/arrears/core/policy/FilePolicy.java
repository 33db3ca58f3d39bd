package org.arrears.core.policy;

import java.nio.charset.Charset;
import java.util.List;

/** What is expected of the input files. */
public record FilePolicy(Charset charset, RejectBudget maxRejects, List<String> required) {
    public FilePolicy {
        required = List.copyOf(required);
    }
}
