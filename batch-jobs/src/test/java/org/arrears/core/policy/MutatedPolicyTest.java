package org.arrears.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Thousands of damaged copies of the sample policy: each is read or refused, and nothing is ever thrown. */
class MutatedPolicyTest {

    private static final int COPIES = 2_000;
    private static final List<String> SPLINTERS = List.of(
            "&a ",
            "*a",
            "!t ",
            "!!str ",
            "[",
            "]",
            "{",
            "}",
            "- ",
            "? ",
            ": ",
            ",",
            "\n",
            "\n---\n",
            "\t",
            "\0",
            "'",
            "\"",
            "#",
            "|\n",
            ">\n",
            "%",
            "@",
            "<<: ",
            "~",
            "-1",
            "99999999999999999999",
            "1e9",
            "\uFEFF",
            "\u2028",
            "\\x");

    @Test
    void neverMakesTheReaderThrow() {
        long seed = Long.getLong("seed", 20_260_801L);
        System.out.println("MutatedPolicyTest: -Dseed=" + seed);
        Random random = new Random(seed);
        byte[] sample = Policies.sample();
        int valid = 0;
        for (int i = 0; i < COPIES; i++) {
            byte[] copy = sample;
            for (int wounds = 1 + random.nextInt(3); wounds > 0; wounds--) {
                copy = damage(copy, random);
            }
            valid += PolicyReader.read(copy, "p").match((policy, warnings) -> 1, MutatedPolicyTest::check);
        }
        assertTrue(valid > COPIES / 100 && valid < COPIES / 2, "valid copies: " + valid);
    }

    private static int check(List<PolicyIssue> errors) {
        assertFalse(errors.isEmpty());
        for (PolicyIssue error : errors) {
            assertTrue(error.line() >= 1, error::toString);
            assertFalse(error.problem().isBlank(), error::toString);
            assertEquals(1, error.toString().lines().count(), error::toString);
        }
        return 0;
    }

    private static byte[] damage(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length);
        int to = Math.min(bytes.length, from + random.nextInt(40));
        ByteArrayOutputStream damaged = new ByteArrayOutputStream();
        damaged.write(bytes, 0, from);
        switch (random.nextInt(5)) {
            case 0 -> damaged.write(random.nextInt(256));
            case 1 -> damaged.writeBytes(splinter(random));
            case 2 -> damaged.write(bytes, random.nextInt(bytes.length - (to - from)), to - from);
            case 3 -> to = Math.min(bytes.length, from + 1);
            default ->
                damaged.writeBytes(Integer.toString(random.nextInt(2_000)).getBytes(StandardCharsets.UTF_8));
        }
        damaged.write(bytes, to, bytes.length - to);
        return damaged.toByteArray();
    }

    private static byte[] splinter(Random random) {
        return SPLINTERS.get(random.nextInt(SPLINTERS.size())).getBytes(StandardCharsets.UTF_8);
    }
}
