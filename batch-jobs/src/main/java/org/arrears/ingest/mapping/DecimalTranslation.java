package org.arrears.ingest.mapping;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.arrears.ingest.kind.RejectCode;

/** Decimals by their style and unit: {@code 1.234,56} is 1234.56, {@code 123456} fen is 1234.56 yuan. */
record DecimalTranslation(Style style, Unit unit, boolean rate) implements Translation {

    private static final int LONGEST = 40;

    /** Which characters part a decimal. */
    enum Style {
        PLAIN("[0-9]++(\\.[0-9]++)?", "1234.56"),
        COMMA("([0-9]{1,3}(\\.[0-9]{3})++|[0-9]++)(,[0-9]++)?", "1.234,56"),
        GROUPED("([0-9]{1,3}(,[0-9]{3})++|[0-9]++)(\\.[0-9]++)?", "1,234.56");

        private final Pattern pattern;
        private final String example;

        Style(String pattern, String example) {
            this.pattern = Pattern.compile(pattern);
            this.example = example;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        private String plain(String value) {
            return switch (this) {
                case PLAIN -> value;
                case COMMA -> value.replace(".", "").replace(',', '.');
                case GROUPED -> value.replace(",", "");
            };
        }
    }

    /** What one is worth in the file. */
    enum Unit {
        YUAN,
        FEN,
        FRACTION,
        PERCENT;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Optional<String> of(String value) {
        String number = unit == Unit.PERCENT && value.endsWith("%") ? value.substring(0, value.length() - 1) : value;
        if (number.length() > LONGEST || !style.pattern.matcher(number).matches()) {
            return Optional.empty();
        }
        String plain = style.plain(number);
        return switch (unit) {
            case YUAN, FRACTION -> Optional.of(plain);
            case FEN -> plain.indexOf('.') >= 0 ? Optional.empty() : Optional.of(hundredth(plain, 2));
            case PERCENT -> Optional.of(hundredth(plain, 0));
        };
    }

    private static String hundredth(String plain, int decimals) {
        BigDecimal value = new BigDecimal(plain).movePointLeft(2).stripTrailingZeros();
        return value.scale() < decimals ? value.setScale(decimals).toPlainString() : value.toPlainString();
    }

    @Override
    public RejectCode code() {
        return rate ? RejectCode.NOT_A_RATE : RejectCode.NOT_AN_AMOUNT;
    }

    @Override
    public String rule() {
        return switch (unit) {
            case YUAN, FRACTION -> "is not a decimal such as " + style.example;
            case FEN -> "is not a whole number of fen";
            case PERCENT -> "is not a percentage as a decimal such as " + style.example;
        };
    }
}
