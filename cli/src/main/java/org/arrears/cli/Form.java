package org.arrears.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A form that a result can have, with the endings that files in it have. */
enum Form {
    TEXT("txt"),
    JSON("json"),
    HTML("html", "htm"),
    CSV("csv"),
    XLSX("xlsx"),
    PDF("pdf");

    private final List<String> endings;

    Form(String... endings) {
        this.endings = List.of(endings);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    String ending() {
        return "." + endings.get(0);
    }

    static Optional<Form> ofCode(String code) {
        return Stream.of(values()).filter(form -> form.code().equals(code)).findFirst();
    }

    /** Returns the form that an ending without its point stands for. */
    static Optional<Form> ofEnding(String ending) {
        String plain = ending.toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(form -> form.endings.contains(plain)).findFirst();
    }

    /** Reads the name of a form. */
    static final class Reader implements ITypeConverter<Form> {

        @Override
        public Form convert(String value) {
            return ofCode(value.toLowerCase(Locale.ROOT))
                    .orElseThrow(() -> new TypeConversionException("\"" + value + "\" is no form; forms are "
                            + Stream.of(values()).map(Form::code).collect(Collectors.joining(", "))));
        }
    }
}
