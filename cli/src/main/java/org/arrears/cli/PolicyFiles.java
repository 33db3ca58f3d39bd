package org.arrears.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.arrears.core.policy.NoticePolicy;
import org.arrears.core.policy.Policy;
import org.arrears.core.policy.PolicyIssue;
import org.arrears.core.policy.PolicyReader;
import org.arrears.core.policy.PolicyReading;
import org.arrears.failure.ArrearsException;
import org.arrears.failure.FailureKind;
import org.arrears.guard.Ownership;
import org.arrears.run.FileDigest;
import org.arrears.run.RunRequest.PolicyFile;
import org.arrears.run.RunTable;
import org.arrears.run.StoredPolicy;
import org.arrears.run.TemplateSet;

/** Reads policy files; a wrong one stops the command with all that is wrong in it. */
final class PolicyFiles {

    private PolicyFiles() {}

    /** Reads a policy, printing its warnings. */
    static PolicyFile read(Path path, PrintWriter warnings) {
        byte[] content = bytes(path);
        Ownership.doubt(path).ifPresent(doubt -> warnings.println("warning: " + doubt));
        PolicyReading reading = PolicyReader.read(content, path.toString());
        return reading.match(
                (policy, issues) -> {
                    issues.forEach(issue -> warnings.println("warning: " + issue));
                    return new PolicyFile(
                            policy,
                            new String(content, StandardCharsets.UTF_8),
                            true,
                            TemplateSet.in(templates(policy, path)));
                },
                errors -> {
                    throw new ArrearsException(
                            FailureKind.CONFIGURATION_INVALID,
                            "the policy is invalid, nothing was run:\n"
                                    + errors.stream().map(PolicyIssue::toString).collect(Collectors.joining("\n")));
                });
    }

    /** Returns the folder of the lender's own templates, which a policy names as seen from its own. */
    static Optional<Path> templates(Policy policy, Path file) {
        return policy.notices()
                .flatMap(NoticePolicy::templates)
                .map(name -> file.toAbsolutePath().resolveSibling(name).normalize());
    }

    /** A lender's rules are not needed to load files, so a first {@code ingest} may do without. */
    private static final String FOR_FILES_ONLY = """
            policy: none
            penalty: { multiple: 1.5 }
            buckets:
              ranges: { M0: 0, M1: 1-30, M2: 31-60, M3: 61-90, M4: 91-120, M5: 121-150, M6: 151-180, M7: 181+ }
            """;

    /** Reads the policy given, else that of the latest run; files alone can be loaded without any. */
    static PolicyFile readOrLatest(Optional<Path> path, Console console, CommonOptions common, boolean onlyForFiles) {
        if (path.isPresent()) {
            return read(path.get(), console.err());
        }
        String except = FileDigest.ofText(FOR_FILES_ONLY);
        Optional<StoredPolicy> latest = Sessions.withDatabase(
                console, common, database -> new RunTable(database.dataSource()).latestPolicy(except));
        if (latest.isEmpty() && !onlyForFiles) {
            throw new ArrearsException(
                    FailureKind.CONFIGURATION_INVALID, "no run has had a policy yet: give one with --policy");
        }
        return latest.map(stored -> ofStored(stored.yaml(), stored.templates())).orElseGet(PolicyFiles::forFilesOnly);
    }

    static PolicyFile forFilesOnly() {
        return ofStored(FOR_FILES_ONLY, Optional.empty());
    }

    /** Reads a policy that was valid when it was stored. */
    static PolicyFile ofStored(String yaml, Optional<Path> templates) {
        return PolicyReader.read(yaml.getBytes(StandardCharsets.UTF_8), "stored policy")
                .match((policy, warnings) -> new PolicyFile(policy, yaml, false, TemplateSet.in(templates)), errors -> {
                    throw new ArrearsException(
                            FailureKind.CONFIGURATION_INVALID,
                            "the policy of the latest run is not valid any more: give --policy; " + errors);
                });
    }

    static byte[] bytes(Path path) {
        try {
            return Files.readAllBytes(path);
        } catch (IOException unreadable) {
            throw new ArrearsException(
                    FailureKind.CONFIGURATION_INVALID,
                    "policy file " + path + " cannot be read: a YAML file is expected there",
                    unreadable);
        }
    }
}
