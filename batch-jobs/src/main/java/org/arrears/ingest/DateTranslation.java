package org.arrears.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Dates by a pattern of {@code java.time}, resolved strictly: {@code 20260230} is no date. */
final class DateTranslation implements Translation {

    private static final int KEPT = 4096;
    private static final LocalDateTime SAMPLE = LocalDateTime.of(2026, 11, 23, 0, 0);

    private final String pattern;
    private final DateTimeFormatter format;
    private final Map<String, Optional<String>> kept = new HashMap<>();

    private DateTranslation(String pattern) {
        this.pattern = pattern;
        // A strict year of an era needs the era too, which nobody writes.
        this.format = DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /** Returns the dates of a pattern, or empty if it is none that gives a day. */
    static Optional<DateTranslation> parse(String pattern) {
        try {
            DateTranslation dates = new DateTranslation(pattern);
            String day = SAMPLE.toLocalDate().toString();
            return dates.parsed(dates.format.format(SAMPLE)).filter(day::equals).map(read -> dates);
        } catch (IllegalArgumentException | DateTimeException noPattern) {
            return Optional.empty();
        }
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
        return "is not a date as " + pattern;
    }
}
