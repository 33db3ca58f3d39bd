package org.arrears.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** In which form a command that works says what it has done. */
final class SummaryForm {

    private static final FormChoice FORMS = FormChoice.of(Form.TEXT, Form.JSON);

    @Option(
            names = "--format",
            paramLabel = "text|json",
            converter = Form.Reader.class,
            description = "Form of the result (default text).")
    private Optional<Form> format = Optional.empty();

    @Option(names = "--output", hidden = true, paramLabel = "text|json", converter = Form.Reader.class)
    private Optional<Form> oldFormat = Optional.empty();

    /** Says whether the summary is wanted as JSON; warns of the old name. */
    boolean json(Console console) {
        oldFormat.ifPresent(form -> OldNames.warn(console, "--output " + form.code(), "--format " + form.code()));
        return FORMS.choose(format.or(() -> oldFormat)) == Form.JSON;
    }
}
