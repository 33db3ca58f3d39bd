package org.arrears.contact.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.arrears.core.money.SomeDues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The model of a notice: its sums, and how templates see amounts, names and dates. */
class NoticeViewTest {
    private static final LoanLine LOAN = NoticeSamples.yuanLoan("L1");

    @Test
    void partsThatDoNotAddUpToTheTotalAreRefusedWithBothNumbers() {
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> new LoanLine(
                        "L1",
                        LOAN.contractOn(),
                        "消费贷款",
                        "CNY",
                        2,
                        0,
                        SomeDues.owed(100, 20, 3).plus(SomeDues.accrued(4, 5)),
                        133,
                        LOAN.oldestDueOn(),
                        1,
                        "",
                        0));
        assertEquals("loan L1 of a notice: its parts add up to 132, its total is 133", refused.getMessage());
    }

    @Test
    void loansAddUpPerCurrencyInTheOrderOfTheCodes() {
        List<LoanLine> loans = List.of(
                NoticeSamples.loan("L1", "USD", 2, 1_000),
                NoticeSamples.loan("L2", "CNY", 2, 2_000),
                NoticeSamples.loan("L3", "USD", 2, 3_000));
        assertEquals(
                List.of(new CurrencyTotal("CNY", 2, 17_950, 42), new CurrencyTotal("USD", 2, 35_900, 84)),
                CurrencyTotal.of(loans));
    }

    @Test
    void totalsThatAreNotTheSumOfTheLoansAreRefused() {
        List<CurrencyTotal> wrong = List.of(new CurrencyTotal("CNY", 2, 140_951, 42));
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class,
                () -> new NoticeView(
                        "N1",
                        "zh",
                        NoticeSamples.AS_OF,
                        NoticeSamples.AS_OF,
                        "demand",
                        NoticeSamples.DEBTOR,
                        NoticeSamples.CREDITOR,
                        List.of(LOAN),
                        wrong));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("notice N1: "), refused::toString);
    }

    @Test
    void aSumBeyondTheRangeOfLongIsRefused() {
        LoanLine huge = NoticeSamples.loan("L1", "JPY", 0, Long.MAX_VALUE / 9 - 15_950);
        assertThrows(ArithmeticException.class, () -> CurrencyTotal.of(java.util.Collections.nCopies(10, huge)));
    }

    @Test
    void oneCurrencyWithTwoNumbersOfDecimalsIsRefused() {
        List<LoanLine> loans = List.of(LOAN, NoticeSamples.loan("L2", "CNY", 3, 100));
        assertThrows(IllegalArgumentException.class, () -> CurrencyTotal.of(loans));
    }

    @Test
    void theLeadingLoanIsTheOneDueLongest() {
        assertEquals(
                "L1",
                NoticeSamples.notice("N1", NoticeSamples.yuanLoan("L2"), LOAN)
                        .lead()
                        .loanNo());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2, 0.00",
        "5, 2, 0.05",
        "99, 2, 0.99",
        "100, 2, 1.00",
        "99999, 2, 999.99",
        "100000, 2, '1,000.00'",
        "123456789, 2, '1,234,567.89'",
        "1234, 0, '1,234'",
        "0, 0, 0",
        "1234567, 3, '1,234.567'",
        "7, 3, 0.007"
    })
    void anAmountHasSeparatorsAndTheDecimalsOfItsCurrency(long minor, int digits, String expected) {
        assertEquals(expected, LetterFormat.of("zh").amount(minor, digits));
    }

    @ParameterizedTest
    @CsvSource({"王五, 王*", "张小明, 张**", "欧阳明月, 欧**", "王, 王*", "John Smith, J**", "𠮷田, 𠮷*"})
    void aMaskedNameShowsItsFirstCharacterOnly(String name, String expected) {
        assertEquals(expected, LetterFormat.of("zh").masked(name));
    }

    @Test
    void datesAndCurrenciesReadAsTheLanguageWritesThem() {
        LocalDate day = LocalDate.of(2026, 3, 5);
        assertEquals("2026年3月5日", LetterFormat.of("zh").date(day));
        assertEquals("5 March 2026", LetterFormat.of("en").date(day));
        assertEquals("1,409.50元", LetterFormat.of("zh").money(140_950, "CNY", 2));
        assertEquals("1,409.50美元", LetterFormat.of("zh").money(140_950, "USD", 2));
        assertEquals("CNY 1,409.50", LetterFormat.of("en").money(140_950, "CNY", 2));
        assertEquals("0017", LetterFormat.of("zh").tail("L20240000000017"));
        assertEquals("L1", LetterFormat.of("zh").tail("L1"));
    }
}
