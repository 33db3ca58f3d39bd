package org.arrears.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.arrears.core.policy.RejectBudget;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Option values that need more than a type. */
final class Converters {

    private Converters() {}

    /** Reads a date. */
    static final class Date implements ITypeConverter<LocalDate> {

        @Override
        public LocalDate convert(String value) {
            try {
                if (value.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                    return LocalDate.parse(value);
                }
            } catch (DateTimeParseException noSuchDay) {
                throw new TypeConversionException("\"" + value + "\" is a day that there is not");
            }
            throw new TypeConversionException("\"" + value + "\" is not a date as yyyy-MM-dd");
        }
    }

    /** Reads an error budget. */
    static final class Budget implements ITypeConverter<RejectBudget> {

        @Override
        public RejectBudget convert(String value) {
            return RejectBudget.parse(value)
                    .orElseThrow(() -> new TypeConversionException(
                            "\"" + value + "\" is neither a count such as 25 nor a percentage such as 0.1%"));
        }
    }

    /** Reads the name of a character set that input files may have. */
    static final class FileCharset implements ITypeConverter<Charset> {

        @Override
        public Charset convert(String value) {
            if (value.equalsIgnoreCase("UTF-8")) {
                return StandardCharsets.UTF_8;
            }
            if (value.equalsIgnoreCase("GB18030")) {
                return Charset.forName("GB18030");
            }
            throw new TypeConversionException("\"" + value + "\" is neither UTF-8 nor GB18030");
        }
    }
}
