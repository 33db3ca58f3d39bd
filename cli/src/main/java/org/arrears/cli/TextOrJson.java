package org.arrears.cli;

import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a result goes that is text for people or JSON for programs. */
final class TextOrJson {

    private static final FormChoice FORMS = FormChoice.of(Form.TEXT, Form.JSON);

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            converter = Form.Reader.class,
            description = "Form of the result (default: by FILE's ending, else text).")
    private Optional<Form> format = Optional.empty();

    Output chosen(Console console) {
        return output.chosen(console, format, FORMS);
    }
}
