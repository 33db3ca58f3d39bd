package org.arrears.ingest.kind;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.arrears.core.money.Amounts;
import org.arrears.core.money.CurrencyUnit;
import org.arrears.core.money.Rate;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one row, read by column name and type; remembers the first thing that is wrong.
 *
 * <p>After a problem every further read returns a harmless value, so that a row is read to its end in one go and then
 * asked {@link #problem()}.
 */
public final class RowFields {

    static final int MAX_TEXT = 500;
    static final int MAX_KEY = 64;

    private final FieldText source;
    private long line;
    private @Nullable Reject problem;

    /** Reads rows whose text stands there while it is read. */
    public RowFields(FieldText source) {
        this.source = source;
    }

    /** Begins the next row. */
    public void start(long lineNo) {
        line = lineNo;
        problem = null;
    }

    public Optional<Reject> problem() {
        return Optional.ofNullable(problem);
    }

    public boolean isGood() {
        return problem == null;
    }

    public int line() {
        return Math.toIntExact(line);
    }

    /** Returns a field in our format, empty if the column is not in the file. */
    public String raw(int column) {
        return source.value(column);
    }

    /** Reads a key: present, at most 64 characters, nothing in it that nobody sees, without spaces around it. */
    public String key(int column) {
        String value = required(column);
        if (value.length() > MAX_KEY) {
            reject(column, value, RejectCode.TEXT_TOO_LONG, "is longer than " + MAX_KEY + " characters");
            return value;
        }
        Optional<String> doubt = DoubtfulKey.rule(value);
        if (doubt.isPresent()) {
            reject(column, value, RejectCode.DOUBTFUL_KEY, doubt.get());
        } else if (!value.equals(value.strip())) {
            reject(column, value, RejectCode.PADDED_KEY, "has spaces around it");
        }
        return checked(column, value);
    }

    String requiredText(int column) {
        return text(column, required(column));
    }

    String textOrEmpty(int column) {
        return text(column, raw(column));
    }

    private String text(int column, String value) {
        if (value.length() > MAX_TEXT) {
            reject(column, value, RejectCode.TEXT_TOO_LONG, "is longer than " + MAX_TEXT + " characters");
        }
        return checked(column, value);
    }

    private String checked(int column, String value) {
        for (int i = 0; i < value.length(); i++) {
            if (isInvisible(value.charAt(i))) {
                reject(column, value, RejectCode.CONTROL_CHARACTER, "has a control character at " + (i + 1));
                return value;
            }
        }
        return value;
    }

    /** Controls, and what breaks lines or turns the direction of writing without being seen. */
    private static boolean isInvisible(char c) {
        return Character.isISOControl(c)
                || (c >= 0x2028 && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0xfeff
                || c >= 0xfffe;
    }

    /** Reads one of some codes that may be missing. */
    String codeOrEmpty(int column, List<String> allowed) {
        return raw(column).isEmpty() ? "" : code(column, allowed);
    }

    /** Reads one of some codes. */
    public String code(int column, List<String> allowed) {
        String value = raw(column);
        if (required(column).isEmpty() || allowed.contains(value)) {
            return value;
        }
        reject(column, value, RejectCode.UNKNOWN_CODE, "is not one of " + String.join(", ", allowed));
        return value;
    }

    public LocalDate date(int column) {
        String value = required(column);
        Optional<LocalDate> date = value.isEmpty() ? Optional.of(LocalDate.EPOCH) : parsedDate(value);
        if (date.isEmpty()) {
            reject(column, value, RejectCode.NOT_A_DATE, "is not a date between 1900 and 2199 as yyyy-MM-dd");
        }
        return date.orElse(LocalDate.EPOCH);
    }

    Optional<LocalDate> dateOrEmpty(int column) {
        return raw(column).isEmpty() ? Optional.empty() : Optional.of(date(column));
    }

    private static Optional<LocalDate> parsedDate(String value) {
        if (value.length() != 10 || value.charAt(4) != '-' || value.charAt(7) != '-') {
            return Optional.empty();
        }
        int year = digits(value, 0, 4);
        int month = digits(value, 5, 7);
        int day = digits(value, 8, 10);
        if (year < 1900 || year > 2199 || month < 1 || day < 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int digits(String value, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = value.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    /** Reads an amount of at least 0 in the currency's major units. */
    long amount(int column, CurrencyUnit currency) {
        String value = required(column);
        if (value.isEmpty()) {
            return 0;
        }
        OptionalLong minor = Amounts.parse(value, currency.digits());
        if (minor.isPresent()) {
            return minor.getAsLong();
        }
        switch (Amounts.problem(value, currency.digits())) {
            case NOT_A_PLAIN_DECIMAL ->
                reject(column, value, RejectCode.NOT_AN_AMOUNT, "is not a plain decimal such as 1234.56");
            case TOO_MANY_DECIMALS ->
                reject(
                        column,
                        value,
                        RejectCode.TOO_MANY_DECIMALS,
                        "has " + counted(value.length() - value.indexOf('.') - 1, "decimal") + "; " + currency.code()
                                + " has " + currency.digits());
            case TOO_LARGE ->
                reject(
                        column,
                        value,
                        RejectCode.AMOUNT_TOO_LARGE,
                        "is above the limit of " + currency.format(Amounts.MAX_MINOR));
        }
        return 0;
    }

    OptionalLong amountOrEmpty(int column, CurrencyUnit currency) {
        return raw(column).isEmpty() ? OptionalLong.empty() : OptionalLong.of(amount(column, currency));
    }

    /** Reads an amount above 0. */
    long positiveAmount(int column, CurrencyUnit currency) {
        long minor = amount(column, currency);
        if (minor == 0 && isGood()) {
            reject(column, raw(column), RejectCode.AMOUNT_NOT_POSITIVE, "must be above 0");
        }
        return minor;
    }

    Optional<Rate> rateOrEmpty(int column) {
        return raw(column).isEmpty() ? Optional.empty() : Optional.of(rate(column));
    }

    Rate rate(int column) {
        String value = required(column);
        Optional<Rate> rate = value.isEmpty() ? Optional.of(Rate.ZERO) : Rate.parse(value);
        if (rate.isEmpty()) {
            boolean percentage = value.matches("[0-9]{1,9}(\\.[0-9]{1,8})?%?");
            reject(
                    column,
                    value,
                    percentage ? RejectCode.RATE_LOOKS_LIKE_PERCENTAGE : RejectCode.NOT_A_RATE,
                    percentage
                            ? "looks like a percentage; a rate is a fraction such as 0.072 for 7.2 %"
                            : "is not an annual fraction between 0 and 1 with at most " + Rate.MAX_DECIMALS
                                    + " decimals");
        }
        return rate.orElse(Rate.ZERO);
    }

    /** Reads a whole number from 1 to a limit. */
    int number(int column, int max) {
        String value = required(column);
        int number = value.isEmpty() || value.length() > 7 ? -1 : digits(value, 0, value.length());
        if (number >= 1 && number <= max) {
            return number;
        }
        if (!value.isEmpty()) {
            reject(column, value, RejectCode.NOT_A_NUMBER, "is not a whole number from 1 to " + max);
        }
        return 1;
    }

    private String required(int column) {
        String value = raw(column);
        if (value.isBlank()) {
            reject(column, value, RejectCode.MISSING_VALUE, "is missing");
        }
        return value;
    }

    /** Rejects the row for a field, unless it is rejected already. */
    public void reject(int column, String value, RejectCode code, String rule) {
        String shown = source.isTranslated(column) ? source.original(column) : value;
        String subject = source.label(column) + (shown.isEmpty() ? " " : " \"" + cut(shown) + "\" ");
        reject(source.name(column), shown, code, subject + rule);
    }

    /** Rejects the row as a whole, unless it is rejected already. */
    public void reject(RejectCode code, String message) {
        reject("", "", code, message);
    }

    private void reject(String column, String value, RejectCode code, String message) {
        if (problem == null) {
            problem = new Reject(line, column, cut(value), code, message);
        }
    }

    /** Returns a number of things in words. */
    public static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String cut(String value) {
        return value.length() <= 80 ? value : value.substring(0, 80) + "…";
    }
}
