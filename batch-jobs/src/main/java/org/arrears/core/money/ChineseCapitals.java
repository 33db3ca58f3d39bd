package org.arrears.core.money;

import java.util.Map;

/**
 * Amounts in the capital numerals (大写) that Chinese banking documents ask for beside the figures.
 *
 * <p>Source: 中国人民银行《支付结算办法》附一《正确填写票据和结算凭证的基本规定》. In our words: the currency's name comes first, without a
 * gap; 整 closes an amount that ends at 元; after 角 it is optional and left out here, as in the published examples;
 * after 分 it is never
 * written. One 零 stands for any run of zeros inside the number, and none for zeros at its end. Where 元 is reached
 * on a zero but 角 is not
 * zero, the rule allows both forms: we write the 零 after 元 (1680.32 is 壹仟陆佰捌拾元零叁角贰分) and none between 万 and 仟
 * (107000.53 is
 * 壹拾万柒仟元零伍角叁分). Where 角 is zero and 分 is not, 零 stands before the 分. An amount under one 元 starts with its first
 * digit.
 * The rule knows two decimals; the third of currencies like KWD is written 厘, the next unit of the same series.
 */
public final class ChineseCapitals {
    /** The largest amount written, in minor units. */
    public static final long LARGEST_MINOR = 1_000_000_000_000_000L;

    private static final String NUMERALS = "零壹贰叁肆伍陆柒捌玖";
    private static final String[] FRACTIONS = {"角", "分", "厘"};
    private static final long WAN = 10_000L;
    private static final long YI = 100_000_000L;

    private static final Map<String, String> CURRENCIES = Map.ofEntries(
            Map.entry("CNY", "人民币"),
            Map.entry("USD", "美元"),
            Map.entry("EUR", "欧元"),
            Map.entry("GBP", "英镑"),
            Map.entry("JPY", "日元"),
            Map.entry("HKD", "港元"),
            Map.entry("MOP", "澳门元"),
            Map.entry("TWD", "新台币"),
            Map.entry("SGD", "新加坡元"),
            Map.entry("AUD", "澳大利亚元"),
            Map.entry("NZD", "新西兰元"),
            Map.entry("CAD", "加拿大元"),
            Map.entry("CHF", "瑞士法郎"),
            Map.entry("KRW", "韩元"),
            Map.entry("THB", "泰铢"),
            Map.entry("MYR", "马来西亚林吉特"),
            Map.entry("INR", "印度卢比"),
            Map.entry("RUB", "俄罗斯卢布"),
            Map.entry("AED", "阿联酋迪拉姆"),
            Map.entry("KWD", "科威特第纳尔"),
            Map.entry("BHD", "巴林第纳尔"),
            Map.entry("OMR", "阿曼里亚尔"),
            Map.entry("JOD", "约旦第纳尔"));

    private ChineseCapitals() {}

    /** The currency's Chinese name, or its ISO code where we know none. */
    public static String currencyName(String currency) {
        return CURRENCIES.getOrDefault(currency, currency);
    }

    /** The amount with its currency in front: {@code of(140950, "CNY", 2)} is 人民币壹仟肆佰零玖元伍角. */
    public static String of(long minor, String currency, int digits) {
        if (minor < 0 || minor > LARGEST_MINOR) {
            throw new IllegalArgumentException(
                    "amount in capitals must be 0.." + LARGEST_MINOR + " minor units: " + minor);
        }
        if (digits < 0 || digits > FRACTIONS.length) {
            throw new IllegalArgumentException("decimals of a currency must be 0.." + FRACTIONS.length + ": " + digits);
        }
        long scale = scale(digits);
        long whole = minor / scale;
        String fraction = fraction(minor % scale, digits, whole);
        String units = whole == 0 && !fraction.isEmpty() ? "" : whole(whole) + "元";
        return currencyName(currency) + units + (fraction.isEmpty() ? "整" : fraction);
    }

    private static long scale(int digits) {
        long scale = 1;
        for (int i = 0; i < digits; i++) {
            scale *= 10;
        }
        return scale;
    }

    private static String whole(long number) {
        return number == 0 ? "零" : spelled(number);
    }

    private static String spelled(long number) {
        if (number >= YI) {
            return joined(number / YI, "亿", number % YI, YI);
        }
        if (number >= WAN) {
            return joined(number / WAN, "万", number % WAN, WAN);
        }
        return belowWan(number);
    }

    private static String joined(long high, String unit, long rest, long scale) {
        String gap = rest > 0 && rest < scale / 10 ? "零" : "";
        return spelled(high) + unit + gap + (rest == 0 ? "" : spelled(rest));
    }

    private static String belowWan(long number) {
        StringBuilder text = new StringBuilder();
        String[] units = {"仟", "佰", "拾", ""};
        long rest = number;
        long scale = 1_000;
        boolean gap = false;
        for (String unit : units) {
            int digit = (int) (rest / scale);
            if (digit == 0) {
                gap = text.length() > 0;
            } else {
                text.append(gap ? "零" : "").append(numeral(digit)).append(unit);
                gap = false;
            }
            rest %= scale;
            scale /= 10;
        }
        return text.toString();
    }

    private static String fraction(long minor, int digits, long whole) {
        StringBuilder text = new StringBuilder();
        boolean gap = whole > 0 && whole % 10 == 0;
        long scale = scale(digits);
        long rest = minor;
        for (int i = 0; i < digits; i++) {
            scale /= 10;
            int digit = (int) (rest / scale);
            if (digit == 0) {
                gap = whole > 0 || text.length() > 0;
            } else {
                text.append(gap ? "零" : "").append(numeral(digit)).append(FRACTIONS[i]);
                gap = false;
            }
            rest %= scale;
        }
        return text.toString();
    }

    private static char numeral(int digit) {
        return NUMERALS.charAt(digit);
    }
}
