package org.arrears.core.policy;

import java.util.List;
import org.arrears.core.policy.NamedRanges.Named;

/** The published schemes of classes by days past due. */
final class ClassificationSchemes {

    /** 商业银行金融资产风险分类办法: overdue at all 关注, over 90 days 次级, over 270 可疑, over 360 损失. */
    static final Classification CN_2023 = scheme(
            "cn-2023",
            "中国银行保险监督管理委员会、中国人民银行令〔2023〕第1号 商业银行金融资产风险分类办法",
            named("正常", "0"),
            named("关注", "1-90"),
            named("次级", "91-270"),
            named("可疑", "271-360"),
            named("损失", "361+"));

    /** 商业银行信用卡业务监督管理办法: 1 to 90 days 关注, 91 to 120 次级, 121 to 180 可疑, over 180 损失. */
    static final Classification CN_CARD_2011 = scheme(
            "cn-card-2011",
            "中国银行业监督管理委员会令2011年第2号 商业银行信用卡业务监督管理办法 第九十二条",
            named("正常", "0"),
            named("关注", "1-90"),
            named("次级", "91-120"),
            named("可疑", "121-180"),
            named("损失", "181+"));

    /** Special mention accounts up to 90 days, non-performing above. */
    static final Classification RBI = scheme(
            "rbi",
            "Reserve Bank of India, RBI/2021-2022/125 of 2021-11-12, Prudential norms on Income Recognition, Asset"
                    + " Classification and Provisioning pertaining to Advances - Clarifications",
            named("standard", "0"),
            named("SMA-0", "1-30"),
            named("SMA-1", "31-60"),
            named("SMA-2", "61-90"),
            named("NPA", "91+"));

    /** The two rebuttable presumptions by days: more than 30 significant increase in risk, more than 90 default. */
    static final Classification IFRS9 = scheme(
            "ifrs9",
            "IFRS 9 Financial Instruments, paragraphs 5.5.11 and B5.5.37",
            named("stage 1", "0-30"),
            named("stage 2", "31-90"),
            named("stage 3", "91+"));

    static final List<Classification> ALL = List.of(CN_2023, CN_CARD_2011, RBI, IFRS9);

    private ClassificationSchemes() {}

    private static Classification scheme(String scheme, String source, Named... classes) {
        return new Classification(scheme, source, new NamedRanges(List.of(classes)));
    }

    private static Named named(String name, String range) {
        return new Named(name, DayRange.parse(range).orElseThrow());
    }
}
