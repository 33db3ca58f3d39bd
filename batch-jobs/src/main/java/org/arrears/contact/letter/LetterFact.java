package org.arrears.contact.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.arrears.contact.render.CurrencyTotal;
import org.arrears.contact.render.LetterFormat;
import org.arrears.contact.render.LoanLine;
import org.arrears.contact.render.NoticeView;
import org.arrears.core.money.Dues;

/**
 * Something a letter says about its notice.
 *
 * @param what as a message names it
 * @param value as it is printed
 * @param times how often it must be read at least; 0 if a template may leave it out
 */
record LetterFact(String what, String value, int times) {

    /** All facts of a letter, each value once: what every letter must print, and what it may. */
    static List<LetterFact> of(NoticeView letter, LetterFormat format) {
        Facts facts = new Facts(format);
        for (LoanLine loan : letter.loans()) {
            facts.must("loan", loan.loanNo());
            facts.must("amount of loan " + loan.loanNo(), format.amount(loan.totalMinor(), loan.digits()));
        }
        Facts totals = new Facts(format);
        letter.totals()
                .forEach(total ->
                        totals.must(total.currency() + " total", format.amount(total.totalMinor(), total.digits())));
        totals.byValue.forEach(facts::mustAtLeast);
        facts.may("name of the debtor", letter.debtor().name());
        facts.may("number of the customer", letter.debtor().customerNo());
        facts.may("number of the letter", letter.noticeNo());
        facts.may("business date", letter.asOf());
        facts.may("pay-by date", letter.payBy());
        letter.totals().forEach(total -> mayTotal(facts, format, total));
        letter.loans().forEach(loan -> mayLoan(facts, format, loan));
        return new ArrayList<>(facts.byValue.values());
    }

    private static void mayTotal(Facts facts, LetterFormat format, CurrencyTotal total) {
        facts.may(
                total.currency() + " total in capitals",
                format.capitals(total.totalMinor(), total.currency(), total.digits()));
        facts.may("daily accrual in " + total.currency(), format.amount(total.dailyAccrualMinor(), total.digits()));
    }

    private static void mayLoan(Facts facts, LetterFormat format, LoanLine loan) {
        String of = " of loan " + loan.loanNo();
        facts.may("contract date" + of, loan.contractOn());
        facts.may("oldest due date" + of, loan.oldestDueOn());
        Map<String, Long> amounts = new LinkedHashMap<>();
        amounts.put("balance", loan.balanceMinor());
        Dues.LISTED.forEach(part -> amounts.put(part.code(), loan.dues().get(part)));
        amounts.put("daily accrual", loan.dailyAccrualMinor());
        amounts.forEach((what, minor) -> facts.may(what + of, format.amount(minor, loan.digits())));
    }

    /** The same fact that must be read at least so often. */
    LetterFact atLeast(int more) {
        return new LetterFact(what, value, Math.max(times, more));
    }

    /** Facts by their values: two loans with one amount must show it twice. */
    private static final class Facts {

        private final Map<String, LetterFact> byValue = new LinkedHashMap<>();
        private final LetterFormat format;

        Facts(LetterFormat format) {
            this.format = format;
        }

        void must(String what, String value) {
            byValue.merge(value, new LetterFact(what, value, 1), (first, next) -> first.atLeast(first.times() + 1));
        }

        void mustAtLeast(String value, LetterFact fact) {
            byValue.merge(value, fact, (first, next) -> first.atLeast(next.times()));
        }

        void may(String what, String value) {
            byValue.putIfAbsent(value, new LetterFact(what, value, 0));
        }

        void may(String what, LocalDate date) {
            may(what, format.date(date));
            may(what, format.day(date));
        }
    }
}
