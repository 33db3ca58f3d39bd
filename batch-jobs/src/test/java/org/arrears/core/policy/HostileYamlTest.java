package org.arrears.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are no text, and YAML made to hurt its reader. */
class HostileYamlTest {

    private static final String LEAST = "policy: p\npenalty: { multiple: 1.5 }\nbuckets: { ranges: { M: 0+ } }\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [                |       | 200000 | 1: the nesting is too deep; allowed: at most 16 levels
            '- '             |       | 200000 | 1: the nesting is too deep; allowed: at most 16 levels
            '{a: '           |       | 200000 | 1: the nesting is too deep; allowed: at most 16 levels
            '? '             |       | 200000 | 1: the nesting is too deep; allowed: at most 16 levels
            '[0,'            | ]     | 15     | 1: the file is not a section of keys; allowed: a policy
            'x,'             | [     | 501    | 1: the section or list is too long; allowed: at most 500 entries
            """)
    void boundlessYamlIsRefused(String unit, String around, int times, String expected) {
        String open = "[".equals(around) ? "[" : "";
        String close = "]".equals(around) ? "]".repeat(times) : "[".equals(around) ? "]" : "";
        assertEquals("policy.yaml:" + expected + "\n", said(open + unit.repeat(times) + close));
    }

    @Test
    void aBillionLaughsAreRefusedAtTheFirstAnchor() {
        String laughs = IntStream.range(1, 30)
                .mapToObj(i -> "a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n")
                .collect(Collectors.joining());
        String said = said("a0: &a0 lol\n" + laughs);
        assertTrue(
                said.startsWith("policy.yaml:1: the anchor &a0 is not read; allowed: plain values, written out\n"),
                said);
        assertEquals(1 + 29 * 2, said.lines().count());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a: "\\UFFFFFFFF"       | 1: not YAML: For input string: "FFFFFFFF" under radix 16
            a: "\\xZZ"             | 1: not YAML: while scanning a double-quoted scalar, expected escape sequence of 2 \
            hexadecimal numbers, but found: ZZ
            *a                     | 1: the alias *a is not read; allowed: plain values, written out
            a: b: c                | 1: not YAML: mapping values are not allowed here
            """)
    void brokenYamlIsRefusedWithItsLine(String yaml, String expected) {
        assertEquals("policy.yaml:" + expected + "\n", said(yaml));
    }

    @Test
    void aNulIsRefusedWithItsLine() {
        assertEquals("policy.yaml:2: the character U+0000 may not stand in YAML\n", said("policy: p\nx: \0\n"));
    }

    @Test
    void anotherEncodingIsRefusedWithItsLine() {
        byte[] bytes = "policy: p\nname: 晨曦\n".getBytes(Charset.forName("GB18030"));
        assertEquals(
                "policy.yaml:2: the byte 0xB3 is not UTF-8; allowed: UTF-8 text\n",
                Policies.said(PolicyReader.read(bytes, "policy.yaml")));
    }

    @Test
    void aCharacterCutOffAtTheEndIsNotUtf8() {
        byte[] bytes = "policy: 晨".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                "policy.yaml:1: the byte 0xE6 is not UTF-8; allowed: UTF-8 text\n",
                Policies.said(PolicyReader.read(Arrays.copyOf(bytes, bytes.length - 1), "policy.yaml")));
    }

    @Test
    void aByteOrderMarkIsNotACharacterOfTheFirstKey() {
        assertEquals("p", Policies.valid("\uFEFF" + LEAST).name());
    }

    @Test
    void aMebibyteIsReadAndAByteMoreIsNot() {
        String full = LEAST + "#".repeat((1 << 20) - LEAST.length());
        assertEquals("p", Policies.valid(full).name());
        assertEquals("policy.yaml:1: the file has 1048577 bytes; allowed: at most 1048576\n", said(full + "#"));
    }

    @Test
    void errorsBeyondTwoHundredAreNotShown() {
        String unknown =
                IntStream.range(0, 300).mapToObj(i -> "x" + i + ": 1\n").collect(Collectors.joining());
        String said = said(LEAST + unknown);
        assertEquals(201, said.lines().count());
        assertTrue(said.endsWith("policy.yaml:204: more than 200 errors: the rest is not shown\n"), said);
    }

    @Test
    void aLongValueIsShownShortened() {
        String said = said(LEAST + "timezone: " + "x".repeat(100_000) + "\n");
        assertTrue(said.startsWith("policy.yaml:4: timezone \"" + "x".repeat(60) + "...\" is not known"), said);
    }

    private static String said(String yaml) {
        return Policies.said(Policies.read(yaml));
    }
}
