package org.arrears.core.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 大写 against the examples of 《支付结算办法》附一 and the corner cases of banking practice. */
class ChineseCapitalsTest {
    private static final String NUMERALS = "零壹贰叁肆伍陆柒捌玖";

    @ParameterizedTest
    @CsvSource(textBlock = """
            # the published examples
            140950,           人民币壹仟肆佰零玖元伍角
            600714,           人民币陆仟零柒元壹角肆分
            168032,           人民币壹仟陆佰捌拾元零叁角贰分
            10700053,         人民币壹拾万柒仟元零伍角叁分
            1640902,          人民币壹万陆仟肆佰零玖元零贰分
            32504,            人民币叁佰贰拾伍元零肆分
            # zeros at the end, in the middle, across 万 and 亿
            1000000,          人民币壹万元整
            10000000000,      人民币壹亿元整
            100000000101,     人民币壹拾亿零壹元零壹分
            100001000000,     人民币壹拾亿零壹万元整
            100100000000,     人民币壹拾亿零壹佰万元整
            101000000000,     人民币壹拾亿壹仟万元整
            10001000,         人民币壹拾万零壹拾元整
            12345,            人民币壹佰贰拾叁元肆角伍分
            1000,             人民币壹拾元整
            100001,           人民币壹仟元零壹分
            123456789012345,  人民币壹万贰仟叁佰肆拾伍亿陆仟柒佰捌拾玖万零壹佰贰拾叁元肆角伍分
            1000000000000000, 人民币壹拾万亿元整
            # under one 元
            0,                人民币零元整
            5,                人民币伍分
            50,               人民币伍角
            55,               人民币伍角伍分
            """)
    void aYuanAmountIsWrittenAsTheRuleAsks(long minor, String expected) {
        assertEquals(expected, ChineseCapitals.of(minor, "CNY", 2));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            140950,           USD, 2, 美元壹仟肆佰零玖元伍角
            140900,           HKD, 2, 港元壹仟肆佰零玖元整
            10000,            JPY, 0, 日元壹万元整
            1000000000000000, JPY, 0, 日元壹仟万亿元整
            123456,           KWD, 3, 科威特第纳尔壹佰贰拾叁元肆角伍分陆厘
            1005,             KWD, 3, 科威特第纳尔壹元零伍厘
            1050,             KWD, 3, 科威特第纳尔壹元零伍分
            1505,             KWD, 3, 科威特第纳尔壹元伍角零伍厘
            1500,             KWD, 3, 科威特第纳尔壹元伍角
            5,                KWD, 3, 科威特第纳尔伍厘
            10000,            XAF, 0, XAF壹万元整
            """)
    void anotherCurrencyIsNamedInChineseOrByItsCode(long minor, String currency, int digits, String expected) {
        assertEquals(expected, ChineseCapitals.of(minor, currency, digits));
    }

    @Test
    void whatCannotBeWrittenIsRefusedWithItsValue() {
        IllegalArgumentException tooLarge = assertThrows(
                IllegalArgumentException.class, () -> ChineseCapitals.of(1_000_000_000_000_001L, "CNY", 2));
        assertTrue(String.valueOf(tooLarge.getMessage()).endsWith(": 1000000000000001"), tooLarge::toString);
        assertThrows(IllegalArgumentException.class, () -> ChineseCapitals.of(-1, "CNY", 2));
        assertThrows(IllegalArgumentException.class, () -> ChineseCapitals.of(1, "CNY", 4));
    }

    @Test
    void readingTheNumeralsBackGivesTheAmount() {
        long seed = 20260315L;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            long minor = random.nextLong(1L << random.nextInt(1, 50));
            String text = ChineseCapitals.of(minor, "CNY", 2).substring("人民币".length());
            assertEquals(minor, readBack(text), () -> "seed " + seed + ", " + minor + ": " + text);
            assertFalse(text.contains("零零"), () -> "seed " + seed + ", " + minor + ": " + text);
            assertEquals(minor % 100 == 0, text.endsWith("整"), () -> "seed " + seed + ", " + minor + ": " + text);
        }
    }

    /** Reads capitals by the values of their characters, without knowing how they were made. */
    private static long readBack(String text) {
        int yuan = text.indexOf('元');
        long minor = 0;
        for (int i = yuan + 1; i + 1 < text.length(); i++) {
            int unit = "分角".indexOf(text.charAt(i + 1));
            minor += unit < 0 ? 0 : NUMERALS.indexOf(text.charAt(i)) * (unit == 0 ? 1L : 10L);
        }
        return minor + 100 * (yuan < 0 ? 0 : readWhole(text.substring(0, yuan)));
    }

    private static long readWhole(String text) {
        int yi = text.lastIndexOf('亿');
        int wan = text.lastIndexOf('万');
        if (yi >= 0) {
            return readWhole(text.substring(0, yi)) * 100_000_000L + readWhole(text.substring(yi + 1));
        }
        if (wan >= 0) {
            return readWhole(text.substring(0, wan)) * 10_000L + readWhole(text.substring(wan + 1));
        }
        long total = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = NUMERALS.indexOf(text.charAt(i));
            int unit = i + 1 < text.length() ? "拾佰仟".indexOf(text.charAt(i + 1)) : -1;
            total += digit < 0 ? 0 : digit * List.of(1L, 10L, 100L, 1000L).get(unit + 1);
        }
        return total;
    }
}
