package org.arrears.contact.render;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.arrears.core.money.SomeDues;

/** Notices for tests, all from made-up people and numbers. */
public final class NoticeSamples {
    public static final LocalDate AS_OF = LocalDate.of(2026, 3, 15);
    public static final Creditor CREDITOR = new Creditor(
            "晨曦消费金融有限公司（示例）",
            "晨曦消费金融",
            "400-000-0000",
            "上海市示例区样本路1号",
            "登录晨曦消费金融应用程序，或转账至本公司对公账户 0000 0000 0000 0000（示例银行）");
    public static final Debtor DEBTOR = new Debtor("C000017", "张小明", "13000000000", "上海市示例区样例路88号3幢502室", "200000");

    private NoticeSamples() {}

    public static LoanLine yuanLoan(String loanNo) {
        return loan(loanNo, "CNY", 2, 125_000);
    }

    public static LoanLine loan(String loanNo, String currency, int digits, long principalMinor) {
        return new LoanLine(
                loanNo,
                LocalDate.of(2024, 6, 18),
                "消费贷款",
                currency,
                digits,
                principalMinor * 9,
                SomeDues.owed(principalMinor, 13_450, 500).plus(SomeDues.accrued(1_780, 220)),
                principalMinor + 15_950,
                LocalDate.of(2026, 1, 5),
                69,
                "10.8%",
                42);
    }

    public static NoticeView notice(String noticeNo, LoanLine... loans) {
        return notice(noticeNo, "zh", DEBTOR, List.of(loans));
    }

    public static NoticeView notice(String noticeNo, String language, Debtor debtor, List<LoanLine> loans) {
        return new NoticeView(
                noticeNo,
                language,
                AS_OF,
                AS_OF.plusDays(7),
                "demand-letter",
                debtor,
                CREDITOR,
                loans,
                CurrencyTotal.of(loans));
    }

    public static NoticeView named(String name) {
        Debtor debtor = new Debtor("C000017", name, "", "上海市示例区样例路88号", "");
        return notice("N20260315-000001", "zh", debtor, List.of(yuanLoan("L20240000000017")));
    }

    /** Letters of a run: most have one loan, every seventh so many that it needs more pages. */
    public static List<NoticeView> run(int letters) {
        return IntStream.rangeClosed(1, letters)
                .mapToObj(i -> {
                    int loans = i % 7 == 0 ? 12 : 1 + i % 2;
                    List<LoanLine> lines = IntStream.rangeClosed(1, loans)
                            .mapToObj(k -> yuanLoan(String.format("L%08d%02d", i, k)))
                            .toList();
                    return notice(String.format("N20260315-%06d", i), "zh", DEBTOR, lines);
                })
                .toList();
    }
}
