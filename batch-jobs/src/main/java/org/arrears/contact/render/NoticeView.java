package org.arrears.contact.render;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.arrears.render.PrintableValue;

/** Everything a template may say about one notice; the totals are checked against the lines. */
public record NoticeView(
        String noticeNo,
        String language,
        LocalDate asOf,
        LocalDate payBy,
        String stage,
        Debtor debtor,
        Creditor creditor,
        List<LoanLine> loans,
        List<CurrencyTotal> totals) {
    public NoticeView {
        Required.text("noticeNo", noticeNo);
        Required.text("stage", stage);
        loans = List.copyOf(loans);
        totals = List.copyOf(totals);
        Required.notEmpty("loans", loans);
        List<CurrencyTotal> sums = CurrencyTotal.of(loans);
        if (!sums.equals(totals)) {
            throw new IllegalArgumentException(
                    "notice " + noticeNo + ": its loans add up to " + sums + ", its totals are " + totals);
        }
    }

    /** The loan that is overdue longest, the one a short message names. */
    public LoanLine lead() {
        return loans.stream()
                .min(Comparator.comparing(LoanLine::oldestDueOn).thenComparing(LoanLine::loanNo))
                .orElseThrow();
    }

    /** Says nothing of itself: a template or a log would show all of it. */
    @Override
    public String toString() {
        return PrintableValue.unprinted("notice");
    }
}
