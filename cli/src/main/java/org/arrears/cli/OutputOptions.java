package org.arrears.cli;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** Where a result goes. */
final class OutputOptions {

    /** What {@code --output} took in version 0.1.0, when it was the name of {@code --format}. */
    private static final Set<String> OLD_FORMS = Set.of("text", "json", "html");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE|-",
            description = "Where to; - is stdout. The ending of FILE chooses the form.")
    private Optional<String> file = Optional.empty();

    /** Returns where the result goes and in which of the command's forms. */
    Output chosen(Console console, Optional<Form> format, FormChoice forms) {
        return chosen(console, format, forms, Optional.empty(), Destination.STDOUT);
    }

    /** Returns it, if the command had an old name for the file too or its result does not go to stdout by itself. */
    Output chosen(
            Console console, Optional<Form> format, FormChoice forms, Optional<String> oldFile, String otherwise) {
        Optional<Form> old = oldForm(console, "--format");
        return to(console, format.or(() -> old), forms, oldFile, otherwise);
    }

    /** Returns it for a command whose {@code --output} was no form of the result. */
    Output to(Console console, Optional<Form> format, FormChoice forms, Optional<String> oldFile, String otherwise) {
        oldFile.ifPresent(name -> OldNames.warn(console, "--out FILE", "-o FILE"));
        Optional<String> newFile = file.filter(name -> !isOldForm(name));
        if (newFile.isPresent() && oldFile.isPresent()) {
            throw new WrongUsageException("-o and --out are two names of one option: give one of them");
        }
        String name = newFile.or(() -> oldFile).orElse(otherwise);
        Form form = name.equals(Destination.STDOUT) ? forms.choose(format) : forms.choose(format, name);
        return new Output(form, new Destination(console, name));
    }

    /** Returns the form that {@code --output} names as it did in version 0.1.0, and says what its name is now. */
    Optional<Form> oldForm(Console console, String nameNow) {
        Optional<Form> form = file.filter(OutputOptions::isOldForm).flatMap(name -> Form.ofCode(lower(name)));
        form.ifPresent(old -> OldNames.warn(console, "--output " + old.code(), nameNow + " " + old.code()));
        return form;
    }

    /** A file of such a name is {@code ./json}. */
    private static boolean isOldForm(String name) {
        return OLD_FORMS.contains(lower(name));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
