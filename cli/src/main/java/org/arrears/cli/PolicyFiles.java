package org.arrears.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.arrears.core.policy.PolicyIssue;
import org.arrears.core.policy.PolicyReader;
import org.arrears.core.policy.PolicyReading;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.run.RunRequest.PolicyFile;

/** Reads policy files; a wrong one stops the command with all that is wrong in it. */
final class PolicyFiles {

    private PolicyFiles() {}

    /** Reads a policy, printing its warnings. */
    static PolicyFile read(Path path, PrintWriter warnings) {
        byte[] content = bytes(path);
        PolicyReading reading = PolicyReader.read(content, path.toString());
        return reading.match(
                (policy, issues) -> {
                    issues.forEach(issue -> warnings.println("warning: " + issue));
                    return new PolicyFile(policy, new String(content, StandardCharsets.UTF_8));
                },
                errors -> {
                    throw new ArrearsException(
                            FailureKind.CONFIGURATION_INVALID,
                            "the policy is invalid, nothing was run:\n"
                                    + errors.stream().map(PolicyIssue::toString).collect(Collectors.joining("\n")));
                });
    }

    static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException unreadable) {
            throw new ArrearsException(
                    FailureKind.CONFIGURATION_INVALID,
                    "policy file " + path + " cannot be read: give a YAML file with --policy",
                    unreadable);
        }
    }
}
