package org.arrears.core.policy;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.arrears.core.money.Rate;
import org.arrears.core.text.NearestName;
import org.arrears.core.text.Shown;

/**
 * A kind of value in a policy or mapping: how its text is read and, if it cannot be, what is wrong with it and what is
 * allowed.
 *
 * @param parse empty for a text that is not of this kind
 * @param problem what to say of such a text, after the text itself
 */
public record ValueKind<T>(Function<String, Optional<T>> parse, Function<String, String> problem, String allowed) {

    /** A window of local time within one day. */
    public record Hours(LocalTime from, LocalTime until) {

        /** GB/T 45251-2025: nobody is contacted from 22:00 to 08:00. */
        static final Hours DAYTIME = new Hours(LocalTime.of(8, 0), LocalTime.of(22, 0));
    }

    /** One of some words. */
    public static <T> ValueKind<T> choice(T[] values, Function<T, String> word) {
        List<T> all = List.of(values);
        return new ValueKind<>(
                text -> all.stream()
                        .filter(value -> word.apply(value).equals(text))
                        .findFirst(),
                text -> "is not known"
                        + NearestName.hint(text, all.stream().map(word).toList()),
                all.stream().map(word).collect(Collectors.joining(", ")));
    }

    /** One of an enum's constants, written {@code like-this}. */
    static <E extends Enum<E>> ValueKind<E> choice(E[] values) {
        return choice(values, value -> value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    static ValueKind<Integer> whole(int least, int most) {
        return new ValueKind<>(
                text -> Optional.of(text)
                        .filter(digits -> digits.matches("[0-9]{1,9}"))
                        .map(Integer::valueOf)
                        .filter(value -> value >= least && value <= most),
                text -> text.matches("-?[0-9]+") ? "is out of range" : "is not a whole number",
                "a whole number from " + least + " to " + most);
    }

    /** An amount in major units of the loan's currency. */
    static ValueKind<BigDecimal> amount() {
        return decimal(4, BigDecimal.ZERO, new BigDecimal("999999999999"), "from 0 to 999999999999");
    }

    /** How many times the contract rate. */
    static ValueKind<BigDecimal> multiple() {
        return decimal(4, new BigDecimal("0.0001"), BigDecimal.TEN, "above 0 up to 10");
    }

    private static ValueKind<BigDecimal> decimal(int decimals, BigDecimal least, BigDecimal most, String bounds) {
        return new ValueKind<>(
                text -> Optional.of(text)
                        .filter(digits -> digits.matches("[0-9]{1,12}(\\.[0-9]{1," + decimals + "})?"))
                        .map(BigDecimal::new)
                        .filter(value -> value.compareTo(least) >= 0 && value.compareTo(most) <= 0),
                text -> decimalProblem(text, decimals),
                "a decimal " + bounds + ", at most " + decimals + " decimals");
    }

    private static String decimalProblem(String text, int decimals) {
        if (!text.matches("-?[0-9]+(\\.[0-9]+)?")) {
            return "is not a plain decimal";
        }
        int point = text.indexOf('.');
        return point >= 0 && text.length() - point - 1 > decimals
                ? "has more than " + decimals + " decimals"
                : "is out of range";
    }

    /** An annual rate above 0. */
    static ValueKind<Rate> rate() {
        return new ValueKind<>(
                text -> Rate.parse(text).filter(rate -> rate.e12() > 0),
                ValueKind::rateProblem,
                "a fraction above 0 up to 1 (0.24 is 24 %), at most " + Rate.MAX_DECIMALS + " decimals");
    }

    private static String rateProblem(String text) {
        boolean aboveOne = text.matches("0*[1-9][0-9]*(\\.[0-9]+)?");
        return aboveOne || text.endsWith("%") ? "looks like a percentage" : decimalProblem(text, Rate.MAX_DECIMALS);
    }

    /** A range of days that starts at {@code least} or later. */
    static ValueKind<DayRange> range(int least) {
        return new ValueKind<>(
                text -> DayRange.parse(text).filter(range -> range.from() >= least),
                text -> DayRange.parse(text).isPresent() ? "starts below " + least : "is not a range",
                "a number or a range like 1-30 or 181+" + (least > 0 ? ", from " + least + " on" : ""));
    }

    /** A range of days with both ends within bounds. */
    static ValueKind<DayRange> range(int least, int most) {
        return new ValueKind<>(
                text -> DayRange.parse(text).filter(range -> range.from() >= least && range.to() <= most),
                text -> DayRange.parse(text).isPresent() ? "is out of range" : "is not a range",
                "a number or a range within " + least + "-" + most);
    }

    static ValueKind<Hours> hours() {
        return new ValueKind<>(
                ValueKind::parseHours,
                text -> text.matches("[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}")
                        ? "is not a window within one day"
                        : "is not of the form HH:mm-HH:mm",
                "HH:mm-HH:mm, the first before the second, like 08:00-22:00");
    }

    private static Optional<Hours> parseHours(String text) {
        String time = "([01][0-9]|2[0-3]):[0-5][0-9]";
        if (!text.matches(time + "-" + time)) {
            return Optional.empty();
        }
        Hours hours = new Hours(LocalTime.parse(text.substring(0, 5)), LocalTime.parse(text.substring(6)));
        return hours.from().isBefore(hours.until()) ? Optional.of(hours) : Optional.empty();
    }

    /** A short name that can be part of a file name. */
    static ValueKind<String> name() {
        return matching("[a-z0-9-]{1,40}", "1 to 40 of a-z, 0-9 and -");
    }

    /** The policy's own name. */
    public static ValueKind<String> policyName() {
        return matching("[\\p{L}\\p{N}._-]{1,64}", "1 to 64 letters, digits, dots, dashes and underscores");
    }

    private static ValueKind<String> matching(String pattern, String allowed) {
        return new ValueKind<>(
                text -> Optional.of(text).filter(name -> name.matches(pattern)), text -> "is not a name", allowed);
    }

    /** One visible line of text. */
    public static ValueKind<String> line(int longest) {
        return new ValueKind<>(
                text -> Optional.of(text).filter(line -> isLine(line, longest)),
                text -> text.codePoints().anyMatch(Shown::isInvisible)
                        ? "has a line break or another invisible character"
                        : text.isBlank() ? "is blank" : "is too long",
                "one line of 1 to " + longest + " characters");
    }

    private static boolean isLine(String text, int longest) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= longest
                && text.codePoints().noneMatch(Shown::isInvisible);
    }

    static ValueKind<ZoneId> zone() {
        return new ValueKind<>(
                text -> Optional.of(text)
                        .filter(name -> ZoneId.getAvailableZoneIds().contains(name))
                        .map(ZoneId::of),
                text -> "is not known" + NearestName.hint(text, ZoneId.getAvailableZoneIds()),
                "a region of the IANA time zone database, like Asia/Shanghai");
    }

    /** A text read by a function of the model. */
    public static <T> ValueKind<T> of(Function<String, Optional<T>> parse, String problem, String allowed) {
        return new ValueKind<>(parse, text -> problem, allowed);
    }
}
