package org.arrears.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad policies beside what is said of them, which the manual quotes; {@code -Dgolden.update} writes both anew. */
class RefusedPoliciesTest {

    private static final Path FOLDER = Path.of("src/test/java/org/arrears/core/policy/refused");
    private static final Path MANUAL = Path.of("../docs/manual/policy.md");
    private static final String HEADING = "## Messages\n";
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    @ParameterizedTest
    @MethodSource("policies")
    void isRefusedWithTheExpectedMessages(Path policy) throws IOException {
        PolicyReading reading = read(policy);
        assertTrue(reading instanceof PolicyReading.Invalid, () -> policy + " is valid");
        Path expected = expected(policy);
        if (UPDATE) {
            Files.writeString(expected, Policies.said(reading));
        }
        assertEquals(Files.readString(expected), Policies.said(reading));
    }

    @Test
    void theManualQuotesEveryMessage() throws IOException {
        String manual = Files.readString(MANUAL);
        int messages = manual.indexOf(HEADING) + HEADING.length();
        String quoted = "\n```\n"
                + policies().map(policy -> Policies.said(read(policy))).collect(Collectors.joining()) + "```\n";
        if (UPDATE) {
            Files.writeString(MANUAL, manual.substring(0, messages) + quoted);
        }
        assertEquals(quoted, Files.readString(MANUAL).substring(messages));
    }

    private static PolicyReading read(Path policy) {
        return PolicyReader.read(Policies.bytes(policy), policy.getFileName().toString());
    }

    private static Path expected(Path policy) {
        return policy.resolveSibling(policy.getFileName().toString().replace(".yaml", ".expected"));
    }

    static Stream<Path> policies() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> policies = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            return policies.stream();
        }
    }
}
