package org.arrears.core.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Policies for tests: the sample, and texts read as one. */
final class Policies {

    private Policies() {}

    static byte[] sample() {
        return bytes(Path.of("..", "sample-data", "policy.yaml"));
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    static PolicyReading read(String yaml) {
        return PolicyReader.read(yaml.getBytes(StandardCharsets.UTF_8), "policy.yaml");
    }

    /** The policy that the text is, which must be valid and without a warning. */
    static Policy valid(String yaml) {
        return read(yaml).match(Policies::withoutWarnings, Policies::fail);
    }

    static Policy withoutWarnings(Policy policy, List<PolicyIssue> warnings) {
        return warnings.isEmpty() ? policy : fail(warnings);
    }

    private static Policy fail(List<PolicyIssue> issues) {
        throw new AssertionError(lines(issues));
    }

    /** What reading the text says, one line each: errors, or warnings. */
    static String said(PolicyReading reading) {
        return reading.match((policy, warnings) -> lines(warnings), Policies::lines);
    }

    private static String lines(List<PolicyIssue> issues) {
        return issues.stream().map(issue -> issue + "\n").collect(Collectors.joining());
    }
}
