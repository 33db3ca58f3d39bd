package org.arrears.ingest.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.arrears.ingest.kind.RejectCode;

/**
 * Dates by a pattern of {@code java.time}, resolved strictly: {@code 20260230} is no date. A year of two digits is read
 * within its century and never without one.
 */
final class DateTranslation implements Translation {

    private static final int KEPT = 4096;
    private static final LocalDate SAMPLE = LocalDate.of(2026, 11, 23);
    private static final Pattern QUOTED_OR_YEAR = Pattern.compile("'(?:[^']|'')*+'|[yu]++");
    private static final int TWO_DIGITS = 2;

    private final String pattern;
    private final Optional<Century> century;
    private final DateTimeFormatter format;
    private final Map<String, Optional<String>> kept = new HashMap<>();

    private DateTranslation(String pattern, Optional<Century> century) {
        this.pattern = pattern;
        this.century = century;
        this.format = format(pattern, century);
    }

    /** Returns the dates of a pattern, or empty if it does not give a day and its century. */
    static Optional<DateTranslation> parse(String pattern) {
        return of(pattern, Optional.empty()).filter(dates -> dates.reads(SAMPLE, SAMPLE.withYear(1926)));
    }

    /** Returns the dates of a pattern whose year has two digits, or empty if it is none that gives a day. */
    static Optional<DateTranslation> parse(String pattern, Century century) {
        return of(pattern, Optional.of(century))
                .filter(dates -> dates.reads(SAMPLE.withYear(century.first()), SAMPLE.withYear(century.last())));
    }

    /** Says whether a pattern gives a day of an unknown century. */
    static boolean lacksCentury(String pattern) {
        return parse(pattern).isEmpty()
                && of(pattern, Optional.empty())
                        .filter(dates -> dates.reads(SAMPLE))
                        .isPresent();
    }

    private static Optional<DateTranslation> of(String pattern, Optional<Century> century) {
        try {
            return Optional.of(new DateTranslation(pattern, century));
        } catch (IllegalArgumentException noPattern) {
            return Optional.empty();
        }
    }

    private static DateTimeFormatter format(String pattern, Optional<Century> century) {
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder();
        Matcher part = QUOTED_OR_YEAR.matcher(pattern);
        int end = 0;
        while (part.find()) {
            builder.appendPattern(pattern.substring(end, part.start()));
            appendPart(builder, part.group(), century);
            end = part.end();
        }
        return builder.appendPattern(pattern.substring(end))
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** A strict year of an era needs the era too, which nobody writes: {@code y} is read as {@code u}. */
    private static void appendPart(DateTimeFormatterBuilder builder, String part, Optional<Century> century) {
        boolean year = part.charAt(0) != '\'';
        if (year && part.length() == TWO_DIGITS && century.isPresent()) {
            builder.appendValueReduced(
                    ChronoField.YEAR, TWO_DIGITS, TWO_DIGITS, century.get().first());
        } else {
            builder.appendPattern(year ? part.replace('y', 'u') : part);
        }
    }

    private boolean reads(LocalDate... days) {
        return Stream.of(days).allMatch(day -> {
            try {
                return parsed(format.format(day.atStartOfDay())).equals(Optional.of(day.toString()));
            } catch (DateTimeException noPatternOfDays) {
                return false;
            }
        });
    }

    @Override
    public Optional<String> of(String value) {
        Optional<String> known = kept.get(value);
        if (known != null) {
            return known;
        }
        Optional<String> date = value.length() > 64 ? Optional.empty() : parsed(value);
        if (date.isPresent() && kept.size() < KEPT) {
            kept.put(value, date);
        }
        return date;
    }

    private Optional<String> parsed(String value) {
        try {
            return Optional.of(LocalDate.from(format.parse(value)).toString());
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    @Override
    public RejectCode code() {
        return RejectCode.NOT_A_DATE;
    }

    @Override
    public String rule() {
        return "is not a date as " + pattern
                + century.map(years -> " of " + years).orElse("");
    }
}
