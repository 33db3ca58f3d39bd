package org.arrears.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Text from outside, as it reaches a terminal. */
class HarmlessWriterTest {

    private static final long SEED = Long.getLong("harmless.seed", System.nanoTime());
    private static final int[] HOSTILE = {
        0, 7, 8, 0x0b, 0x0c, 0x0d, 0x1b, 0x7f, 0x85, 0x9b, 0xad, 0x61c, 0x180e, 0x200b, 0x200e, 0x2028, 0x2029, 0x202a,
        0x202e, 0x2060, 0x2066, 0x2069, 0xfeff, 0xfff9, 0xe0001, 0xe0041, 0xd800, 0xdc00
    };
    private static final int[] HARMLESS = {'\n', '\t', ' ', 'a', '\\', '"', '张', 0x3000, 0xa0, 0x1f600, 0x2a6d6};

    private static String written(String text, int cut) throws IOException {
        StringWriter out = new StringWriter();
        try (HarmlessWriter writer = new HarmlessWriter(out)) {
            writer.write(text, 0, cut);
            writer.flush();
            for (char ch : text.substring(cut).toCharArray()) {
                writer.write(ch);
            }
        }
        return out.toString();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "clear the screen , a\u001b[2J   , a\\u001B[2J",
        "one-byte escape  , a\u009b2J    , a\\u009B2J",
        "from the right   , a\u202eb     , a\\u202Eb",
        "line separator   , a\u2028b     , a\\u2028b",
        "nothing to see   , a\u200bb     , a\\u200Bb",
        "a tag            , \udb40\udc41 , \\uDB40\\uDC41",
        "half a character , a\ud800b     , a\\uD800b"
    })
    void whatWouldSteerATerminalIsShownByItsNumber(String what, String text, String shown) throws IOException {
        assertEquals(shown, written(text, 0), what);
    }

    @Test
    void textAsPeopleWriteItStaysAsItIs() throws IOException {
        String text = "张三\t李四\n  40 % of 𠀀 and 😀, \\u202E, é e\u0301\u3000\n";
        assertEquals(text, written(text, 5));
    }

    @Test
    void nothingInvisibleComesThroughHoweverItIsCutAndJsonMeansTheSame() throws IOException {
        System.out.println("seed of HarmlessWriterTest: -Dharmless.seed=" + SEED);
        Random random = new Random(SEED);
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                int[] from = random.nextBoolean() ? HOSTILE : HARMLESS;
                text.appendCodePoint(from[random.nextInt(from.length)]);
            }
            String whole = text.toString();
            String shown = written(whole, 0);
            assertTrue(shown.codePoints().allMatch(HarmlessWriterTest::canBeSeen), () -> shown);
            assertEquals(shown, written(whole, random.nextInt(whole.length() + 1)), "cut elsewhere");
            String json = written(JsonMapper.shared().writeValueAsString(whole), 0);
            assertEquals(whole, JsonMapper.shared().readValue(json, String.class));
        }
    }

    private static boolean canBeSeen(int c) {
        return c == '\n'
                || c == '\t'
                || !String.valueOf(Character.toChars(c)).matches("[\\p{C}&&[^\\p{Cn}\\p{Co}]]|\\p{Zl}|\\p{Zp}");
    }
}
