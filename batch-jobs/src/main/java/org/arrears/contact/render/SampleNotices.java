package org.arrears.contact.render;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.arrears.core.money.Component;
import org.arrears.core.money.Dues;

/** Made-up notices that templates are tried with: the ordinary one and those that templates forget. */
public final class SampleNotices {

    private static final LocalDate AS_OF = LocalDate.of(2026, 9, 29);
    private static final Creditor CREDITOR = new Creditor(
            "晨曦消费金融有限公司（示例）",
            "晨曦消费金融",
            "400-000-0000",
            "上海市示例区样本路1号",
            "登录晨曦消费金融应用程序，或转账至本公司对公账户 0000 0000 0000 0000（示例银行）");
    private static final Debtor DEBTOR = new Debtor("C000017", "张小明", "19900000000", "上海市示例区样例路88号3幢502室", "200000");

    private SampleNotices() {}

    /** Returns the notices by name, the ordinary one first, all in one language. */
    public static Map<String, NoticeView> in(String language) {
        Map<String, NoticeView> notices = new LinkedHashMap<>();
        notices.put("one-loan", notice(language, DEBTOR, List.of(loan(1, "CNY", 2))));
        notices.put("three-loans", notice(language, DEBTOR, loans(3)));
        notices.put(
                "three-currencies",
                notice(
                        language,
                        DEBTOR,
                        List.of(
                                loan(1, "CNY", 2),
                                loan(2, "JPY", 0),
                                loan(3, "JPY", 0),
                                loan(4, "USD", 2),
                                loan(5, "USD", 2))));
        notices.put("forty-loans", notice(language, DEBTOR, loans(40)));
        notices.put(
                "bare",
                notice(language, new Debtor("C000018", "O'Neil & <Söhne>", "", "", ""), List.of(principalOnly())));
        return notices;
    }

    private static List<LoanLine> loans(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> loan(i, "CNY", 2)).toList();
    }

    private static LoanLine loan(int number, String currency, int digits) {
        long principal = 125_000L + number;
        return new LoanLine(
                String.format(Locale.ROOT, "LN2026%06d", number),
                LocalDate.of(2025, 6, 18),
                "CONSUMER",
                currency,
                digits,
                principal * 9,
                Dues.of(Component.PRINCIPAL, principal)
                        .with(Component.INTEREST, 13_450)
                        .with(Component.FEE, 500)
                        .with(Component.PENALTY, 1_780)
                        .with(Component.COMPOUND, 220),
                principal + 15_950,
                LocalDate.of(2026, 7, 22),
                69,
                "18%",
                42);
    }

    /** A loan without interest, fee, penalty and compound interest, and a debtor without phone and address. */
    private static LoanLine principalOnly() {
        return new LoanLine(
                "LN2026000099",
                LocalDate.of(2025, 6, 18),
                "CONSUMER",
                "CNY",
                2,
                1,
                Dues.of(Component.PRINCIPAL, 1),
                1,
                AS_OF.minusDays(1),
                1,
                "",
                0);
    }

    private static NoticeView notice(String language, Debtor debtor, List<LoanLine> loans) {
        return new NoticeView(
                "L20260929-" + debtor.customerNo() + "-sample",
                language,
                AS_OF,
                AS_OF.plusDays(7),
                "sample",
                debtor,
                CREDITOR,
                loans,
                CurrencyTotal.of(loans));
    }
}
