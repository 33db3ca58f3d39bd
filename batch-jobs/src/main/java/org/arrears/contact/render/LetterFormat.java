package org.arrears.contact.render;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.arrears.core.money.Amounts;
import org.arrears.core.money.ChineseCapitals;
import org.arrears.print.Figures;

/** What templates call {@code $format}: amounts, dates, capitals and masked names in the language of the template. */
public final class LetterFormat {
    private static final int TAIL = 4;
    private static final int STARS = 2;
    private static final DateTimeFormatter ENGLISH_DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final boolean chinese;

    private LetterFormat(boolean chinese) {
        this.chinese = chinese;
    }

    /** The format of a language that templates are written in. */
    public static LetterFormat of(String language) {
        return new LetterFormat(language.equals(Templates.FALLBACK_LANGUAGE));
    }

    /** Figures with thousands separators and the currency's decimals: 1,409.50. */
    public String amount(long minor, int digits) {
        return Figures.grouped(Amounts.format(minor, digits));
    }

    /** Figures with the currency, as said in a sentence: 1,409.50元, 1,409.50美元, CNY 1,409.50. */
    public String money(long minor, String currency, int digits) {
        String figures = amount(minor, digits);
        if (!chinese) {
            return currency + " " + figures;
        }
        return figures + (currency.equals("CNY") ? "元" : ChineseCapitals.currencyName(currency));
    }

    /** The total of every currency in one phrase. */
    public String totals(List<CurrencyTotal> totals) {
        return totals.stream()
                .map(total -> money(total.totalMinor(), total.currency(), total.digits()))
                .collect(Collectors.joining(chinese ? "、" : ", "));
    }

    /** What one more day adds, of every currency in one phrase. */
    public String dailyAccruals(List<CurrencyTotal> totals) {
        return totals.stream()
                .map(total -> money(total.dailyAccrualMinor(), total.currency(), total.digits()))
                .collect(Collectors.joining(chinese ? "、" : ", "));
    }

    /** The amount in Chinese capitals. */
    public String capitals(long minor, String currency, int digits) {
        return ChineseCapitals.of(minor, currency, digits);
    }

    /** The currency's name in the template's language. */
    public String currency(String currency) {
        return chinese ? ChineseCapitals.currencyName(currency) : currency;
    }

    /** A date in words: 2026年3月5日, 5 March 2026. */
    public String date(LocalDate date) {
        return chinese
                ? date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日"
                : ENGLISH_DATE.format(date);
    }

    /** A date for tables: 2026-03-05. */
    public String day(LocalDate date) {
        return date.toString();
    }

    /** The first character of a name and at most two stars for the rest: 王*, 张**. */
    public String masked(String name) {
        String trimmed = name.strip();
        int first = trimmed.offsetByCodePoints(0, 1);
        int rest = trimmed.codePointCount(first, trimmed.length());
        return trimmed.substring(0, first) + "*".repeat(Math.max(1, Math.min(rest, STARS)));
    }

    /** The last four characters of a contract number. */
    public String tail(String contractNo) {
        return contractNo.substring(Math.max(0, contractNo.length() - TAIL));
    }
}
