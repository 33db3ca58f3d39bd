package org.arrears.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.arrears.cli.Shell.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code arrears policy check}: what it says of products. */
class PolicyCheckTest {

    private static final String LEAST = """
            policy: p
            penalty: { multiple: 1.5 }
            buckets: { ranges: { M0: 0+ } }
            """;
    private static final String NOTICES = """
            notices:
              creditor: { name: N, signature: S, phone: 1, address: A, payment: P }
              stages: [{ stage: first, channel: sms, template: mild, when: { dpd: 1+ } }]
            """;

    private final Shell shell = new Shell(Map.of());

    @TempDir
    private Path folder = Path.of("");

    private Ended check(String yaml, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("policy.yaml"), yaml);
        return shell.run(Stream.concat(List.of("policy", "check", file.toString()).stream(), List.of(more).stream())
                        .toList())
                .with(ExitCodes.DONE);
    }

    @Test
    void aProductWhoseCodePeopleWillReadIsWarnedOf() throws IOException {
        String products = "products: { CARD: { name: { zh: 信用卡 } }, AUTO: { penalty: { multiple: 1.4 } } }\n";
        Ended ended = check(LEAST + NOTICES + products);
        assertEquals(
                "warning: " + folder.resolve("policy.yaml") + ": products.AUTO.name has no zh: people read the code"
                        + " AUTO; add it as name: { zh: … }\n",
                ended.err());
        assertTrue(ended.out().contains("\nproducts with own terms: AUTO\n"), ended.out());
        assertTrue(
                check(LEAST + NOTICES + products, "--format", "json").out().contains("products.AUTO.name has no zh"));
    }

    @Test
    void whereNobodyIsWrittenToACodeIsEnough() throws IOException {
        Ended ended = check(LEAST + "products: { AUTO: { penalty: { multiple: 1.4 } } }\n");
        assertFalse(ended.err().contains("warning"), ended.err());
    }
}
