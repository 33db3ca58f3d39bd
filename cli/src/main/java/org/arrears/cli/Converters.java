package org.arrears.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.arrears.core.policy.RejectBudget;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Option values that need more than a type. */
final class Converters {

    private Converters() {}

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
